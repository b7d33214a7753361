/**
 * The value as one line of harmless text: line breaks, tabs and other control characters become
 * single spaces, characters that reorder the text around them are dropped, half characters are
 * replaced. Safe in a mail header and inside a sentence.
 */
export function oneLine(value: string): string {
  return withoutControls(value).replace(/\s+/gu, ' ').trim();
}

/** The same for text of several lines: `\n` is kept, CRLF becomes `\n`. */
export function manyLines(value: string): string {
  const lines = value.replace(/\r\n?|[\u2028\u2029]/gu, '\n').split('\n');
  return lines
    .map((line) => withoutControls(line).trimEnd())
    .join('\n')
    .trim();
}

/** At most `graphemesMax` characters as a reader counts them, the last one an ellipsis if cut. */
export function shortened(value: string, graphemesMax: number): string {
  if (value.length <= graphemesMax) return value;
  const graphemes = Array.from(new Intl.Segmenter().segment(value), (part) => part.segment);
  return graphemes.length <= graphemesMax
    ? value
    : `${graphemes
        .slice(0, graphemesMax - 1)
        .join('')
        .trimEnd()}…`;
}

function withoutControls(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\p{Cc}|[\u2028\u2029]/gu, ' ');
}
