import { inArray, notInArray, type SQL, sql } from 'drizzle-orm';
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

export type AccountHealth = Readonly<{
  lastGood: LastCallback | null;
  lastBad: LastCallback | null;
}>;

/** For a batch: the last good and the last bad callback of every account that has one. */
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
  ] as const;
}

function lastCallbacks(db: Db, lastId: SQL) {
  return db
    .select({
      account: paymentAccounts.slug,
      id: callbacks.id,
      verdict: callbacks.verdict,
      at: callbacks.receivedAt,
    })
    .from(paymentAccounts)
    .innerJoin(callbacks, sql`${callbacks.id} = (${lastId})`);
}

type LastRow = LastCallback & Readonly<{ account: string }>;

/** The health of one account, from the rows of `accountHealthQueries`. */
export function healthOf(
  slug: string,
  [good, bad]: readonly [readonly LastRow[], readonly LastRow[]],
): AccountHealth {
  return { lastGood: lastOf(slug, good), lastBad: lastOf(slug, bad) };
}

function lastOf(slug: string, rows: readonly LastRow[]): LastCallback | null {
  const found = rows.find(({ account }) => account === slug);
  return found ? { id: found.id, verdict: found.verdict, at: found.at } : null;
}
