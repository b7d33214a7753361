import { CopyButton } from './copy-button';

type Props = Readonly<{ text: string; what: string }>;

/** A number or a code to carry elsewhere: one click selects it all, one button copies it. */
export function CopyText({ text, what }: Props) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
      <code className="select-all break-all font-mono text-[0.95em]">{text}</code>
      <CopyButton text={text} what={what} />
    </span>
  );
}
