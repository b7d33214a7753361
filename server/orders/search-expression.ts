const termLengthMin = 3;

/**
 * Letters that Unicode does not take apart into a plain one and its mark, so that the index would
 * keep them: "Łódź" is found by "lodz". The view `order_documents` folds the same ones.
 */
export const foldedLetters: Readonly<Record<string, string>> = {
  ...{ ł: 'l', Ł: 'l', đ: 'd', Đ: 'd', ð: 'd', Ð: 'd', ø: 'o', Ø: 'o', ı: 'i', ħ: 'h', Ħ: 'h' },
  ...{ ß: 'ss', ẞ: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', þ: 'th', Þ: 'th' },
};

/**
 * What a person typed as an expression of FTS5 that finds every word as a part of some word. Each
 * is quoted, so no sign has a meaning of its own. Words of fewer than three letters, the least that
 * the trigram index knows, count only together, as in names of two and two characters. Null where
 * even that is too short.
 */
export function searchExpression(typed: string): string | null {
  const text = folded(typed.normalize('NFC')).replaceAll('\0', ' ').trim();
  const words = text.split(/\s+/).filter(isLongEnough);
  const terms = words.length > 0 ? words : [text].filter(isLongEnough);
  return terms.length > 0 ? terms.map(quoted).join(' ') : null;
}

function folded(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (letter) => foldedLetters[letter] ?? letter);
}

function isLongEnough(word: string): boolean {
  return [...word].length >= termLengthMin;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
