import { expect, test } from 'vitest';
import { customerAddresses } from '#db/schema/customers';
import type { Order } from '#domain/order';
import { askedDuring, wholeTablesOf } from '#server/door/query-plans.test-data';
import type { CustomerSession } from '#server/door/read-customer-session';
import { downloadShop, press } from '#server/downloads/download-shop.test-data';
import { change, mailShop, pay, place, rollBack, ship } from '#server/mail/mail-shop.test-data';
import type { TestContext } from '#server/staff/fresh-context';
import { readTrackingPage } from '#server/tracking/read-tracking-page';
import { readMyAddresses, removeMyAddress } from './my-addresses';
import { readMyCodes } from './read-my-codes';
import { readMyDownloads } from './read-my-downloads';
import { readMyOrders } from './read-my-orders';

const mina = { customer: { email: 'mina@customer.example', name: 'Mina' } };

function sessionOf({ customerId, customer }: Order): CustomerSession {
  const { email, name, locale } = customer;
  return { sessionId: 'x', customerId, email, name, locale, shopLanguage: 'en', isTouchDue: false };
}

test('a customer sees their own orders, newest first, each as its own page says it', async () => {
  const ctx = await mailShop();
  const first = await pay(ctx, await place(ctx, ['POT', 'SEAT', 'GUIDE', 'POT']));
  await ship(ctx, first);
  ctx.clock.at += 1;
  const second = await place(ctx);
  await place(ctx, ['POT'], mina);
  const { orders, ...frame } = await readMyOrders(ctx, sessionOf(first), { limit: 20 });
  expect(frame).toMatchObject({
    email: 'zoe@customer.example',
    locale: 'en',
    shop: { name: 'Teas' },
  });
  expect(orders).toMatchObject({ nextCursor: null, previousCursor: null });
  const pages = await Promise.all(
    [second, first].map(({ token }) => readTrackingPage(ctx, { token, looks: [] })),
  );
  expect(orders.data.map(({ title }) => title)).toEqual(pages.map((page) => page?.headline.title));
  expect(orders.data.map(({ state }) => state)).toEqual(pages.map((page) => page?.state));
  expect(orders.data).toMatchObject([
    { number: second.number, token: second.token, items: ['Teapot'], moreCount: 0 },
    {
      ...{ number: first.number, items: ['Teapot', 'Online tasting'], moreCount: 2 },
      ...{ totalMinor: 13_600, currency: 'GBP', placedAt: first.placedAt },
    },
  ]);
});

test('a list does not say that codes stand below', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx, ['SEAT']));
  await pay(ctx, await place(ctx, ['SEAT', 'SEAT']));
  await pay(ctx, await place(ctx, ['SEAT']));
  const { orders } = await readMyOrders(ctx, sessionOf(order), { limit: 20 });
  expect(orders.data.map(({ title }) => title)).toEqual([
    'Your payment arrived today. Your code follows as soon as it is in.',
    'Some of your codes are ready, the others follow.',
    'Your code is ready.',
  ]);
});

test('an order in the bin is gone from all pages, a cancelled one stays among the orders', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx, ['SEAT', 'GUIDE']));
  const session = sessionOf(order);
  const counts = async () => [
    (await readMyOrders(ctx, session, { limit: 20 })).orders.data.length,
    (await readMyDownloads(ctx, session, { limit: 10 })).orders.data.length,
    (await readMyCodes(ctx, session, { limit: 10 })).orders.data.length,
  ];
  expect(await counts()).toEqual([1, 1, 1]);
  await rollBack(ctx, order);
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  expect(await counts()).toEqual([1, 0, 0]);
  await change(ctx, order, { type: 'delete', reason: null, restock: true });
  expect(await counts()).toEqual([0, 0, 0]);
});

test('pages follow one another and lead back, also where orders came in at one moment', async () => {
  const ctx = await mailShop();
  const placed = [];
  for (let count = 0; count < 5; count += 1) placed.push(await place(ctx));
  const [one] = placed;
  if (!one) throw new Error('There is no order.');
  const numbers = placed.map(({ number }) => number).toReversed();
  const read = async (cursor?: string | null) => {
    const asked = { limit: 2, cursor: cursor ?? undefined };
    return (await readMyOrders(ctx, sessionOf(one), asked)).orders;
  };
  const first = await read();
  const second = await read(first.nextCursor);
  const third = await read(second.nextCursor);
  const told = (page: typeof first) => page.data.map(({ number }) => number);
  expect([told(first), told(second), told(third)]).toEqual([
    ...[numbers.slice(0, 2), numbers.slice(2, 4), numbers.slice(4)],
  ]);
  expect([first.previousCursor, third.nextCursor]).toEqual([null, null]);
  expect(told(await read(third.previousCursor))).toEqual(told(second));
  expect(told(await read(second.previousCursor))).toEqual(told(first));
  await expect(read('strange')).rejects.toMatchObject({ code: 'malformed' });
});

