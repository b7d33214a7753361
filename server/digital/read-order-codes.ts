import { and, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import { codes } from '#db/schema/catalog';
import { orderLines, orders } from '#db/schema/orders';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import { deriveKey, open } from '#server/secret-box';

export const OrderCodeView = z.object({ lineId: z.string(), sku: z.string(), code: z.string() });
export type OrderCodeView = z.infer<typeof OrderCodeView>;

type CodesAsked = Readonly<{
  number: string;
  actor: Actor;
  cursor?: string | undefined;
  limit: number;
}>;

/**
 * One page of the serial codes of an order, in the clear. The look is recorded and the codes are
 * marked as seen in the batch that reads them, so a roll back at the same moment burns them.
 * Throws `not_found`, also for a deleted order.
 */
export async function readOrderCodes(
  ctx: Context,
  { number, actor, cursor, limit }: CodesAsked,
): Promise<Page<OrderCodeView>> {
  const query: KeysetQuery = {
    sort: 'id',
    by: [sql`codes.id`, sql`codes.id`],
    descending: false,
    cursor: readCursor(cursor, 'id'),
    limit,
  };
  const page = keysetPage(query);
  const at = ctx.now();
  const shown = sql`SELECT codes.id FROM codes WHERE order_id = (SELECT id FROM orders WHERE number = ${number} AND deleted_at IS NULL) AND status = 'handed_out'${page.where ? sql` AND ${page.where}` : sql``} ORDER BY codes.id ${page.way} LIMIT ${limit}`;
  const [[order], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.number, number), isNull(orders.deletedAt))),
    ctx.db
      .select({
        id: codes.id,
        productId: codes.productId,
        sealed: codes.sealed,
        lineId: orderLines.id,
        sku: orderLines.sku,
      })
      .from(codes)
      .innerJoin(orderLines, eq(orderLines.id, codes.lineId))
      .where(
        and(
          sql`codes.order_id = (SELECT id FROM orders WHERE number = ${number} AND deleted_at IS NULL)`,
          eq(codes.status, 'handed_out'),
          page.where,
        ),
      )
      .orderBy(...page.orderBy)
      .limit(page.limit),
    ctx.db.run(sql`INSERT INTO code_looks (id, code_id, order_id, actor_kind, actor_name, at)
      SELECT lower(hex(randomblob(16))), id, order_id, ${actor.kind}, ${actor.name}, ${at} FROM codes WHERE id IN (${shown})`),
    ctx.db.run(sql`UPDATE codes SET seen_at = ${at} WHERE seen_at IS NULL AND id IN (${shown})`),
  ]);
  if (!order) throw notFound('The order');
  const key = deriveKey(ctx.env.authSecret, 'serial-codes');
  const { data, ...cursors } = toPage(rows, query, ({ id }) => [id, id]);
  return {
    ...cursors,
    data: data.map(({ productId, sealed, lineId, sku }) => ({
      lineId,
      sku,
      code: open(sealed, key, productId),
    })),
  };
}
