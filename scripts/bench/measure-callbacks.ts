import { createClient } from '@libsql/client/sqlite3';
import { sql } from 'drizzle-orm';
import type { Order } from '#domain/order';
import { totalsOf } from '#domain/totals';
import type { Context } from '#server/context';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { receiveCallback } from '#server/payments/receive-callback';
import { signedMessage } from '#server/payments/signed-message.test-data';
import { defaultShop } from '#server/settings/shop-settings';
import { captureBatches } from './capture-batches';
import { type Figure, measurePosts, measureWork, type Speed } from './measure';
import type { BenchShop } from './open-bench-shop';

const actor = { kind: 'system', id: 'bench', name: 'Benchmark' } as const;
const callbacksPerSecond = 300;
const warmUpCallbacks = 1_000;

/**
 * Callbacks that pay an order each, at 1 and at 10 connections, beside the very batches that such
 * callbacks write, sent to the same file by libSQL's own client with nothing around it.
 */
export async function measureCallbacks(
  shop: BenchShop,
  seconds: number,
): Promise<readonly Figure[]> {
  const count = seconds * callbacksPerSecond;
  const figures: Figure[] = [];
  await measureApplied(shop, await placeOrders(shop, warmUpCallbacks), 1);
  for (const connections of [1, 10]) {
    const raw = await measureRaw(shop, await placeOrders(shop, count), connections);
    const speed = await measureApplied(shop, await placeOrders(shop, count), connections);
    const at = `${connections} connection${connections === 1 ? '' : 's'}`;
    const ceiling = { name: `raw libSQL batches, ${at}`, ...raw };
    figures.push({ name: `callbacks applied, ${at}`, speed, ceiling, aim: 0.5 });
  }
  return figures;
}

async function placeOrders({ ctx, skus }: BenchShop, count: number): Promise<readonly Order[]> {
  const customer = { email: 'buyer@shop.example', name: 'Bench Buyer' };
  const lines = skus.map((sku) => ({ sku, quantity: 1 }));
  const input = PlaceOrder.parse({ currency: 'USD', customer, lines });
  const placed: Order[] = [];
  while (placed.length < count) {
    const { order } = await placeOrder(ctx, { input, actor, shop: defaultShop });
    placed.push(order);
    await nextTurn();
  }
  return placed;
}

async function measureApplied(
  { url, ctx, account }: BenchShop,
  orders: readonly Order[],
  connections: number,
): Promise<Speed> {
  const path = `/api/silent-response/${account}`;
  const posts = orders.map(messageFor).map(({ headers, body }) => ({
    headers: headers as Readonly<Record<string, string>>,
    body: Buffer.from(body),
  }));
  return allApplied(ctx, orders.length, () => measurePosts({ url, path, posts, connections }));
}

async function measureRaw(
  { ctx, account }: BenchShop,
  orders: readonly Order[],
  connections: number,
): Promise<Speed> {
  const batches = await captureBatches(ctx.db.$client, async () => {
    for (const order of orders) {
      const message = messageFor(order);
      await receiveCallback(ctx, { slug: account, message, isTooLarge: false });
      await nextTurn();
    }
  });
  const client = createClient({ url: ctx.env.databaseUrl });
  const work = batches.map((batch) => () => client.batch(batch, 'write'));
  try {
    return await allApplied(ctx, orders.length, () => measureWork(work, connections));
  } finally {
    client.close();
  }
}

function messageFor(order: Order) {
  const { id, number } = order;
  const amountMinor = totalsOf(order).grand;
  return signedMessage({ id: `bench_${id}`, order: number, amountMinor, atMs: Date.now() });
}

/** Throws unless exactly so many orders more were paid by a callback. */
async function allApplied(
  ctx: Context,
  count: number,
  measure: () => Promise<Speed>,
): Promise<Speed> {
  const before = await countApplied(ctx);
  const speed = await measure();
  const applied = (await countApplied(ctx)) - before;
  if (applied !== count) throw new Error(`${applied} of ${count} callbacks were applied.`);
  return speed;
}

async function countApplied({ db }: Context): Promise<number> {
  const [row] = await db.all<{ applied: number }>(
    sql`SELECT count(*) AS applied FROM callbacks
      JOIN orders ON orders.number = callbacks.order_number
      WHERE callbacks.verdict = 'applied' AND orders.payment_status = 'paid'`,
  );
  return row?.applied ?? 0;
}

/** The embedded engine never waits: without a pause Ctrl-C would not be heard. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
