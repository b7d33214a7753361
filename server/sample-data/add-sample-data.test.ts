import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { connect, type Db } from '#db/client';
import { migrate } from '#db/migrate';
import { fulfilmentStatuses, orderFlags, orderStatuses, paymentStatuses } from '#domain/vocabulary';
import { type Context, createContext } from '#server/context';
import { readEnv } from '#server/env';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop } from '#server/settings/shop-settings';
import { addSampleData } from './add-sample-data';

const folder = mkdtempSync(join(tmpdir(), 'counterfoil-sample-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function sampleContext(name: string): Promise<Context> {
  const url = `file:${join(folder, name)}`;
  const read = readEnv({
    DATABASE_URL: url,
    AUTH_SECRET: 'a secret of the sample data tests only',
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const db = await connect({ url, authToken: null });
  await migrate(db.$client);
  return createContext({ db, env: read.env });
}

async function sampleShop(name: string, orders: number, seed: number): Promise<Db> {
  const ctx = await sampleContext(name);
  await addSampleData(ctx, { orders, seed, shop: defaultShop });
  return ctx.db;
}

async function wordsIn(db: Db, column: string, table = 'orders'): Promise<readonly string[]> {
  const rows = await db.all<{ word: string }>(
    sql.raw(`SELECT DISTINCT ${column} AS word FROM ${table} ORDER BY 1`),
  );
  return rows.map(({ word }) => word);
}

test('every state and every flag of an order occurs, and all that is derived is right', async () => {
  const db = await sampleShop('states.db', 1_500, 1);
  expect(await wordsIn(db, 'status')).toEqual([...orderStatuses].sort());
  expect(await wordsIn(db, 'payment_status')).toEqual([...paymentStatuses].sort());
  expect(await wordsIn(db, 'fulfilment_status')).toEqual([...fulfilmentStatuses].sort());
  expect(await wordsIn(db, 'flag', 'order_flags')).toEqual([...orderFlags].sort());
  expect(await wordsIn(db, 'deleted_at IS NULL')).toEqual([0, 1]);
  expect(await selfCheck(db)).toEqual([]);
  db.$client.close();
});

test('more goes into a shop whose orders wait for codes, and they are served first', async () => {
  const ctx = await sampleContext('more.db');
  const waiting = async () => {
    const [found] = await ctx.db.all<{ codes: number; available: number }>(
      sql`SELECT sum(codes_waiting) AS codes, (SELECT codes_available FROM products WHERE sku = 'COURSE-TEA') AS available
        FROM order_lines WHERE sku = 'COURSE-TEA' AND order_id < 1400`,
    );
    return found;
  };
  await addSampleData(ctx, { orders: 400, seed: 1, shop: defaultShop });
  const before = await waiting();
  expect(before).toEqual({ codes: expect.any(Number), available: 0 });
  await addSampleData(ctx, { orders: 100, seed: 2, shop: defaultShop });
  expect((await waiting())?.codes).toBeLessThan(before?.codes ?? 0);
  expect(await selfCheck(ctx.db)).toEqual([]);
  ctx.db.$client.close();
});

test('the same seed gives the same orders, another seed others', async () => {
  const told = async (db: Db) => {
    const rows = await db.all(
      sql`SELECT number, status, payment_status, customer_email, grand_minor, paid_minor FROM orders ORDER BY id`,
    );
    db.$client.close();
    return JSON.stringify(rows.map((row) => Object.values(row as object)));
  };
  const first = await told(await sampleShop('one.db', 60, 7));
  expect(await told(await sampleShop('two.db', 60, 7))).toBe(first);
  expect(await told(await sampleShop('three.db', 60, 8))).not.toBe(first);
});
