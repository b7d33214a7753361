import { eq, sql } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { paymentAccounts } from '#db/schema/payments';
import { counters } from '#db/schema/shop';
import type { Actor } from '#domain/vocabulary';
import { putProduct } from '#server/catalog/put-product';
import type { Context } from '#server/context';
import { importCodes } from '#server/digital/import-codes';
import { serveWaitingLines } from '#server/orders/serve-waiting-lines';
import { orderNumberFirst, type ShopSettings } from '#server/settings/shop-settings';
import { addOrders, type StockedProduct } from './add-orders';
import { sampleAccount } from './order-stories';
import { type Random, randomFrom } from './random';
import { sampleProducts } from './sample-products';

type Wanted = Readonly<{
  orders: number;
  seed: number;
  shop: ShopSettings;
  onProgress?: (done: number) => void;
}>;

const actor: Actor = { kind: 'system', id: 'sample-data', name: 'Sample data' };
const codesPerImport = 5_000;
/** More of these are sold than there are, so that the newest orders wait for some. */
const scarce = ['KETTLE-STEEL', 'COURSE-TEA'];

/**
 * Fills a shop with products of all kinds and orders in every state. The same seed gives the same
 * shop. What is there stays; orders are numbered on from the counter, and are others than those
 * that the seed gave before: a transaction or a code is never there twice.
 */
export async function addSampleData(ctx: Context, wanted: Wanted): Promise<void> {
  const { orders, seed, shop, onProgress = () => undefined } = wanted;
  await addAccount(ctx);
  const firstId = (await lastOrderId(ctx)) + 1;
  const random = randomFrom(seed, firstId - orderNumberFirst);
  const stocked = await addProducts(ctx, wanted, random);
  const plan = { count: orders, firstId, products: stocked, random, shop, onProgress };
  await addOrders(ctx, plan);
}

/** Switched off and without secrets: it stands for the payments of the sample orders. */
async function addAccount({ db, now }: Context): Promise<void> {
  const at = now();
  await db
    .insert(paymentAccounts)
    .values({
      slug: sampleAccount,
      gateway: 'standard-webhooks',
      name: 'Cards (sample data)',
      enabled: false,
      live: false,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing();
}

async function addProducts(
  ctx: Context,
  { orders, shop }: Wanted,
  random: Random,
): Promise<readonly StockedProduct[]> {
  for (const { sku, name, kind, price } of sampleProducts) {
    const stock = Math.round(orders * (scarce.includes(sku) ? 0.15 : 0.3)) + random.between(3, 40);
    const plain = { name, kind, price, currency: shop.currency, taxClass: null, weightGrams: null };
    const input = kind === 'physical' ? { ...plain, trackStock: true, stock } : plain;
    await putProduct(ctx, { sku, actor, input });
    if (kind === 'codes') {
      const share = scarce.includes(sku) ? 0.15 : 0.3;
      await fillPool(ctx, sku, Math.round(orders * share) + 5, random);
    }
  }
  // Orders of an earlier time come first, as they do for whoever imports codes.
  await serveWaitingLines(ctx, { actor, shop });
  const skus = sampleProducts.map(({ sku }) => sku);
  const { id, sku, name, kind, priceMinor, currency, trackStock, stock, codesAvailable } = products;
  const { downloadsMax, downloadDays } = products;
  const columns = {
    ...{ id, sku, name, kind, priceMinor, currency, trackStock, stock, codesAvailable },
    ...{ downloadsMax, downloadDays },
  };
  const rows = await ctx.db.select(columns).from(products);
  return rows.filter((row) => skus.includes(row.sku));
}

async function fillPool(ctx: Context, sku: string, units: number, random: Random): Promise<void> {
  for (let left = units; left > 0; left -= codesPerImport) {
    const codes = Array.from(
      { length: Math.min(left, codesPerImport) },
      () => `${random.reference(5)}-${random.reference(5)}-${random.reference(5)}`,
    );
    await importCodes(ctx, { sku, codes });
  }
}

async function lastOrderId({ db }: Context): Promise<number> {
  const [[counter], [newest]] = await db.batch([
    db.select({ value: counters.value }).from(counters).where(eq(counters.name, 'order')),
    db.select({ id: sql<number | null>`(SELECT max(id) FROM orders)` }).from(sql`(SELECT 1)`),
  ]);
  return Math.max(counter?.value ?? orderNumberFirst - 1, newest?.id ?? 0);
}
