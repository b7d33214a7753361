import { eq, sql } from 'drizzle-orm';
import { movements, products } from '#db/schema/catalog';
import type { Actor } from '#domain/vocabulary';
import { attemptsMax, commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { type AppError, invalid, notFound, refused } from '#server/errors';
import { movementRow } from './movement-row';
import { type AdjustStock, unitsMax } from './product-input';
import { type ProductRow, type ProductView, productColumns, viewProduct } from './view-product';

type Adjustment = Readonly<{ sku: string; actor: Actor }> & AdjustStock;

/**
 * Adds pieces to a product's stock or takes them away (`delta`), or sets it to what was counted
 * (`level`), with the reason in the ledger. Two deltas at once both count; a level is that at the
 * moment of writing. Two round trips. Throws `not_found`, `invalid` (a level that is the stock
 * already, or a stock beyond bounds), `refused` where the stock is not counted, and `conflict`.
 */
export async function adjustStock(ctx: Context, adjustment: Adjustment): Promise<ProductView> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const [product] = await ctx.db
      .select(productColumns)
      .from(products)
      .where(eq(products.sku, adjustment.sku));
    if (!product) throw notFound('The product');
    if (!product.trackStock) throw notCounted();
    const results = await commit(ctx.db, adjustStatements(ctx, adjustment, product));
    const [after] = (results?.at(-1) ?? []) as readonly ProductRow[];
    if (after) return viewProduct(after);
  }
  throw conflict();
}

function adjustStatements(
  ctx: Context,
  adjustment: Adjustment,
  { id: productId, stock }: ProductRow,
): readonly Statement[] {
  const { actor, reason: note } = adjustment;
  const stockDelta = deltaOf(adjustment, stock);
  const moved = { productId, stockDelta, note, actor, at: ctx.now() };
  return [
    ctx.db.insert(movements).values(movementRow(ctx, moved)),
    ...('level' in adjustment ? [expectStock(ctx, productId, adjustment.level)] : []),
    ctx.db.select(productColumns).from(products).where(eq(products.id, productId)),
  ];
}

function deltaOf(adjustment: AdjustStock, stock: number): number {
  if ('level' in adjustment) {
    if (adjustment.level === stock) throw invalid({ level: `The stock is ${stock} already.` });
    return adjustment.level - stock;
  }
  if (Math.abs(stock + adjustment.delta) > unitsMax) {
    throw invalid({ delta: 'The stock would be too large to count.' });
  }
  return adjustment.delta;
}

function expectStock({ db }: Context, productId: string, level: number): Statement {
  return db.run(
    sql`INSERT INTO expectations (found, expected) SELECT stock, ${level} FROM products WHERE id = ${productId}`,
  );
}

function notCounted(): AppError {
  return refused('The stock of this product is not counted.', 'Switch counting on first.');
}
