import { expect, test } from 'vitest';
import { change, mailShop } from '#server/mail/mail-shop.test-data';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop } from '#server/settings/shop-settings';
import { customerOf, foundBy, orderOf, owner } from './customers.test-data';
import { eraseCustomer } from './erase-customer';
import { mergeCustomers } from './merge-customers';
import { noteCustomer } from './note-customer';
import { readCustomerPage } from './read-customer-page';

async function twoOfOne() {
  const ctx = await mailShop();
  const old = await orderOf(ctx, 'ada@work.example', 'Ada Lovelace');
  await orderOf(ctx, 'ada@home.example', 'Ada Lovelace');
  const [work, home] = [
    await customerOf(ctx, 'ada@work.example'),
    await customerOf(ctx, 'ada@home.example'),
  ];
  return { ctx, old, work, home };
}

const page = { limit: 25 };

test('who has the same name or phone is offered, and nobody else', async () => {
  const { ctx, work, home } = await twoOfOne();
  await orderOf(ctx, 'bo@customer.example', 'Bo', {
    customer: { email: 'bo@customer.example', name: 'Bo' },
  });
  const { lookalikes } = await readCustomerPage(ctx, { id: home.id, ...page });
  expect(lookalikes).toMatchObject([{ id: work.id, orders: 1 }]);
});

test('orders, addresses and notes go over, and nothing is lost', async () => {
  const { ctx, work, home } = await twoOfOne();
  await noteCustomer(ctx, { id: work.id, note: 'Rings once.' });
  await noteCustomer(ctx, { id: home.id, note: 'Rings twice.' });
  await mergeCustomers(ctx, { keepId: home.id, mergeId: work.id, actor: owner });
  const merged = await readCustomerPage(ctx, { id: home.id, ...page });
  expect(merged).toMatchObject({
    customer: { email: 'ada@home.example', note: 'Rings twice.\nRings once.' },
    formerEmails: ['ada@work.example'],
    orderCount: 2,
    addresses: [{ line1: '14 Quay Street' }],
    events: [{ type: 'merged', actorName: 'Olive' }],
    lookalikes: [],
  });
  expect(await foundBy(ctx)).toEqual(['ada@home.example']);
  await expect(readCustomerPage(ctx, { id: work.id, ...page })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a new order with the merged address belongs to the one that was kept', async () => {
  const { ctx, work, home } = await twoOfOne();
  await mergeCustomers(ctx, { keepId: home.id, mergeId: work.id, actor: owner });
  const order = await orderOf(ctx, 'ada@work.example', 'Ada');
  expect(order.customerId).toBe(home.id);
});

test('what was merged into a customer follows it further', async () => {
  const { ctx, work, home } = await twoOfOne();
  await mergeCustomers(ctx, { keepId: home.id, mergeId: work.id, actor: owner });
  await orderOf(ctx, 'ada@new.example', 'Ada Lovelace');
  const newest = await customerOf(ctx, 'ada@new.example');
  await mergeCustomers(ctx, { keepId: newest.id, mergeId: home.id, actor: owner });
  const { formerEmails, orderCount } = await readCustomerPage(ctx, { id: newest.id, ...page });
  expect(new Set(formerEmails)).toEqual(new Set(['ada@work.example', 'ada@home.example']));
  expect(orderCount).toBe(3);
});

test('who was merged is found by what they were called, until the personal data goes', async () => {
  const ctx = await mailShop();
  const orders = [
    await orderOf(ctx, 'ada@work.example', 'Ada Lovelace'),
    await orderOf(ctx, 'ada@home.example', 'Ada Byron', {
      customer: { email: 'ada@home.example', name: 'Ada Byron', phone: '+44 20 555 0100' },
    }),
    await orderOf(ctx, 'ada@new.example', 'A. King'),
  ];
  const ids = orders.map(({ customerId }) => customerId);
  const [work = '', home = '', newest = ''] = ids;
  await mergeCustomers(ctx, { keepId: home, mergeId: work, actor: owner });
  await mergeCustomers(ctx, { keepId: newest, mergeId: home, actor: owner });
  const words = ['work.example', 'home.example', 'lovelace king', 'BYRON', '555 0100'];
  for (const word of words) expect(await foundBy(ctx, word)).toEqual(['ada@new.example']);
  expect(await selfCheck(ctx.db)).toEqual([]);
  for (const order of orders) {
    await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  }
  await eraseCustomer(ctx, { id: newest, actor: owner, shop: defaultShop });
  for (const word of words) expect(await foundBy(ctx, word)).toEqual([]);
});

test('two people who merge the same two in opposite ways: one of them wins', async () => {
  const { ctx, work, home } = await twoOfOne();
  const results = await Promise.allSettled([
    mergeCustomers(ctx, { keepId: home.id, mergeId: work.id, actor: owner }),
    mergeCustomers(ctx, { keepId: work.id, mergeId: home.id, actor: owner }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await foundBy(ctx)).toHaveLength(1);
});

test('one and the same, one that is gone, and an erased one are refused', async () => {
  const { ctx, old, work, home } = await twoOfOne();
  const merging = (keepId: string, mergeId: string) =>
    mergeCustomers(ctx, { keepId, mergeId, actor: owner });
  await expect(merging(home.id, home.id)).rejects.toMatchObject({ code: 'refused' });
  await expect(merging(home.id, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
  await change(ctx, old, { type: 'cancel', reason: null, restock: true, notify: false });
  await eraseCustomer(ctx, { id: work.id, actor: owner, shop: defaultShop });
  await expect(merging(home.id, work.id)).rejects.toMatchObject({ code: 'refused' });
});
