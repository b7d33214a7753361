import { mailWords } from './mail-words';
import { Panel } from './panel';
import { BrokenLines } from './prose';
import { styles } from './theme';

/** The codes of one line, and how many are still owed. */
export type CodesOfLine = Readonly<{
  name: string;
  codes: readonly string[];
  codesMissing: number;
}>;

type CodesPanelProps = Readonly<{ locale: string; lines: readonly CodesOfLine[] }>;

export function CodesPanel({ locale, lines }: CodesPanelProps) {
  return (
    <Panel>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold the same product twice
        <div key={index} style={index > 0 ? styles.nextGroup : undefined}>
          <b dir="auto">{line.name}</b>
          <div dir="ltr" style={styles.codes}>
            <BrokenLines lines={line.codes} />
          </div>
          {followText(locale, line)}
        </div>
      ))}
    </Panel>
  );
}

/** Each product with its codes, each code alone on its line: a double or triple click picks it. */
export function codesText(locale: string, lines: readonly CodesOfLine[]): string {
  const { say } = mailWords(locale);
  return lines
    .map((line) =>
      [say('text.heading', { label: line.name }), ...line.codes, followText(locale, line)]
        .filter((part) => part)
        .join('\n'),
    )
    .join('\n\n');
}

function followText(locale: string, { codes, codesMissing }: CodesOfLine): string {
  const { say } = mailWords(locale);
  if (codesMissing <= 0) return '';
  return codes.length === 0
    ? say('codes.allFollow')
    : say('codes.someFollow', { count: codesMissing });
}
