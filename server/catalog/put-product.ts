import { eq, sql } from 'drizzle-orm';
import { movements, products } from '#db/schema/catalog';
import type { Actor } from '#domain/vocabulary';
import { attemptsMax, commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { AppError, invalid, notFound } from '#server/errors';
import { movementRow } from './movement-row';
import type { PutProductForm } from './product-input';
import {
  type DownloadTerms,
  type ProductRow,
  type ProductView,
  productColumns,
  viewProduct,
} from './view-product';

type PutRequest = Readonly<{
  sku: string;
  input: PutProductForm;
  actor: Actor;
  /** What a form takes for granted; a program that puts makes or changes, whichever it is. */
  expects?: 'new' | 'existing';
}>;

export type ProductPut = Readonly<{ product: ProductView; isNew: boolean }>;

type Found = Readonly<{ product: ProductRow | undefined; isKindFree: boolean }>;

/**
 * Makes the product with this sku or changes it; a part of the input that is left out stays. Stock
 * is set by a movement, so the ledger always explains it. Two round trips. Throws `invalid`,
 * `not_found` (an existing one was expected), `refused` (another kind while codes, files,
 * sales or orders hang on it) and `conflict`.
 */
export async function putProduct(ctx: Context, request: PutRequest): Promise<ProductPut> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const found = await readStanding(ctx, request);
    checkExpected(request, found);
    const after = changed(ctx, request, found);
    const results = await commit(ctx.db, [
      ...putStatements(ctx, { request, before: found.product, after }),
      ctx.db.select(productColumns).from(products).where(eq(products.id, after.id)),
    ]);
    const [product] = (results?.at(-1) ?? []) as readonly ProductRow[];
    if (product) return { product: viewProduct(product), isNew: !found.product };
  }
  throw conflict();
}

async function readStanding({ db }: Context, { sku, input }: PutRequest): Promise<Found> {
  const [[product], [free]] = await db.batch([
    db.select(productColumns).from(products).where(eq(products.sku, sku)),
    db
      .select({
        isKindFree: sql<number>`CASE WHEN kind = ${input.kind} THEN 1 ELSE NOT ${isUsed} END`,
      })
      .from(products)
      .where(eq(products.sku, sku)),
  ]);
  return { product, isKindFree: free?.isKindFree !== 0 };
}

/** Lines know their product's kind from when they were ordered; there is no index of them by product. */
const isUsed = sql`(sold <> 0
  OR EXISTS (SELECT 1 FROM codes WHERE product_id = products.id)
  OR EXISTS (SELECT 1 FROM files WHERE product_id = products.id)
  OR EXISTS (SELECT 1 FROM order_lines WHERE product_id = products.id))`;

function checkExpected({ sku, expects }: PutRequest, { product }: Found): void {
  if (expects === 'new' && product) {
    throw invalid({ sku: `There is a product ${sku} already: ${product.name}.` });
  }
  if (expects === 'existing' && !product) throw notFound('The product');
}

function changed(ctx: Context, { sku, input }: PutRequest, found: Found): ProductRow {
  const { product: before } = found;
  const { name, price, currency, kind, stock } = input;
  checkKind(found);
  return {
    ...{ id: before?.id ?? ctx.newId(), sku, name, price, currency, kind },
    sold: before?.sold ?? 0,
    codesAvailable: before?.codesAvailable ?? 0,
    trackStock: isTracked(input, before),
    stock: stock ?? before?.stock ?? 0,
    taxClass: input.taxClass === undefined ? (before?.taxClass ?? null) : input.taxClass,
    weightGrams:
      input.weightGrams === undefined ? (before?.weightGrams ?? null) : input.weightGrams,
    ...termsOf(input, before),
  };
}

/** Only files are downloaded. */
function termsOf(
  { kind, downloadsMax, downloadDays }: PutProductForm,
  before: ProductRow | undefined,
): DownloadTerms {
  if (kind !== 'file') return { downloadsMax: null, downloadDays: null };
  return {
    downloadsMax: downloadsMax === undefined ? (before?.downloadsMax ?? null) : downloadsMax,
    downloadDays: downloadDays === undefined ? (before?.downloadDays ?? null) : downloadDays,
  };
}

function checkKind({ isKindFree }: Found): void {
  if (isKindFree) return;
  throw new AppError(
    'refused',
    'The kind of a product that was ordered or has codes or files stays.',
    {
      reason: 'This product has been ordered, or has codes or files.',
      remedy: 'Make a new product with another sku.',
    },
  );
}

function isTracked(
  { kind, stock, trackStock }: PutProductForm,
  before: ProductRow | undefined,
): boolean {
  const isCounted =
    kind === 'physical' && (trackStock ?? (before?.trackStock || stock !== undefined));
  if (stock === undefined || isCounted) return isCounted;
  throw invalid({
    stock:
      kind === 'codes'
        ? 'The stock of a codes product is its pool: import codes instead.'
        : 'The stock of this product is not counted. Leave stock out, or set trackStock.',
  });
}

type Put = Readonly<{ request: PutRequest; before: ProductRow | undefined; after: ProductRow }>;

function putStatements(ctx: Context, { request, before, after }: Put): readonly Statement[] {
  const { id, sku, name, currency, kind, trackStock, taxClass, weightGrams } = after;
  const { downloadsMax, downloadDays } = after;
  const at = ctx.now();
  const row = {
    ...{ name, priceMinor: after.price, currency, kind, trackStock, taxClass, weightGrams },
    ...{ downloadsMax, downloadDays },
  };
  return [
    before
      ? ctx.db
          .update(products)
          .set({ ...row, updatedAt: at })
          .where(eq(products.id, id))
      : ctx.db.insert(products).values({ ...row, id, sku, createdAt: at, updatedAt: at }),
    ...(before && before.kind !== kind ? [expectUnused(ctx, id)] : []),
    ...(request.input.stock === undefined ? [] : stockStatements(ctx, { request, before, after })),
  ];
}

/** The kind was judged free to change: nothing may have been ordered or imported since. */
function expectUnused({ db }: Context, id: string): Statement {
  return db.run(
    sql`INSERT INTO expectations (found, expected) SELECT ${isUsed}, 0 FROM products WHERE id = ${id}`,
  );
}

/** A level is turned into a delta; the batch fails where the stock moved in between. */
function stockStatements(ctx: Context, { request, before, after }: Put): readonly Statement[] {
  const { actor } = request;
  const stockDelta = after.stock - (before?.stock ?? 0);
  const moved = { productId: after.id, stockDelta, actor, at: ctx.now(), note: 'Stock was set' };
  return [
    ...(stockDelta === 0 ? [] : [ctx.db.insert(movements).values(movementRow(ctx, moved))]),
    ctx.db.run(
      sql`INSERT INTO expectations (found, expected) SELECT stock, ${after.stock} FROM products WHERE id = ${after.id}`,
    ),
  ];
}
