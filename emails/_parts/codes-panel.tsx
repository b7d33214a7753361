import type { Locale } from './message-props';
import { Panel } from './panel';
import { BrokenLines } from './prose';
import { styles } from './theme';

const texts = {
  en: { allFollow: 'Your codes follow as soon as they are in.', someFollow },
} as const satisfies Record<Locale, unknown>;

/** The codes of one line, and how many are still owed. */
export type CodesOfLine = Readonly<{
  name: string;
  codes: readonly string[];
  codesMissing: number;
}>;

type CodesPanelProps = Readonly<{ locale: Locale; lines: readonly CodesOfLine[] }>;

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
export function codesText(locale: Locale, lines: readonly CodesOfLine[]): string {
  return lines
    .map((line) =>
      [`${line.name}:`, ...line.codes, followText(locale, line)].filter((part) => part).join('\n'),
    )
    .join('\n\n');
}

function followText(locale: Locale, { codes, codesMissing }: CodesOfLine): string {
  const text = texts[locale];
  if (codesMissing <= 0) return '';
  return codes.length === 0 ? text.allFollow : text.someFollow(codesMissing);
}

function someFollow(count: number): string {
  return count === 1
    ? 'One more code follows as soon as it is in.'
    : `${count} more codes follow as soon as they are in.`;
}
