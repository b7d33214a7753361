import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { CodeFacts } from '#domain/decision';
import type { Context } from '#server/context';
import { deriveKey, fingerprint } from '#server/secret-box';

/** A code by its id, and the print of one that was typed for a line; either may be missing. */
export type CodeNamed = Readonly<{
  id: number | null;
  typed?: Readonly<{ lineId: string; print: string }>;
}>;

/** Equal codes have equal prints. */
export function printOf({ env }: Context, code: string): string {
  return fingerprint(code, deriveKey(env.authSecret, 'serial-code-fingerprints'));
}

/** What a decision needs to know of the code that a command names. */
export function codeFactsQuery(db: Db, { id, typed }: CodeNamed) {
  return db.all<Readonly<{ lineId: string | null; isKnown: number }>>(sql`SELECT
    (SELECT line_id FROM codes WHERE id = ${id}) AS lineId,
    EXISTS (SELECT 1 FROM codes WHERE fingerprint = ${typed?.print ?? null}
      AND product_id = (SELECT product_id FROM order_lines WHERE id = ${typed?.lineId ?? null})) AS isKnown`);
}

// The query gives one row with these columns, a truth as 0 or 1.
export function codeFactsIn(rows: readonly unknown[]): CodeFacts {
  const [found] = rows as readonly Readonly<{ lineId: string | null; isKnown: number }>[];
  return { lineId: found?.lineId ?? null, isKnown: found?.isKnown === 1 };
}
