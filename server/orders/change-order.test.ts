import { beforeEach, expect, test } from 'vitest';
import type { OrderCommand } from '#domain/order-command';
import type { Actor } from '#domain/vocabulary';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { changeOrder } from './change-order';
import { findEvents } from './find-events';
import { PlaceOrder } from './order-input';
import { placeOrder } from './place-order';
import { viewOrder } from './view-order';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const pay: OrderCommand = { type: 'pay', payment: { method: 'cash' } };
let ctx: TestContext;
let number: string;

beforeEach(async () => {
  ctx = await freshContext();
  number = await place();
});

async function place(given: object = {}) {
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const lines = [{ sku: 'MUG', name: 'Mug', unitPrice: 900, quantity: 2 }];
  const input = PlaceOrder.parse({ currency: 'USD', customer, lines, ...given });
  return (await placeOrder(ctx, { input, actor, shop })).order.number;
}

const change = (command: OrderCommand) =>
  changeOrder(ctx, { order: { number }, command, actor, shop });

test('a change is recorded with who made it and when', async () => {
  ctx.clock.at += 60_000;
  const order = await change(pay);
  const { data } = await findEvents(ctx.db, { number, limit: 10 });
  expect([order.version, data.map(({ type }) => type)]).toEqual([2, ['placed', 'paid']]);
  expect(data.at(-1)).toMatchObject({
    actor: { kind: 'staff', name: 'Maria' },
    at: new Date(ctx.clock.at).toISOString(),
  });
});

test('the history shows a payment and a shipment as the order does', async () => {
  await change(pay);
  const parcels = [{ carrier: 'ups', trackingNumber: '1Z999AA10123456784', trackingUrl: null }];
  const shippedOn = '2026-03-04';
  const after = await change({ type: 'ship', shippedOn, note: null, parcels, notify: false });
  const order = viewOrder(after, 'https://shop.example');
  const { data } = await findEvents(ctx.db, { number, limit: 10 });
  const told = (type: string) => data.find((event) => event.type === type)?.data;
  expect(told('paid')?.payment).toEqual(order.payments[0]);
  expect(told('shipped')?.shipment).toEqual(order.shipments[0]);
});

test('a refused command says why and what would allow it, and changes nothing', async () => {
  await expect(change({ type: 'deliver', reason: null })).rejects.toMatchObject({
    code: 'refused',
    details: { reason: 'The order is not paid.', remedy: 'Mark it paid and ship it first.' },
  });
  expect((await findEvents(ctx.db, { number, limit: 10 })).data).toHaveLength(1);
});

test('of people who mark an order paid at once, one does and the others are refused', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => change(pay)));
  const reasons = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason.code] : [],
  );
  expect(reasons).toEqual(Array(7).fill('refused'));
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('changes that lose the race are decided again and none is lost', async () => {
  const notes = ['one', 'two', 'three', 'four'];
  await Promise.all(notes.map((note) => change({ type: 'note', note })));
  const { data } = await findEvents(ctx.db, { number, limit: 10 });
  const kept = data.filter(({ type }) => type === 'noted').map(({ data: { note } }) => note);
  expect(kept.sort()).toEqual([...notes].sort());
});

test('what belongs into the same batch is written with the change or not at all', async () => {
  const broken = () => [ctx.db.run('INSERT INTO no_such_table VALUES (1)')];
  const request = { order: { number }, command: pay, actor, shop, alongside: broken };
  await expect(changeOrder(ctx, request)).rejects.toThrow();
  expect((await findEvents(ctx.db, { number, limit: 10 })).data).toHaveLength(1);
});

test('an order in the bin is not found, but for restoring it', async () => {
  await change({ type: 'delete', reason: null, restock: true });
  await expect(change(pay)).rejects.toMatchObject({ code: 'not_found' });
  expect((await change({ type: 'restore' })).deletedAt).toBeNull();
});

test('an order that does not exist is not found', async () => {
  const request = { order: { number: 'none' }, command: pay, actor, shop };
  await expect(changeOrder(ctx, request)).rejects.toMatchObject({ code: 'not_found' });
});

test('orders placed at once get numbers of their own, and a number brought twice is a conflict', async () => {
  const numbers = await Promise.all(Array.from({ length: 20 }, () => place()));
  expect(new Set(numbers).size).toBe(20);
  const outcomes = await Promise.allSettled([place({ number: 'A-1' }), place({ number: 'A-1' })]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const rejected = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(rejected).toMatchObject({ reason: { code: 'conflict' } });
});

test('customers are one by their address, whatever its letters', async () => {
  await place({ customer: { email: 'Ada@Example.com', name: 'Ada B.' } });
  const { rows } = await ctx.db.$client.execute('SELECT count(*) AS n FROM customers');
  expect(rows[0]?.n).toBe(1);
});
