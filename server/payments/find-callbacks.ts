import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#db/client';
import { callbacks } from '#db/schema/payments';
import { type CallbackVerdict, callbackVerdicts } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';

export const CallbackView = z.object({
  id: z.string(),
  account: z.string(),
  gateway: z.string(),
  verdict: z.enum(callbackVerdicts),
  reason: z.string(),
  orderNumber: z.string().nullable(),
  amount: z.int().nullable().describe('Minor units of the currency'),
  currency: z.string().nullable(),
  transactionId: z.string().nullable(),
  authorizationCode: z.string().nullable(),
  receivedAt: z.string().describe('ISO 8601, UTC'),
});
export type CallbackView = z.infer<typeof CallbackView>;

export type CallbackFilter = Readonly<{
  order?: string | undefined;
  account?: string | undefined;
  verdict?: CallbackVerdict | undefined;
  cursor?: string | undefined;
  limit: number;
}>;

/** One page of the inbox, newest first. One round trip. */
export async function findCallbacks(db: Db, filter: CallbackFilter): Promise<Page<CallbackView>> {
  const query: KeysetQuery = {
    sort: '-receivedAt',
    by: [sql`callbacks.received_at`, sql`callbacks.id`],
    descending: true,
    cursor: readCursor(filter.cursor, '-receivedAt'),
    limit: filter.limit,
  };
  const page = keysetPage(query);
  const { order, account, verdict } = filter;
  const rows = await db
    .select(callbackColumns)
    .from(callbacks)
    .where(
      and(
        order === undefined ? undefined : eq(callbacks.orderNumber, order),
        account === undefined ? undefined : eq(callbacks.account, account),
        verdict && eq(callbacks.verdict, verdict),
        page.where,
      ),
    )
    .orderBy(...page.orderBy)
    .limit(page.limit);
  const { data, ...cursors } = toPage(rows, query, ({ receivedAt, id }) => [receivedAt, id]);
  return { ...cursors, data: data.map(viewCallback) };
}

const callbackColumns = {
  id: callbacks.id,
  account: callbacks.account,
  gateway: callbacks.gateway,
  verdict: callbacks.verdict,
  reason: callbacks.reason,
  orderNumber: callbacks.orderNumber,
  amount: callbacks.amountMinor,
  currency: callbacks.currency,
  transactionId: callbacks.transactionId,
  authorizationCode: callbacks.authorizationCode,
  receivedAt: callbacks.receivedAt,
} as const;

type CallbackRow = Omit<CallbackView, 'receivedAt'> & Readonly<{ receivedAt: number }>;

/** A callback as it is listed; `receivedAt` was milliseconds. */
function viewCallback({ receivedAt, ...callback }: CallbackRow): CallbackView {
  return { ...callback, receivedAt: new Date(receivedAt).toISOString() };
}