test('downloads are told over all orders, with what is left and until when', async () => {
  const { ctx, order } = await downloadShop(1234);
  await press(ctx, order);
  const other = await pay(ctx, await place(ctx, ['GUIDE']));
  await pay(ctx, await place(ctx, ['GUIDE'], mina));
  const page = await readMyDownloads(ctx, sessionOf(order), { limit: 10 });
  const file = { id: 'guide', name: 'guide.pdf', version: 'v1', size: 1234 };
  expect(page.clickKey).toMatch(/^[\w-]{22}$/);
  expect(page.orders.data).toMatchObject([
    { number: other.number, token: other.token, files: [{ files: [{ ...file, left: 5 }] }] },
    {
      number: order.number,
      files: [{ name: 'Brewing guide', isOver: false, files: [{ ...file, left: 4 }] }],
    },
  ]);
  await rollBack(ctx, other);
  const after = await readMyDownloads(ctx, sessionOf(order), { limit: 10 });
  expect(after.orders.data.map(({ number }) => number)).toEqual([order.number]);
});

test('codes are told by order and product, masked, and looking marks nothing', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx, ['SEAT', 'SEAT', 'SEAT', 'POT']));
  await pay(ctx, await place(ctx, ['SEAT'], mina));
  const page = await readMyCodes(ctx, sessionOf(order), { limit: 10 });
  expect(page.orders.data.map(({ number }) => number)).toEqual([order.number]);
  const lines = page.orders.data.flatMap(({ codes }) => codes);
  expect(lines.map(({ name, codes, waiting }) => [name, codes.length, waiting])).toEqual([
    ...[
      ['Online tasting', 1, 0],
      ['Online tasting', 1, 0],
      ['Online tasting', 0, 1],
    ],
  ]);
  expect(lines.flatMap(({ codes }) => codes).every(({ text }) => text === null)).toBe(true);
  expect(JSON.stringify(page)).not.toContain('SEAT-');
});

const whitby = { name: 'Zoë', line1: '14 Quay Street', city: 'Whitby', country: 'GB' };

test('an address leaves the list of its customer, and the order keeps it', async () => {
  const ctx = await mailShop();
  const order = await place(ctx, ['POT'], { shippingAddress: whitby });
  ctx.clock.at += 1;
  const leeds = { ...whitby, city: 'Leeds' };
  await place(ctx, ['POT'], { shippingAddress: leeds });
  await place(ctx, ['POT'], { ...mina, shippingAddress: whitby });
  const session = sessionOf(order);
  const { addresses } = await readMyAddresses(ctx, session);
  expect(addresses.map(({ address }) => address)).toEqual([leeds, whitby]);
  const [, old] = addresses;
  for (const key of ['unknown', old?.key ?? '', old?.key ?? '']) {
    await removeMyAddress(ctx, session, key);
  }
  expect((await readMyAddresses(ctx, session)).addresses).toEqual([addresses[0]]);
  expect(await ctx.db.select().from(customerAddresses)).toHaveLength(2);
  const { orders } = await readMyOrders(ctx, session, { limit: 20 });
  expect(orders.data).toHaveLength(2);
});

test('a page is one round trip behind the session, and no statement reads a whole table', async () => {
  const { ctx, order } = await downloadShop();
  await place(ctx, ['POT', 'SEAT'], { shippingAddress: whitby });
  const session = sessionOf(order);
  const cursor = await cursorOf(ctx, session);
  const { addresses } = await readMyAddresses(ctx, session);
  const steps = [
    () => readMyOrders(ctx, session, { limit: 20, cursor }),
    () => readMyDownloads(ctx, session, { limit: 10, cursor }),
    () => readMyCodes(ctx, session, { limit: 10, cursor }),
    () => readMyAddresses(ctx, session),
    () => removeMyAddress(ctx, session, addresses[0]?.key ?? ''),
  ];
  const asked = [];
  const trips: number[] = [];
  for (const step of steps) {
    const { roundTrips, statements } = await askedDuring(ctx, step);
    trips.push(roundTrips);
    asked.push(...statements);
  }
  expect(trips).toEqual([1, 1, 1, 1, 2]);
  expect(await wholeTablesOf(ctx, asked)).toEqual([]);
});

async function cursorOf(ctx: TestContext, session: CustomerSession) {
  const { orders } = await readMyOrders(ctx, session, { limit: 1 });
  return orders.nextCursor ?? undefined;
}
