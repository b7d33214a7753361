import { sql } from 'drizzle-orm';
import { type Figure, type Get, measureReads } from './measure';
import type { BenchShop } from './open-bench-shop';

type Reading = Readonly<{ name: string; gets: readonly Get[]; aim: number | null }>;

/** It answers a constant and looks nothing up: the app has no emptier route handler. */
const emptyRoute = {
  name: 'empty route, GET /api/cron',
  path: '/api/cron',
  expected: '4xx',
} as const;
/** A form and the name of the shop: no page does less on a request. */
const emptyPage = { name: 'page /track', path: '/track' } as const;
const pagesIn = 200;
const perPage = 25;

/** Every call of the API that reads, each beside a route that answers a constant. */
export async function measureApi(shop: BenchShop, seconds: number): Promise<readonly Figure[]> {
  const headers = shop.asProgram;
  const numbers = await someNumbers(shop);
  const get = (...paths: readonly string[]) => paths.map((path) => ({ path, headers }));
  const readings: readonly Reading[] = [
    { name: 'order list, first page', gets: get('/api/v1/orders'), aim: 0.5 },
    { name: 'order list by status', gets: get('/api/v1/orders?status=shipped'), aim: 0.5 },
    { name: `order list, page ${pagesIn}`, gets: get(await deepPath(shop)), aim: 0.5 },
    {
      name: 'find by number',
      gets: get(...numbers.map((number) => `/api/v1/orders?q=${number}`)),
      aim: 0.5,
    },
    {
      name: 'find by part of a word',
      gets: get(...['indqv', 'owalsk', 'eapot', 'apadak'].map((q) => `/api/v1/orders?q=${q}`)),
      aim: 0.5,
    },
    {
      name: 'one order',
      gets: get(...numbers.map((number) => `/api/v1/orders/${number}`)),
      aim: 0.5,
    },
  ];
  return measureAll(shop, readings, { ceiling: emptyRoute, seconds });
}

/** The two pages that are looked at most, each beside the emptiest page of the app. */
export async function measurePages(shop: BenchShop, seconds: number): Promise<readonly Figure[]> {
  const tokens = await shop.ctx.db.all<{ token: string }>(
    sql`SELECT token FROM orders WHERE deleted_at IS NULL AND status = 'delivered' LIMIT 20`,
  );
  const readings: readonly Reading[] = [
    {
      name: 'console, list of orders',
      gets: [{ path: '/orders', headers: shop.asStaff }],
      aim: null,
    },
    {
      name: 'tracking page',
      gets: tokens.map(({ token }) => ({ path: `/track/${token}` })),
      aim: null,
    },
  ];
  return measureAll(shop, readings, { ceiling: emptyPage, seconds });
}

type Beside = Readonly<{
  ceiling: Get & Readonly<{ name: string }>;
  seconds: number;
}>;

async function measureAll(
  { url }: BenchShop,
  readings: readonly Reading[],
  { ceiling, seconds }: Beside,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, gets, aim } of readings) {
    const most = await measureReads(url, [ceiling], seconds);
    const speed = await measureReads(url, gets, seconds);
    figures.push({ name, speed, ceiling: { name: ceiling.name, ...most }, aim });
  }
  return figures;
}

async function someNumbers({ ctx }: BenchShop): Promise<readonly string[]> {
  const rows = await ctx.db.all<{ number: string }>(
    sql`SELECT number FROM orders WHERE deleted_at IS NULL AND id % 97 = 5 LIMIT 50`,
  );
  return rows.map(({ number }) => number);
}

/** Walks there as a program does, by the cursor that each page gives for the next. */
async function deepPath({ url, asProgram }: BenchShop): Promise<string> {
  let path = `/api/v1/orders?limit=${perPage}`;
  for (let page = 1; page < pagesIn; page += 1) {
    const answer = await fetch(`${url}${path}`, { headers: asProgram });
    const { nextCursor } = (await answer.json()) as { nextCursor: string | null };
    if (nextCursor === null) break;
    path = `/api/v1/orders?limit=${perPage}&cursor=${nextCursor}`;
  }
  return path;
}
