import { sql } from 'drizzle-orm';
import { normalizeEmail } from '#domain/email-address';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { mendLinkMail } from '#server/mail/outbox';
import { addressStatements } from './address-statements';
import type { OrderChange } from './order-change';

/**
 * What a corrected contact means for the customer: an order belongs to whoever reads its mail. A
 * customer who has no other order is given the corrected address, where nobody else has it; else
 * the order alone goes to the customer of that address, who is made where there is none. Whoever is
 * signed in by the former address stays out of what they cannot read the mail of.
 */
export function contactStatements(
  ctx: Context,
  { before, after, at }: OrderChange,
): readonly Statement[] {
  const { db } = ctx;
  const email = normalizeEmail(after.customer.email) ?? after.customer.email;
  const former = normalizeEmail(before.customer.email) ?? before.customer.email;
  if (email === former) return [];
  const { id, customer } = after;
  const owner = sql`(SELECT customer_id FROM orders WHERE id = ${id})`;
  const isFree = sql`NOT EXISTS (SELECT 1 FROM customers WHERE email = ${email})`;
  return [
    mendLinkMail(ctx, at, sql`SELECT id FROM customers WHERE id = ${owner} AND email = ${former}`),
    db.run(sql`UPDATE customers SET email = ${email} WHERE id = ${owner} AND email = ${former} AND ${isFree}
      AND NOT EXISTS (SELECT 1 FROM orders AS others WHERE others.customer_id = ${owner} AND others.id <> ${id})`),
    db.run(sql`INSERT INTO customers (id, email, name, phone, locale, created_at)
      SELECT ${ctx.newId()}, ${email}, ${customer.name}, ${customer.phone}, ${customer.locale}, ${at} WHERE ${isFree}`),
    db.run(
      sql`UPDATE orders SET customer_id = (SELECT coalesce(merged_into, id) FROM customers WHERE email = ${email}) WHERE id = ${id}`,
    ),
    db.run(sql`DELETE FROM customer_sessions WHERE email = ${former} AND customer_id = ${owner}`),
    db.run(sql`DELETE FROM sign_in_links WHERE email = ${former} AND customer_id = ${owner}`),
    ...addressStatements(ctx, after, at),
  ];
}
