const termLengthMin = 3;

/**
 * What a person typed as an expression of FTS5 that finds every word as a part of some word. Each
 * is quoted, so no sign has a meaning of its own. Null where no word has three letters, the least
 * that the trigram index knows.
 */
export function searchExpression(typed: string): string | null {
  const words = typed
    .normalize('NFC')
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter((word) => [...word].length >= termLengthMin);
  return words.length > 0 ? words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ') : null;
}
