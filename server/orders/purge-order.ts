import { sql } from 'drizzle-orm';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { purgeStatements } from './purge-statements';

/**
 * Removes one order that is in the bin, for good; in one atomic batch. Throws `not_found` where the
 * bin has no such order.
 */
export async function purgeOrder({ db }: Context, number: string): Promise<void> {
  const binned = sql`(SELECT id FROM orders WHERE number = ${number} AND deleted_at IS NOT NULL)`;
  const [, , , , , , , , , , , , , purged] = await db.batch(purgeStatements(db, binned));
  if (purged.length === 0) throw notFound('The order in the bin');
}
