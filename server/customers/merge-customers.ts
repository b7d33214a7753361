import { inArray, sql } from 'drizzle-orm';
import { customers } from '#db/schema/customers';
import type { Actor } from '#domain/vocabulary';
import { commit, conflict } from '#server/commit';
import type { Context } from '#server/context';
import { notFound, refused } from '#server/errors';
import { customerEventStatement } from './customer-event';

type Merging = Readonly<{ keepId: string; mergeId: string; actor: Actor }>;

/**
 * Makes two customers one: orders, addresses, sessions and the note of `mergeId` go over to `keepId`, and
 * whoever orders with its e-mail address from now on is `keepId`. What stands on the orders stays as
 * it is. All in one batch. Throws `not_found`, `refused` for one and the same or an erased customer,
 * and `conflict` where somebody merged or erased one of them meanwhile.
 */
export async function mergeCustomers(ctx: Context, merging: Merging): Promise<void> {
  const { keepId, mergeId } = merging;
  if (keepId === mergeId) {
    throw refused('This is one and the same customer.', 'Choose another one.');
  }
  const found = await ctx.db
    .select({ id: customers.id, mergedInto: customers.mergedInto, erasedAt: customers.erasedAt })
    .from(customers)
    .where(inArray(customers.id, [keepId, mergeId]));
  if (found.filter(({ mergedInto }) => mergedInto === null).length < 2) {
    throw notFound('The customer');
  }
  if (found.some(({ erasedAt }) => erasedAt !== null)) {
    throw refused('An erased customer cannot be merged.', 'Choose another one.');
  }
  if ((await commit(ctx.db, mergeStatements(ctx, merging))) === null) throw conflict();
}

function mergeStatements(ctx: Context, { keepId, mergeId, actor }: Merging) {
  const { db } = ctx;
  return [
    db.run(sql`INSERT INTO expectations (found, expected) SELECT count(*), 2 FROM customers
      WHERE id IN (${keepId}, ${mergeId}) AND merged_into IS NULL AND erased_at IS NULL`),
    db.run(sql`UPDATE orders SET customer_id = ${keepId} WHERE customer_id = ${mergeId}`),
    db.run(sql`INSERT INTO customer_addresses (customer_id, address, used_at)
      SELECT ${keepId}, address, used_at FROM customer_addresses WHERE customer_id = ${mergeId}
      ON CONFLICT (customer_id, address) DO UPDATE SET used_at = max(used_at, excluded.used_at)`),
    db.run(sql`DELETE FROM customer_addresses WHERE customer_id = ${mergeId}`),
    ...['customer_sessions', 'sign_in_links', 'messages'].map((table) =>
      db.run(
        sql`UPDATE ${sql.identifier(table)} SET customer_id = ${keepId} WHERE customer_id = ${mergeId}`,
      ),
    ),
    db.run(sql`UPDATE customers SET
        note = nullif(trim(coalesce(note, '') || char(10) || coalesce((SELECT note FROM customers WHERE id = ${mergeId}), ''), char(10)), ''),
        phone = coalesce(phone, (SELECT phone FROM customers WHERE id = ${mergeId})),
        locale = coalesce(locale, (SELECT locale FROM customers WHERE id = ${mergeId}))
      WHERE id = ${keepId}`),
    db.run(
      sql`UPDATE customers SET merged_into = ${keepId}, note = NULL WHERE id = ${mergeId} OR merged_into = ${mergeId}`,
    ),
    customerEventStatement(ctx, { customerId: keepId, type: 'merged', actor, data: { mergeId } }),
  ];
}
