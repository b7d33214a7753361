import { maskSecret } from '#server/secret-box';

/** `line` counts from 1; `known` codes were the product's before, the others were given twice. */
export type NamedDuplicate = Readonly<{ line: number; masked: string; isKnown: boolean }>;

export type GivenCode = Readonly<{ line: number; code: string }>;

/**
 * Says which lines of a list were not taken and why, without showing the codes. `duplicates` are
 * those of the import of exactly this list: one that was taken once lacks its first occurrence.
 */
export function nameDuplicates(
  given: readonly GivenCode[],
  duplicates: readonly string[],
): readonly NamedDuplicate[] {
  const timesGiven = countOf(given.map(({ code }) => code));
  const timesRefused = countOf(duplicates);
  const met = new Set<string>();
  return given.flatMap(({ line, code }) => {
    const refused = timesRefused.get(code) ?? 0;
    const isKnown = refused === timesGiven.get(code);
    const isFirst = !met.has(code);
    met.add(code);
    if (refused === 0 || (isFirst && !isKnown)) return [];
    return [{ line, masked: maskSecret(code), isKnown: isKnown && isFirst }];
  });
}

function countOf(codes: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
