import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { orders, payments } from '#db/schema/orders';
import { callbacks } from '#db/schema/payments';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import { standingStatuses } from '#domain/totals';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { refused } from '#server/errors';

type Holding = Awaited<ReturnType<typeof ordersHolding>>;

/** The orders that have the callback's transaction among their payments: paid, or authorised only. */
export function ordersHolding(db: Db, callbackId: string) {
  return db
    .select({ number: orders.number, status: payments.status })
    .from(callbacks)
    .innerJoin(payments, isOfTransaction)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(
      and(
        eq(callbacks.id, callbackId),
        inArray(payments.status, ['authorised', ...standingStatuses]),
      ),
    );
}

const isOfTransaction = and(
  eq(payments.transactionId, callbacks.transactionId),
  eq(payments.account, callbacks.account),
);

/** Another order that the transaction has paid, if any. */
export function paidElsewhere(holding: Holding, orderNumber: string | null): string | null {
  const other = holding.find(
    ({ number, status }) => number !== orderNumber && status !== 'authorised',
  );
  return other?.number ?? null;
}

/** Money of one transaction is there once. Throws `refused`. */
export function expectNotSpent(holding: Holding, orderNumber: string | null): void {
  const number = paidElsewhere(holding, orderNumber);
  if (number === null) return;
  throw refused(
    `This transaction has paid order ${number} already.`,
    `Roll order ${number} back first if the money is not meant for it, or dismiss this callback.`,
  );
}

export function isAuthorisation(command: OrderCommand): boolean {
  return command.type === 'note_payment' && command.status === 'authorised';
}

/** Throws `refused` where another order has the authorisation. */
export function expectNotAuthorised(holding: Holding, orderNumber: string): void {
  const other = holding.find(
    ({ number, status }) => number !== orderNumber && status === 'authorised',
  );
  if (other === undefined) return;
  throw refused(
    `Order ${other.number} has this authorisation already, and no money has come in by it.`,
    'Once it is captured, attach the message that says so to the order that was meant.',
  );
}

/** Fails the batch when the same authorisation has come to another order meanwhile. */
export function expectNotElsewhere(
  { db }: Context,
  { account, transactionId }: Pick<typeof callbacks.$inferSelect, 'account' | 'transactionId'>,
  { id }: Order,
): Statement {
  return db.run(
    sql`INSERT INTO expectations (found, expected) SELECT count(*), 0 FROM payments WHERE transaction_id = ${transactionId} AND account = ${account} AND status = 'authorised' AND order_id <> ${id}`,
  );
}
