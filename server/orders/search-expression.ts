const termLengthMin = 3;

/**
 * What a person typed as an expression of FTS5 that finds every word as a part of some word. Each
 * is quoted, so no sign has a meaning of its own. Words of fewer than three letters, the least that
 * the trigram index knows, count only together, as in names of two and two characters. Null where
 * even that is too short.
 */
export function searchExpression(typed: string): string | null {
  const text = typed.normalize('NFC').replaceAll('\0', ' ').trim();
  const words = text.split(/\s+/).filter(isLongEnough);
  const terms = words.length > 0 ? words : [text].filter(isLongEnough);
  return terms.length > 0 ? terms.map(quoted).join(' ') : null;
}

function isLongEnough(word: string): boolean {
  return [...word].length >= termLengthMin;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
