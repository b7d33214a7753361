import { sql } from 'drizzle-orm';
import type { ActorKind } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';

/** One code of an order, or all codes of one of its lines. */
export type CodesAsked = Readonly<{ token: string }> &
  (Readonly<{ codeId: number }> | Readonly<{ lineId: string }>);

/**
 * Shows codes to their customer: marks them as seen and records the look in one batch, and gives
 * the key with which `readTrackingPage` opens them. Throws `not_found` for a code that is not handed
 * out to that order, and for a deleted order.
 */
export async function showCodes(ctx: Context, asked: CodesAsked): Promise<string> {
  const look = ctx.newToken();
  const at = ctx.now();
  const customer: ActorKind = 'customer';
  const shown = sql`order_id = (SELECT id FROM orders WHERE token = ${asked.token} AND deleted_at IS NULL)
    AND status = 'handed_out' AND ${'codeId' in asked ? sql`id = ${asked.codeId}` : sql`line_id = ${asked.lineId}`}`;
  const [looked] = await ctx.db.batch([
    ctx.db.all<{
      id: string;
    }>(sql`INSERT INTO code_looks (id, code_id, order_id, actor_kind, actor_name, at)
      SELECT ${look} || '.' || id, id, order_id, ${customer}, (SELECT customer_name FROM orders WHERE orders.id = codes.order_id), ${at}
      FROM codes WHERE ${shown} RETURNING id`),
    ctx.db.run(sql`UPDATE codes SET seen_at = ${at} WHERE seen_at IS NULL AND ${shown}`),
  ]);
  if (looked.length === 0) throw notFound('The code');
  return look;
}
