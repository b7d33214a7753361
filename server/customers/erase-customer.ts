import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import { erasedCustomer } from '#domain/erased';
import type { Actor } from '#domain/vocabulary';
import { commit, conflict } from '#server/commit';
import type { Context } from '#server/context';
import { notFound, refused } from '#server/errors';
import { changeOrder } from '#server/orders/change-order';
import { eraseCallbacksStatement, eraseHistoryStatements } from '#server/orders/erase-statements';
import { purgeStatements } from '#server/orders/purge-statements';
import type { ShopSettings } from '#server/settings/shop-settings';
import { customerEventStatement } from './customer-event';

type Erasing = Readonly<{ id: string; actor: Actor; shop: ShopSettings }>;

const openNumbersMax = 3;

/**
 * Erases a customer's personal data for good (GDPR article 17) and keeps the books: order by order,
 * then the customer. Orders in the bin go altogether. Whatever stops it, it can be done again and
 * goes on; done twice it changes nothing. Throws `not_found`, `refused` while an order is still to
 * be paid or sent, and `conflict`.
 */
export async function eraseCustomer(ctx: Context, erasing: Erasing): Promise<void> {
  const { id, actor, shop } = erasing;
  const { isErased, open, numbers } = await readErasable(ctx, id);
  if (isErased) return;
  if (open.length > 0) throw stillOpen(open);
  for (const number of numbers) {
    await changeOrder(ctx, {
      ...{ order: { number }, command: { type: 'erase_personal_data' }, actor, shop },
      alongside: (after) => eraseHistoryStatements(ctx, after),
    });
  }
  if ((await commit(ctx.db, eraseStatements(ctx, erasing))) === null) throw conflict();
}

async function readErasable({ db }: Context, id: string) {
  const ofCustomer = and(eq(orders.customerId, id), isNull(orders.deletedAt));
  const [[customer], open, standing] = await db.batch([
    db
      .select({ erasedAt: customers.erasedAt })
      .from(customers)
      .where(and(eq(customers.id, id), isNull(customers.mergedInto))),
    db
      .select({ number: orders.number })
      .from(orders)
      .where(and(ofCustomer, inArray(orders.status, ['pending', 'paid'])))
      .orderBy(orders.placedAt)
      .limit(openNumbersMax),
    db
      .select({ number: orders.number })
      .from(orders)
      .where(and(ofCustomer, ne(orders.customerEmail, erasedCustomer.email)))
      .orderBy(orders.placedAt),
  ]);
  if (!customer) throw notFound('The customer');
  const numberOf = ({ number }: Readonly<{ number: string }>) => number;
  return {
    isErased: customer.erasedAt !== null,
    open: open.map(numberOf),
    numbers: standing.map(numberOf),
  };
}

function stillOpen(numbers: readonly string[]) {
  const [only] = numbers;
  return numbers.length === 1
    ? refused(`Order ${only} is still open.`, 'Ship it or cancel it first.')
    : refused(`Orders ${numbers.join(', ')} are still open.`, 'Ship or cancel them first.');
}

/** The last batch; it fails where an order came to the customer meanwhile. */
function eraseStatements(ctx: Context, { id, actor }: Erasing) {
  const { db } = ctx;
  const binned = sql`(SELECT id FROM orders WHERE customer_id = ${id} AND deleted_at IS NOT NULL)`;
  return [
    db.run(sql`INSERT INTO expectations (found, expected) SELECT count(*), 0 FROM orders
      WHERE customer_id = ${id} AND deleted_at IS NULL AND customer_email <> ${erasedCustomer.email}`),
    eraseCallbacksStatement(db, sql`(SELECT number FROM orders WHERE id IN ${binned})`),
    ...purgeStatements(db, binned),
    db.run(sql`DELETE FROM customer_addresses WHERE customer_id = ${id}`),
    db.run(sql`DELETE FROM customer_sessions WHERE customer_id = ${id}`),
    db.run(sql`DELETE FROM sign_in_links WHERE customer_id = ${id}`),
    db.run(sql`DELETE FROM messages WHERE customer_id = ${id}`),
    db.run(sql`UPDATE customers SET email = 'erased:' || id, name = ${erasedCustomer.name}, phone = NULL, locale = NULL, note = NULL, erased_at = ${ctx.now()}
      WHERE id = ${id} OR merged_into = ${id}`),
    customerEventStatement(ctx, { customerId: id, type: 'erased', actor }),
  ];
}
