import { eq } from 'drizzle-orm';
import { movements, products } from '#db/schema/catalog';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { AppError, notFound } from '#server/errors';
import { movementRow } from './movement-row';
import { type ProductView, productColumns, viewProduct } from './view-product';

type Adjustment = Readonly<{ sku: string; delta: number; reason: string; actor: Actor }>;

/**
 * Adds pieces to a product's stock or takes them away, with the reason in the ledger. A delta, not
 * a level, so two people counting at once both count. Throws `not_found` and `refused` where the
 * stock is not counted.
 */
export async function adjustStock(ctx: Context, adjustment: Adjustment): Promise<ProductView> {
  const { sku, delta, reason, actor } = adjustment;
  const bySku = eq(products.sku, sku);
  const [product] = await ctx.db.select(productColumns).from(products).where(bySku);
  if (!product) throw notFound('The product');
  if (!product.trackStock) {
    const why = {
      reason: 'The stock of this product is not counted.',
      remedy: 'Switch counting on first.',
    };
    throw new AppError('refused', `${why.reason} ${why.remedy}`, why);
  }
  const moved = { productId: product.id, stockDelta: delta, note: reason, actor, at: ctx.now() };
  const [, [after]] = await ctx.db.batch([
    ctx.db.insert(movements).values(movementRow(ctx, moved)),
    ctx.db.select(productColumns).from(products).where(bySku),
  ]);
  if (!after) throw notFound('The product');
  return viewProduct(after);
}
