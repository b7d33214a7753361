import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { events, orders } from '#db/schema/orders';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { Actor } from '#domain/vocabulary';
import { change, mailShop, pay, place, ship } from '#server/mail/mail-shop.test-data';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop } from '#server/settings/shop-settings';
import type { TestContext } from '#server/staff/fresh-context';
import { findOrders } from './find-orders';
import { readOrder } from './read-order';
import { overdueQuery, tellOfSlips } from './tell-of-slips';

const actor: Actor = { kind: 'system', id: 'worker', name: 'Counterfoil' };
const shop = { ...defaultShop, timeZone: 'Europe/London' };
const by = { actor, shop };
const dayMs = 86_400_000;
const children: ChildProcess[] = [];

// Two processes have to start on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const expectOn = (expectedOn: string | null): OrderCommand => ({
  type: 'expect',
  expectedOn,
  reason: null,
  notify: true,
});

/** Paid on Monday, 23 November 2026 and expected on the day after. */
async function expected(ctx: TestContext, skus?: readonly string[]): Promise<Order> {
  const order = await pay(ctx, await place(ctx, skus));
  return change(ctx, order, expectOn('2026-11-24'));
}

const slipsOf = async (ctx: TestContext, { id }: Order) =>
  ctx.db
    .select({ data: events.data, actor: events.actorKind })
    .from(events)
    .where(sql`${eq(events.orderId, id)} AND type = 'slipped'`);

const lateOnes = async (ctx: TestContext) =>
  (await findOrders(ctx.db, { limit: 10, sort: 'placedAt', flag: 'late' })).data;

