import { sql } from 'drizzle-orm';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { customerEventStatement } from './customer-event';

type SigningOut = Readonly<{ id: string; actor: Actor }>;

/**
 * Ends every session of a customer, and the links that could begin another one, sent or not. Who
 * did it is recorded. Throws `not_found`, also for one that was merged into another. One round trip.
 */
export async function signOutCustomer(ctx: Context, { id, actor }: SigningOut): Promise<void> {
  const { db } = ctx;
  const [found] = await db.batch([
    db.all<{ id: string }>(sql`SELECT id FROM customers WHERE id = ${id} AND merged_into IS NULL`),
    db.run(sql`DELETE FROM customer_sessions WHERE customer_id = ${id}`),
    db.run(sql`DELETE FROM sign_in_links WHERE customer_id = ${id} AND used_at IS NULL`),
    customerEventStatement(ctx, { customerId: id, type: 'signed_out', actor }),
  ]);
  if (found.length === 0) throw notFound('The customer');
}
