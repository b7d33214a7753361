import { and, or, type SQL, sql } from 'drizzle-orm';

const wordsMax = 8;

/**
 * The condition that every word a person typed is a part of one of these columns, whatever its
 * case; undefined where nothing was typed. For tables that are small enough to be looked through.
 */
export function containsWords(typed: string | undefined, columns: readonly SQL[]): SQL | undefined {
  const words = (typed ?? '').normalize('NFC').split(/\s+/).filter(Boolean).slice(0, wordsMax);
  return and(
    ...words.map((word) =>
      or(...casesOf(word).flatMap((form) => columns.map((column) => contains(column, form)))),
    ),
  );
}

/** LIKE knows upper and lower case of ASCII letters only: other letters are tried in each case. */
function casesOf(word: string): readonly string[] {
  const [first = '', ...rest] = word.toLowerCase();
  return [...new Set([word, word.toLowerCase(), first.toUpperCase() + rest.join('')])];
}

function contains(column: SQL, word: string): SQL {
  return sql`${column} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`;
}
