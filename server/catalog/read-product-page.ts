import { and, eq, sql } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { isWaitingForCodes, orderLines } from '#db/schema/orders';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { type ProductFile, productFilesQuery, toProductFiles } from '#server/files/product-files';
import type { Page } from '#server/keyset';
import { movementPage, movementQuery, toMovementPage } from './find-movements';
import { type PoolCodeView, poolPage, poolQuery, toPoolPage } from './find-pool';
import { type ExplainedMovement, newerStockQuery, withRunningStock } from './running-stock';
import { type DownloadTerms, type ProductView, productColumns, viewProduct } from './view-product';

type PageAsked = Readonly<{
  sku: string;
  movementsCursor?: string | undefined;
  codesCursor?: string | undefined;
  limit: number;
}>;

/** `owed` are units of paid orders that still wait for a code, and how many orders these are. */
export type ProductPage = Readonly<{
  product: ProductView;
  /** Of a product that is downloaded. */
  terms: DownloadTerms;
  movements: Page<ExplainedMovement>;
  codes: Page<PoolCodeView>;
  owed: Readonly<{ units: number; orders: number }>;
  files: readonly ProductFile[];
}>;

/**
 * A product with one page of its movements, each with the stock after it, and one page of its
 * codes, masked, and all its files. Throws `not_found` and `malformed` for cursors of other lists. One round trip.
 */
export async function readProductPage(ctx: Context, asked: PageAsked): Promise<ProductPage> {
  const { db } = ctx;
  const { sku, limit } = asked;
  const moved = movementPage({ cursor: asked.movementsCursor, limit });
  const pool = poolPage({ cursor: asked.codesCursor, limit });
  const [[product], movementRows, [newer], codeRows, [owed], fileRows] = await db.batch([
    db.select(productColumns).from(products).where(eq(products.sku, sku)),
    movementQuery(db, sku, moved),
    newerStockQuery(db, sku, moved),
    poolQuery(db, sku, pool),
    owedQuery(ctx, sku),
    productFilesQuery(db, sku),
  ]);
  if (!product) throw notFound('The product');
  const movements = toMovementPage(movementRows, moved);
  const standing = { stock: product.stock, newer: newer?.sum ?? 0, query: moved };
  return {
    product: viewProduct(product),
    terms: { downloadsMax: product.downloadsMax, downloadDays: product.downloadDays },
    movements: { ...movements, data: withRunningStock(movements, standing) },
    codes: toPoolPage(ctx, codeRows, pool),
    owed: owed ?? { units: 0, orders: 0 },
    files: toProductFiles(fileRows),
  };
}

function owedQuery({ db }: Context, sku: string) {
  return db
    .select({
      units: sql<number>`coalesce(sum(${orderLines.codesWaiting}), 0)`,
      orders: sql<number>`count(DISTINCT ${orderLines.orderId})`,
    })
    .from(orderLines)
    .where(
      and(
        sql`order_lines.product_id = (SELECT id FROM products WHERE sku = ${sku})`,
        isWaitingForCodes,
      ),
    );
}
