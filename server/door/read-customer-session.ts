import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import { customerSessions, customers } from '#db/schema/customers';
import type { Language } from '#domain/language';
import type { Context } from '#server/context';
import { defaultShop } from '#server/settings/shop-settings';
import { sessionIdleMs, sessionTouchMs } from './session-limits';

/** A customer who is signed in. */
export type CustomerSession = Readonly<{
  sessionId: string;
  /** The one that others were merged into, where that has happened. */
  customerId: string;
  /** The mailbox that was proved by opening the link. */
  email: string;
  name: string;
  locale: string | null;
  /** For a customer whose own language is none of ours. */
  shopLanguage: Language;
  /** It was last marked as in use over an hour ago: call `touchCustomerSession`. */
  isTouchDue: boolean;
}>;

/**
 * Whose session this is; null where it is unknown, ended, expired, idle for thirty days, or its
 * customer was erased. Changes nothing. One round trip.
 */
export async function readCustomerSession(
  ctx: Context,
  sessionId: string | null,
): Promise<CustomerSession | null> {
  if (sessionId === null) return null;
  const nowMs = ctx.now();
  const { id, email, lastSeenAt } = customerSessions;
  const { name, locale } = customers;
  const shopLanguage = sql<Language>`coalesce((SELECT language FROM shop), ${defaultShop.language})`;
  const [row] = await ctx.db
    .select({ customerId: customers.id, email, name, locale, shopLanguage, lastSeenAt })
    .from(customerSessions)
    .innerJoin(customers, eq(customers.id, sessionCustomerId(sessionId, nowMs)))
    .where(eq(id, sessionId));
  if (!row) return null;
  const { lastSeenAt: seenAt, ...session } = row;
  return { ...session, sessionId, isTouchDue: seenAt + sessionTouchMs <= nowMs };
}

/**
 * The id of the customer whose session this is, for a statement of any batch; NULL where nobody is
 * signed in, and what is compared with it is then not true.
 */
function sessionCustomerId(sessionId: string | null, nowMs: number): SQL<string | null> {
  return sql`(SELECT coalesce(merged_into, id) FROM customers WHERE erased_at IS NULL AND id =
    (SELECT customer_id FROM customer_sessions WHERE customer_sessions.id = ${sessionId ?? ''} AND ${isCustomerSessionAlive(nowMs)}))`;
}

/** Whether an order belongs to the customer of this session, for a statement that reads `orders`. */
export function isOwnOrder(sessionId: string | null, nowMs: number): SQL<boolean> {
  return sql<boolean>`coalesce(orders.customer_id = ${sessionCustomerId(sessionId, nowMs)}, 0)`.mapWith(
    Boolean,
  );
}

/** True for the rows of `customer_sessions` that still let their customer in. */
export function isCustomerSessionAlive(nowMs: number): SQL | undefined {
  const { expiresAt, lastSeenAt } = customerSessions;
  return and(gt(expiresAt, nowMs), gt(lastSeenAt, nowMs - sessionIdleMs));
}

/** Notes that a session is in use. Writes once an hour at most, however often it is called. */
export async function touchCustomerSession(ctx: Context, sessionId: string): Promise<void> {
  const nowMs = ctx.now();
  const { id, lastSeenAt } = customerSessions;
  await ctx.db
    .update(customerSessions)
    .set({ lastSeenAt: nowMs })
    .where(
      and(
        eq(id, sessionId),
        isCustomerSessionAlive(nowMs),
        sql`${lastSeenAt} <= ${nowMs - sessionTouchMs}`,
      ),
    );
}
