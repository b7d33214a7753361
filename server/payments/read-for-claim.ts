import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { prebuilt } from '#db/prebuilt';
import { orders, payments } from '#db/schema/orders';
import { callbacks } from '#db/schema/payments';
import { standingStatuses } from '#domain/totals';
import type { CallbackVerdict } from '#domain/vocabulary';
import type { Context } from '#server/context';
import {
  assembleFacts,
  factQueries,
  type OrderFacts,
  type OrderKey,
} from '#server/orders/read-order';
import type { Claim } from './gateways/gateway';

/** All that judging a claim may look at. */
export type Found = Readonly<{
  first: FirstDelivery | undefined;
  facts: OrderFacts | null;
  paidElsewhere: string | null;
  isCalledOff: boolean;
  /**
   * Messages of this account that a payment makes sense of, oldest first: held ones of the order
   * about money that went back, and those of the same transaction that name no order.
   */
  dependents: readonly Readonly<{ id: string; verdict: CallbackVerdict; claim: Claim | null }>[];
}>;
export type FirstDelivery = Readonly<{
  id: string;
  bodyHash: string;
  orderNumber: string | null;
  verdict: CallbackVerdict;
  reason: string;
}>;
type Asked = Readonly<{ claim: Claim; account: Readonly<{ slug: string }> }>;

/** The first delivery of the claim's event, its order, and what else was paid or came back, in one round trip. */
export async function readForClaim({ db }: Context, { claim, account }: Asked): Promise<Found> {
  const transactionId = claim.parentTransactionId ?? claim.transactionId;
  const [first, paid, calledOff, dependents, ...facts] = await db.batch([
    firstDelivery(db, { account: account.slug, eventKey: claim.eventKey }),
    paidOrders(db, { account: account.slug, transactionId: transactionId ?? '' }),
    calledOffOf(db, { account: account.slug, transactionId: transactionId ?? '' }),
    dependentsOf(db, {
      account: account.slug,
      orderNumber: claim.orderNumber ?? '',
      transactionId: transactionId ?? '',
    }),
    ...factQueries(db, orderKeyOf(claim, account.slug)),
  ]);
  const found = assembleFacts(facts);
  const elsewhere = paid.find(({ number }) => number !== found?.order.number);
  return {
    ...{ first: first[0], facts: found, dependents },
    paidElsewhere: elsewhere?.number ?? null,
    isCalledOff: calledOff.length > 0,
  };
}

const firstDelivery = prebuilt((db) =>
  db
    .select({
      id: callbacks.id,
      bodyHash: callbacks.bodyHash,
      orderNumber: callbacks.orderNumber,
      verdict: callbacks.verdict,
      reason: callbacks.reason,
    })
    .from(callbacks)
    .where(
      and(
        eq(callbacks.account, sql.placeholder('account')),
        eq(callbacks.eventKey, sql.placeholder('eventKey')),
      ),
    ),
);

const paidOrders = prebuilt((db) =>
  db
    .select({ number: orders.number })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(
      and(
        eq(payments.transactionId, sql.placeholder('transactionId')),
        eq(payments.account, sql.placeholder('account')),
        inArray(payments.status, [...standingStatuses]),
        isNotNull(payments.transactionId),
      ),
    ),
);

const calledOffOf = prebuilt((db) =>
  db
    .select({ id: callbacks.id })
    .from(callbacks)
    .where(
      and(
        eq(callbacks.transactionId, sql.placeholder('transactionId')),
        sql`+${callbacks.account} = ${sql.placeholder('account')}`,
        isNotNull(callbacks.eventKey),
        inArray(sql`${callbacks.claim} ->> 'status'`, ['cancelled', 'expired']),
      ),
    )
    .limit(1),
);

/** What tells of money that went back, and so has to wait for the payment it belongs to. */
const returnStatuses: readonly Claim['status'][] = [
  'refunded',
  'chargeback',
  'chargeback_reversed',
];

/** Both halves are found by the number or the verdict: an account may have very many messages. */
const dependentsOf = prebuilt((db) =>
  db
    .select({ id: callbacks.id, verdict: callbacks.verdict, claim: callbacks.claim })
    .from(callbacks)
    .where(
      and(
        sql`+${callbacks.account} = ${sql.placeholder('account')}`,
        isNotNull(callbacks.eventKey),
        isNull(callbacks.resolvedAt),
        or(
          and(
            eq(callbacks.orderNumber, sql.placeholder('orderNumber')),
            eq(callbacks.verdict, 'held'),
            inArray(sql`${callbacks.claim} ->> 'status'`, [...returnStatuses]),
          ),
          and(
            eq(callbacks.verdict, 'order_unknown'),
            isNull(callbacks.orderNumber),
            eq(callbacks.transactionId, sql.placeholder('transactionId')),
          ),
        ),
      ),
    )
    .orderBy(callbacks.receivedAt, callbacks.id),
);

function orderKeyOf(claim: Claim, account: string): OrderKey {
  const { orderNumber, parentTransactionId, transactionId } = claim;
  return orderNumber !== null
    ? { number: orderNumber }
    : { account, transactionId: parentTransactionId ?? transactionId ?? '' };
}
