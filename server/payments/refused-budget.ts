import { and, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { prebuilt } from '#db/prebuilt';
import { counters } from '#db/schema/shop';

/**
 * Anybody can send what proves nothing, and each row of it may hold 60 KB. So many are kept for an
 * account in a day (UTC): the first, which tell what is wrong. The rest are counted.
 */
export const refusedKeptMax = 500;

const dayMs = 86_400_000;

/** The counter of an account's messages that proved nothing on the day of `at` (ms UTC). */
export function refusedCounter(slug: string, at: number): string {
  return `${prefixOf(slug)}${Math.floor(at / dayMs)}`;
}

function prefixOf(slug: string): string {
  return `callbacks_refused:${slug}:`;
}

/** For a batch: how many there were so far, by `refusedCounter`. */
export const refusedCount = prebuilt((db) =>
  db
    .select({ value: counters.value })
    .from(counters)
    .where(eq(counters.name, sql.placeholder('counter'))),
);

/** Counts one more; the counters of days before go. */
export function countRefused(db: Db, slug: string, at: number) {
  const name = refusedCounter(slug, at);
  const prefix = prefixOf(slug);
  return [
    db
      .insert(counters)
      .values({ name, value: 1 })
      .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } }),
    db
      .delete(counters)
      .where(
        and(gt(counters.name, prefix), lt(counters.name, `${prefix}:`), ne(counters.name, name)),
      ),
  ] as const;
}

/** How many of them were counted and not kept. */
export function leftOutOf(rows: readonly Readonly<{ value: number }>[]): number {
  return Math.max(0, (rows[0]?.value ?? 0) - refusedKeptMax);
}