test('an order whose day has passed slips once, and is late until a new day is named', async () => {
  const ctx = await mailShop();
  const order = await expected(ctx);
  ctx.clock.at += dayMs;
  expect(await tellOfSlips(ctx, by)).toBe(0);
  ctx.clock.at += dayMs;
  expect(await tellOfSlips(ctx, by)).toBe(1);
  expect(await tellOfSlips(ctx, by)).toBe(0);
  expect(await slipsOf(ctx, order)).toEqual([
    { data: { expectedOn: '2026-11-24', notify: true }, actor: 'system' },
  ]);
  expect((await lateOnes(ctx)).map(({ number }) => number)).toEqual([order.number]);
  await change(ctx, order, expectOn('2026-11-27'));
  expect(await lateOnes(ctx)).toEqual([]);
  ctx.clock.at += 3 * dayMs;
  expect(await tellOfSlips(ctx, by)).toBe(1);
  expect(await slipsOf(ctx, order)).toHaveLength(2);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test.each([
  ['Pacific/Kiritimati', '2026-11-24T10:00:00Z'],
  ['Europe/London', '2026-11-25T00:00:00Z'],
  ['America/Los_Angeles', '2026-11-25T08:00:00Z'],
])('the day is over at midnight in %s and not a moment before', async (timeZone, midnight) => {
  const ctx = await mailShop();
  await expected(ctx);
  const there = { actor, shop: { ...shop, timeZone } };
  ctx.clock.at = Date.parse(midnight) - 1;
  expect(await tellOfSlips(ctx, there)).toBe(0);
  ctx.clock.at += 1;
  expect(await tellOfSlips(ctx, there)).toBe(1);
});

test('what has left, was cancelled, rolled back, refunded or deleted does not slip', async () => {
  const ctx = await mailShop();
  const takeBack = { reason: null, restock: true };
  const expectedAnd = async (command: OrderCommand) => change(ctx, await expected(ctx), command);
  await expectedAnd({ type: 'cancel', ...takeBack, notify: true });
  await expectedAnd({ type: 'roll_back', ...takeBack });
  await expectedAnd({ type: 'delete', ...takeBack });
  await ship(ctx, await expected(ctx));
  await ship(ctx, await expected(ctx, ['POT', 'SEAT', 'SEAT', 'SEAT']));
  const refunded = await expected(ctx);
  const paymentId = refunded.payments[0]?.id ?? '';
  await change(ctx, refunded, { type: 'refund', paymentId, refundedMinor: 3400 });
  ctx.clock.at += 9 * dayMs;
  expect(await tellOfSlips(ctx, by)).toBe(0);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('an order that is moved or leaves between the look and the change does not slip', async () => {
  const ctx = await mailShop();
  const [moved, left, still] = [await expected(ctx), await expected(ctx), await expected(ctx)];
  ctx.clock.at += 2 * dayMs;
  const { batch } = ctx.db.$client;
  const meanwhile = vi.spyOn(ctx.db.$client, 'batch').mockImplementationOnce(async (...asked) => {
    const answer = await batch.apply(ctx.db.$client, asked);
    await change(ctx, moved, expectOn('2026-12-01'));
    await ship(ctx, left);
    return answer;
  });
  expect(await tellOfSlips(ctx, by)).toBe(1);
  meanwhile.mockRestore();
  expect(await slipsOf(ctx, moved)).toEqual([]);
  expect(await slipsOf(ctx, left)).toEqual([]);
  expect(await slipsOf(ctx, still)).toHaveLength(1);
});

test('an order that cannot be read keeps no other one waiting', async () => {
  const ctx = await mailShop();
  const [broken, sound] = [await expected(ctx), await expected(ctx)];
  await ctx.db.run(sql`UPDATE orders SET billing_address = '{' WHERE id = ${broken.id}`);
  ctx.clock.at += 2 * dayMs;
  await expect(tellOfSlips(ctx, by)).rejects.toThrow('Some orders could not be read.');
  expect(await slipsOf(ctx, sound)).toHaveLength(1);
});

test('a round takes fifty, the oldest promise first, and the next one goes on', async () => {
  const ctx = await mailShop();
  const first = await expected(ctx);
  for (let more = 0; more < 51; more += 1) await expected(ctx);
  const second = await change(ctx, await pay(ctx, await place(ctx)), expectOn('2026-11-23'));
  ctx.clock.at += 3 * dayMs;
  expect(await tellOfSlips(ctx, by)).toBe(50);
  expect(await slipsOf(ctx, second)).toHaveLength(1);
  expect(await slipsOf(ctx, first)).toHaveLength(1);
  expect(await tellOfSlips(ctx, by)).toBe(3);
});

test('the self-check finds a day that is not waited for, and an order that is not late', async () => {
  const ctx = await mailShop();
  const [waiting, late] = [await expected(ctx), await expected(ctx)];
  await change(ctx, waiting, expectOn('2026-12-01'));
  ctx.clock.at += 2 * dayMs;
  expect(await tellOfSlips(ctx, by)).toBe(1);
  expect(await selfCheck(ctx.db)).toEqual([]);
  await ctx.db.run(sql`UPDATE orders SET slips_on = NULL WHERE id = ${waiting.id}`);
  await ctx.db.run(sql`DELETE FROM order_flags WHERE order_id = ${late.id}`);
  expect((await selfCheck(ctx.db)).map(({ which, computed }) => [which, computed])).toEqual([
    [waiting.number, '2026-12-01'],
    [late.number, 1],
  ]);
});

test('the look for overdue orders reads no others', async () => {
  const ctx = await mailShop();
  const steps = await ctx.db.all<{ detail: string }>(
    sql`EXPLAIN QUERY PLAN ${overdueQuery(ctx, '2026-11-25').getSQL()}`,
  );
  expect(steps.map(({ detail }) => detail)).toEqual([
    'SEARCH orders USING COVERING INDEX orders_slips_on_idx (slips_on>? AND slips_on<?)',
  ]);
});

test('two processes on one database record each slip once', async () => {
  const ctx = await mailShop();
  const late = [];
  for (let count = 0; count < 12; count += 1) late.push(await expected(ctx));
  ctx.clock.at += 2 * dayMs;
  const both = await Promise.all([slipProcess(ctx), slipProcess(ctx)]);
  const [one = 0, other = 0] = await Promise.all(both.map(slippedBy));
  expect(one + other).toBe(12);
  for (const order of late) {
    expect(await slipsOf(ctx, order)).toHaveLength(1);
    expect((await readOrder(ctx.db, { id: order.id }))?.slippedOn).toBe('2026-11-24');
  }
  const [{ open } = { open: -1 }] = await ctx.db
    .select({ open: sql<number>`count(*)` })
    .from(orders)
    .where(sql`slips_on IS NOT NULL`);
  expect(open).toBe(0);
});

const program = fileURLToPath(new URL('./slip-process.test-data.ts', import.meta.url));

/** A process that records what slipped in the shop's database file as soon as it is sent "go". */
async function slipProcess(ctx: TestContext): Promise<ChildProcess> {
  const { databaseUrl, authSecret, appUrl } = ctx.env;
  const child = fork(program, {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      ...{ DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret, APP_URL: appUrl },
      TEST_NOW: String(ctx.now()),
    },
  });
  children.push(child);
  await once(child, 'message');
  return child;
}

async function slippedBy(child: ChildProcess): Promise<number> {
  child.send('go');
  const [answer] = await once(child, 'message');
  return answer.slipped;
}
