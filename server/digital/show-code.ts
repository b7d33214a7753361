import { and, eq, sql } from 'drizzle-orm';
import { codeLooks, codes, products } from '#db/schema/catalog';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { AppError, notFound } from '#server/errors';
import { deriveKey, open, SealedTextUnreadable } from '#server/secret-box';

/** `number` or `sku` name the order or the product whose code it has to be. */
type Look = Readonly<{ codeId: number; actor: Actor; number?: string; sku?: string }>;

export type ShownCode = Readonly<{ codeId: number; sku: string; code: string }>;

/**
 * One serial code in the clear. The batch that reads it records who looked and when, and marks the
 * code as seen: a roll back burns it then. A code that is looked at in the pool stays there and may
 * still be handed out. Throws `not_found`, and `unavailable` where AUTH_SECRET no longer opens it.
 */
export async function showCode(ctx: Context, look: Look): Promise<ShownCode> {
  const { db } = ctx;
  const { codeId, actor } = look;
  const at = ctx.now();
  const asked = condition(look);
  const [[found]] = await db.batch([
    db
      .select({ productId: codes.productId, sealed: codes.sealed, sku: products.sku })
      .from(codes)
      .innerJoin(products, eq(products.id, codes.productId))
      .where(asked),
    db.run(sql`INSERT INTO ${codeLooks} (id, code_id, order_id, actor_kind, actor_name, at)
      SELECT ${ctx.newId()}, id, order_id, ${actor.kind}, ${actor.name}, ${at} FROM codes WHERE ${asked}`),
    db.run(sql`UPDATE codes SET seen_at = ${at} WHERE seen_at IS NULL AND ${asked}`),
  ]);
  if (!found) throw notFound('The code');
  return { codeId, sku: found.sku, code: opened(ctx, found) };
}

function condition({ codeId, number, sku }: Look) {
  return and(
    eq(codes.id, codeId),
    number === undefined
      ? undefined
      : sql`codes.order_id = (SELECT id FROM orders WHERE number = ${number})`,
    sku === undefined
      ? undefined
      : sql`codes.product_id = (SELECT id FROM products WHERE sku = ${sku})`,
  );
}

function opened(
  { env }: Context,
  { sealed, productId }: Readonly<{ sealed: string; productId: string }>,
): string {
  try {
    return open(sealed, deriveKey(env.authSecret, 'serial-codes'), productId);
  } catch (cause) {
    if (cause instanceof SealedTextUnreadable) {
      throw new AppError('unavailable', cause.message, { cause });
    }
    throw cause;
  }
}
