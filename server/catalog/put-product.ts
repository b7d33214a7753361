import { eq, sql } from 'drizzle-orm';
import { movements, products } from '#db/schema/catalog';
import type { Actor } from '#domain/vocabulary';
import { attemptsMax, commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { AppError, invalid } from '#server/errors';
import { movementRow } from './movement-row';
import type { PutProduct } from './product-input';
import { type ProductRow, type ProductView, productColumns, viewProduct } from './view-product';

type PutRequest = Readonly<{
  sku: string;
  input: PutProduct;
  actor: Actor;
  alongside?: (put: ProductPut) => readonly Statement[];
}>;

export type ProductPut = Readonly<{ product: ProductView; isNew: boolean }>;

/**
 * Makes the product with this sku or changes it. Stock is set by a movement, so the ledger always
 * explains it. Throws `invalid`, `refused` (another kind while codes or sales hang on it) and `conflict`.
 */
export async function putProduct(ctx: Context, request: PutRequest): Promise<ProductPut> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const [before] = await ctx.db
      .select(productColumns)
      .from(products)
      .where(eq(products.sku, request.sku));
    const after = changed(ctx, request, before);
    const put = { product: viewProduct(after), isNew: before === undefined };
    const statements = putStatements(ctx, request, before, after);
    if (await commit(ctx.db, [...statements, ...(request.alongside?.(put) ?? [])])) return put;
  }
  throw conflict();
}

function changed(
  ctx: Context,
  { sku, input }: PutRequest,
  before: ProductRow | undefined,
): ProductRow {
  const { stock, trackStock, ...plain } = input;
  const isTracked =
    input.kind === 'physical' && (trackStock ?? (before?.trackStock || stock !== undefined));
  if (stock !== undefined && !isTracked) {
    throw invalid({
      stock:
        input.kind === 'codes'
          ? 'The stock of a codes product is its pool: import codes instead.'
          : 'The stock of this product is not counted. Leave stock out, or set trackStock.',
    });
  }
  if (before && before.kind !== input.kind && (before.sold !== 0 || before.codesAvailable !== 0)) {
    throw new AppError('refused', 'The kind of a product that was sold or has codes stays.', {
      reason: 'This product has been sold or has codes.',
      remedy: 'Make a new product with another sku.',
    });
  }
  return {
    id: before?.id ?? ctx.newId(),
    sku,
    sold: before?.sold ?? 0,
    codesAvailable: before?.codesAvailable ?? 0,
    ...plain,
    trackStock: isTracked,
    stock: stock ?? before?.stock ?? 0,
  };
}

function putStatements(
  ctx: Context,
  { actor }: PutRequest,
  before: ProductRow | undefined,
  after: ProductRow,
): readonly Statement[] {
  const { id, sku, name, currency, kind, trackStock, taxClass, weightGrams } = after;
  const at = ctx.now();
  const row = { name, priceMinor: after.price, currency, kind, trackStock, taxClass, weightGrams };
  const stockDelta = after.stock - (before?.stock ?? 0);
  const moved = { productId: id, stockDelta, actor, at, note: 'Stock was set' };
  return [
    before
      ? ctx.db
          .update(products)
          .set({ ...row, updatedAt: at })
          .where(eq(products.id, id))
      : ctx.db.insert(products).values({ ...row, id, sku, createdAt: at, updatedAt: at }),
    ...(stockDelta === 0 ? [] : [ctx.db.insert(movements).values(movementRow(ctx, moved))]),
    ctx.db.run(
      sql`INSERT INTO expectations (found, expected) SELECT stock, ${after.stock} FROM products WHERE id = ${id}`,
    ),
  ];
}
