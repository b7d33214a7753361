import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { orders } from '#db/schema/orders';
import { type CallbackResolution, callbacks } from '#db/schema/payments';
import type { Claim } from '#domain/claim';
import type { Currency } from '#domain/currency';
import type { CallbackAction } from '#domain/vocabulary';
import { notFound } from '#server/errors';
import { type CallbackStep, callbackSteps } from './callback-steps';
import { permittedActions, toldAmount } from './decide-resolution';
import { type InboxRow, inboxRows } from './read-inbox-page';
import { type ShownBody, showBody } from './show-body';

export type CallbackPage = Readonly<{
  callback: InboxRow & CallbackFacts;
  handling: CallbackHandling;
  /** Null where it was kept with the first delivery, or was too large to be read. */
  body: ShownBody | null;
  /** The other deliveries of the same event, oldest first; the first one holds the body. */
  deliveries: readonly InboxRow[];
  /** What else came in for the order, newest first: the last ten. */
  ofOrder: readonly InboxRow[];
  hasMoreOfOrder: boolean;
}>;

/** What can be done about a callback, and what was. */
export type CallbackHandling = Readonly<{
  /** What a person may decide now; none where nothing waits. */
  actions: readonly CallbackAction[];
  /** Whether it is kept so that it can be verified again. */
  isVerifiable: boolean;
  /** When the gateway is asked again to confirm it, ms UTC. */
  askAt: number | null;
  /** How often the gateway was asked. */
  asked: number;
  resolvedAt: number | null;
  /** The order that it would be taken for, as it stands now; null where there is none to go to. */
  order: CallbackOrder | null;
  /** Whether a person took the money in spite of a check. */
  isTaken: boolean;
  /** The checks it went through, in their order. */
  steps: readonly CallbackStep[];
}>;

/** Amounts in minor units of its currency. */
export type CallbackOrder = Readonly<{
  version: number;
  currency: Currency;
  grandMinor: number;
  /** What has come in and did not go back. */
  paidMinor: number;
  isSettled: boolean;
  isCancelled: boolean;
  /** What would be taken for it; null where a person has to say what the money is worth. */
  toldMinor: number | null;
}>;

type CallbackFacts = Readonly<{
  gateway: string;
  transactionId: string | null;
  authorizationCode: string | null;
  eventKey: string | null;
  /** What the gateway said; of a repeat, what its first delivery said. */
  claim: Claim | null;
  duplicateOf: string | null;
  headers: Readonly<Record<string, string>>;
}>;

const deliveriesMax = 100;
const ofOrderMax = 10;

/** All that the page of one callback shows. One round trip. Throws `not_found`. */
export async function readCallbackPage(db: Db, id: string): Promise<CallbackPage> {
  const [[listed], [kept], deliveries, ofOrder] = await db.batch([
    inboxRows(db).where(eq(callbacks.id, id)),
    factsQuery(db, id),
    inboxRows(db)
      .where(and(isOfSameOrder(id), isOfSameEvent(id), ne(callbacks.id, id)))
      .orderBy(asc(callbacks.receivedAt), asc(callbacks.id))
      .limit(deliveriesMax),
    inboxRows(db)
      .where(
        and(
          isOfSameOrder(id),
          sql`${callbacks.orderNumber} IS NOT NULL`,
          sql`NOT ${isOfSameEvent(id)}`,
        ),
      )
      .orderBy(desc(callbacks.receivedAt), desc(callbacks.id))
      .limit(ofOrderMax + 1),
  ]);
  if (!listed || !kept) throw notFound('The callback');
  const { body, sealed, askAt, asked, resolvedAt, order, ...facts } = kept;
  const { verdict, resolution } = listed;
  const { claim } = facts;
  return {
    callback: { ...listed, ...facts },
    handling: {
      actions: resolvedAt === null ? possibleActions(listed, claim) : [],
      isVerifiable: sealed !== null && resolvedAt === null,
      ...{ askAt, asked, resolvedAt },
      isTaken: isTaken(resolution),
      order: order && callbackOrder(order, claim),
      // What a person took in spite of a check did not pass it.
      steps: callbackSteps({
        verdict: isTaken(resolution) ? resolution.before.verdict : verdict,
        claim,
      }),
    },
    body: body === null ? null : showBody(body, facts.headers['content-type'] ?? ''),
    deliveries,
    ofOrder: ofOrder.slice(0, ofOrderMax),
    hasMoreOfOrder: ofOrder.length > ofOrderMax,
  };
}

/** Money can be taken only where there is an order to take it for. */
function possibleActions({ verdict, hasOrder }: InboxRow, claim: Claim | null) {
  return permittedActions(verdict, claim).filter(
    (action) => hasOrder || (action !== 'accept' && action !== 'apply'),
  );
}

function isTaken(resolution: CallbackResolution | null): resolution is CallbackResolution {
  return resolution?.action === 'accept' || resolution?.action === 'apply';
}

function callbackOrder(
  { version, currency, grandMinor, paidMinor, refundedMinor, ...order }: OrderColumns,
  claim: Claim | null,
): CallbackOrder {
  return {
    ...{ version, currency, grandMinor },
    paidMinor: paidMinor - refundedMinor,
    isSettled: order.paidVersion !== null,
    isCancelled: order.cancelledAt !== null,
    toldMinor: toldAmount(claim, currency),
  };
}

const orderColumns = {
  version: orders.version,
  currency: orders.currency,
  grandMinor: orders.grandMinor,
  paidMinor: orders.paidMinor,
  refundedMinor: orders.refundedMinor,
  paidVersion: orders.paidVersion,
  cancelledAt: orders.cancelledAt,
};
type OrderColumns = Pick<typeof orders.$inferSelect, keyof typeof orderColumns>;

function factsQuery(db: Db, id: string) {
  const first = sql`(SELECT first.claim FROM callbacks AS first WHERE first.id = ${callbacks.duplicateOf})`;
  const firstKey = sql`(SELECT first.event_key FROM callbacks AS first WHERE first.id = ${callbacks.duplicateOf})`;
  return db
    .select({
      gateway: callbacks.gateway,
      transactionId: callbacks.transactionId,
      authorizationCode: callbacks.authorizationCode,
      eventKey: sql<string | null>`coalesce(${callbacks.eventKey}, ${firstKey})`,
      claim: sql<Claim | null>`coalesce(${callbacks.claim}, ${first})`.mapWith(callbacks.claim),
      duplicateOf: callbacks.duplicateOf,
      headers: callbacks.headers,
      body: callbacks.body,
      sealed: callbacks.sealed,
      askAt: callbacks.askAt,
      asked: callbacks.asked,
      resolvedAt: callbacks.resolvedAt,
      order: orderColumns,
    })
    .from(callbacks)
    .leftJoin(orders, and(eq(orders.number, callbacks.orderNumber), isNull(orders.deletedAt)))
    .where(eq(callbacks.id, id));
}

/** A repeat carries the order number of its first delivery, so the index on it finds both. */
function isOfSameOrder(id: string) {
  return sql`${callbacks.orderNumber} IS (SELECT here.order_number FROM callbacks AS here WHERE here.id = ${id})`;
}

function isOfSameEvent(id: string) {
  const first = sql`(SELECT coalesce(here.duplicate_of, here.id) FROM callbacks AS here WHERE here.id = ${id})`;
  return or(eq(callbacks.id, first), sql`${callbacks.duplicateOf} IS ${first}`);
}
