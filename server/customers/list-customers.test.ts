import { expect, test } from 'vitest';
import { mailShop, pay } from '#server/mail/mail-shop.test-data';
import { customerOf, foundBy, orderOf } from './customers.test-data';
import { listCustomers } from './list-customers';
import { noteCustomer } from './note-customer';

test('the newest customer comes first, with orders and what they have paid', async () => {
  const ctx = await mailShop();
  await pay(ctx, await orderOf(ctx, 'ada@customer.example', 'Ada'));
  await orderOf(ctx, 'ada@customer.example', 'Ada');
  await orderOf(ctx, 'bo@customer.example', 'Bo');
  const { data } = await listCustomers(ctx.db, { limit: 25 });
  expect(data).toMatchObject([
    { email: 'bo@customer.example', orders: 1, spent: [], lastOrderAt: ctx.now() },
    { email: 'ada@customer.example', orders: 2, spent: [{ currency: 'GBP', minor: 3400 }] },
  ]);
});

test.each([
  ['lodz', 'a part of the city, its strokes left out'],
  ['QUAY', 'the street in capitals'],
  ['1947 600', 'two parts of the phone number'],
  ['ring twice', 'the note'],
  ['customer.exam', 'a part of the e-mail address'],
  ['ła', 'the first two letters of the name'],
])('%j finds a customer by %s', async (q) => {
  const ctx = await mailShop();
  await orderOf(ctx, 'lad@customer.example', 'Ład', {
    billingAddress: { name: 'Ład', line1: '2 Piotrkowska', city: 'Łódź', country: 'PL' },
  });
  await noteCustomer(ctx, {
    id: (await customerOf(ctx, 'lad@customer.example')).id,
    note: 'Ring twice.',
  });
  await orderOf(ctx, 'bo@elsewhere.example', 'Bo', {
    shippingAddress: undefined,
    customer: { email: 'bo@elsewhere.example', name: 'Bo' },
  });
  expect(await foundBy(ctx, q)).toEqual(['lad@customer.example']);
});

test('the number of an order finds whoever placed it, in whatever way it is written', async () => {
  const ctx = await mailShop();
  await orderOf(ctx, 'ada@customer.example', 'Ada');
  const { number } = await orderOf(ctx, 'bo@customer.example', 'Bo');
  expect(await foundBy(ctx, number)).toEqual(['bo@customer.example']);
  expect(await foundBy(ctx, `#${number}`)).toEqual(['bo@customer.example']);
});

test('pages follow each other and lead back', async () => {
  const ctx = await mailShop();
  for (const name of ['Ada', 'Bo', 'Cy']) await orderOf(ctx, `${name}@customer.example`, name);
  const first = await listCustomers(ctx.db, { limit: 2 });
  const second = await listCustomers(ctx.db, { limit: 2, cursor: first.nextCursor ?? '' });
  expect([first, second].map(({ data }) => data.map(({ name }) => name))).toEqual([
    ['Cy', 'Bo'],
    ['Ada'],
  ]);
  const back = await listCustomers(ctx.db, { limit: 2, cursor: second.previousCursor ?? '' });
  expect(back.data).toEqual(first.data);
  await expect(listCustomers(ctx.db, { limit: 2, cursor: 'rubbish' })).rejects.toMatchObject({
    code: 'malformed',
  });
});
