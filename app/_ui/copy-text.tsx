import { CopyButton, type CopyWords } from './copy-button';

type Props = Readonly<{ text: string; what: string; words?: CopyWords | undefined }>;

/** A number or a code to carry elsewhere: one click selects it all, one button copies it. */
export function CopyText({ text, what, words }: Props) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
      <code dir="ltr" className="select-all break-all font-mono text-[0.95em]">
        {text}
      </code>
      <CopyButton text={text} what={what} words={words} />
    </span>
  );
}
