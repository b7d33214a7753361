import { desc, inArray, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { callbacks, paymentAccounts } from '#db/schema/payments';
import type { CallbackVerdict } from '#domain/vocabulary';

/** Verdicts of messages that proved nothing: something between the gateway and us is wrong. */
const unprovedVerdicts = [
  'bad_signature',
  'not_configured',
  'malformed',
  'error',
] as const satisfies readonly CallbackVerdict[];

/** The last callback of an account whose proof fitted, or of which it did not. `at` in ms UTC. */
export type LastCallback = Readonly<{ id: string; verdict: CallbackVerdict; at: number }>;

/** One of the last callbacks of an account; `test` is what the gateway says, where it says it. */
export type RecentCallback = LastCallback & Readonly<{ reason: string; test: boolean | null }>;

export type AccountHealth = Readonly<{
  lastGood: LastCallback | null;
  lastBad: LastCallback | null;
  /** The last five, newest first. */
  recent: readonly RecentCallback[];
}>;

/** For a batch: the last callbacks of every account that has any, good and bad. */
export function accountHealthQueries(db: Db) {
  const of = sql`last.account = ${paymentAccounts.slug}`;
  return [
    lastCallbacks(
      db,
      sql`SELECT last.id FROM callbacks AS last WHERE ${of} AND ${notInArray(sql`last.verdict`, [...unprovedVerdicts])} ORDER BY last.received_at DESC, last.id DESC LIMIT 1`,
    ),
    // Bad ones are few: found by their verdict and then sorted, not looked for among the good.
    lastCallbacks(
      db,
      sql`SELECT last.id FROM callbacks AS last WHERE +${of} AND ${inArray(sql`last.verdict`, [...unprovedVerdicts])} ORDER BY +last.received_at DESC, last.id DESC LIMIT 1`,
    ),
    lastCallbacks(
      db,
      sql`SELECT last.id FROM callbacks AS last WHERE ${of} ORDER BY last.received_at DESC, last.id DESC LIMIT 5`,
    ).orderBy(desc(callbacks.receivedAt), desc(callbacks.id)),
  ] as const;
}

function lastCallbacks(db: Db, lastIds: SQL) {
  return db
    .select({
      account: paymentAccounts.slug,
      id: callbacks.id,
      verdict: callbacks.verdict,
      at: callbacks.receivedAt,
      reason: callbacks.reason,
      test: sql<boolean | null>`${callbacks.claim} ->> 'test'`.mapWith(Boolean),
    })
    .from(paymentAccounts)
    .innerJoin(callbacks, sql`${callbacks.id} IN (${lastIds})`);
}

type LastRow = RecentCallback & Readonly<{ account: string }>;
type LastRows = readonly LastRow[];

/** The health of one account, from the rows of `accountHealthQueries`. */
export function healthOf(
  slug: string,
  [good, bad, recent]: readonly [LastRows, LastRows, LastRows],
): AccountHealth {
  const own = recent.filter(({ account }) => account === slug);
  return {
    lastGood: lastOf(slug, good),
    lastBad: lastOf(slug, bad),
    recent: own.map(({ account, ...callback }) => callback),
  };
}

function lastOf(slug: string, rows: LastRows): LastCallback | null {
  const found = rows.find(({ account }) => account === slug);
  return found ? { id: found.id, verdict: found.verdict, at: found.at } : null;
}

/** Whether it proved nothing: it is among the bad ones. */
export function isUnproved({ verdict }: Pick<LastCallback, 'verdict'>): boolean {
  return unprovedVerdicts.some((unproved) => unproved === verdict);
}
