import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { codeLooks, codes } from '#db/schema/catalog';
import { downloads } from '#db/schema/downloads';
import { files, fileVersions } from '#db/schema/files';
import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { downloadShop, press, putVersion } from '#server/downloads/download-shop.test-data';
import { change, mailShop, pay, place, rollBack, ship } from '#server/mail/mail-shop.test-data';
import { lookLengthMs } from './look';
import { readTrackingPage } from './read-tracking-page';
import { showCodes } from './show-codes';

async function pageOf(ctx: Context, { token }: Order, looks: readonly string[] = []) {
  const page = await readTrackingPage(ctx, { token, looks });
  if (!page) throw new Error('There is no such page.');
  return page;
}

/** An order for one seat that is paid, and the id of its code. */
async function paidSeat(ctx: Context) {
  const order = await pay(ctx, await place(ctx, ['SEAT']));
  const [code] = await codesOf(ctx, order);
  if (!code) throw new Error('No code was handed out.');
  return { order, codeId: code.id };
}

function codesOf({ db }: Context, { id }: Order) {
  return db.select().from(codes).where(eq(codes.orderId, id)).orderBy(codes.id);
}

test('an unknown token and a deleted order are nothing alike', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  expect(await readTrackingPage(ctx, { token: 'unknown', looks: [] })).toBeNull();
  expect(await readTrackingPage(ctx, { token: order.number, looks: [] })).toBeNull();
  await change(ctx, order, { type: 'delete', reason: null, restock: true });
  expect(await readTrackingPage(ctx, { token: order.token, looks: [] })).toBeNull();
  await change(ctx, order, { type: 'restore' });
  expect((await pageOf(ctx, order)).number).toBe(order.number);
});

test('a page takes one round trip', async () => {
  const ctx = await mailShop();
  const { order } = await paidSeat(ctx);
  const counted = countingContext(ctx);
  await pageOf(counted.ctx, order, ['a'.repeat(22)]);
  expect(counted.batches).toEqual([16]);
});

function countingContext(ctx: Context) {
  const batches: number[] = [];
  const db = new Proxy(ctx.db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name);
      return (statements: Parameters<typeof target.batch>[0]) => {
        batches.push(statements.length);
        return target.batch(statements);
      };
    },
  });
  return { ctx: { ...ctx, db }, batches };
}

test('nothing internal is on the page', async () => {
  const ctx = await mailShop();
  const more = { note: 'SECRET-NOTE', tags: ['SECRET-TAG'] };
  const order = await place(ctx, ['POT', 'SEAT', 'GUIDE'], more);
  await change(ctx, order, {
    type: 'pay',
    payment: {
      method: 'stripe',
      authorizationCode: 'SECRET-AUTH',
      transactionId: 'SECRET-TX',
      note: 'SECRET-PAYMENT-NOTE',
    },
  });
  await change(ctx, order, { type: 'hold', reason: 'SECRET-HOLD' });
  await change(ctx, order, { type: 'release' });
  await ship(ctx, order);
  const text = JSON.stringify(await pageOf(ctx, order));
  for (const secret of [/SECRET/, /Ada/, /The lid/, /zoe@|Whitcombe/, /version/, /SEAT-/, /sku/]) {
    expect(text).not.toMatch(secret);
  }
  expect(text).not.toContain(order.token);
});

test('the reason of a cancellation is for the customer, that of a roll back is not', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  await change(ctx, order, { type: 'roll_back', reason: 'SECRET', restock: true });
  expect(JSON.stringify(await pageOf(ctx, order))).not.toContain('SECRET');
  await change(ctx, order, {
    ...{ type: 'cancel', reason: 'The pot broke.', restock: true, notify: true },
  });
  expect((await pageOf(ctx, order)).headline.detail).toBe('The pot broke.');
});

test('how to pay is said while something is due', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const before = await pageOf(ctx, order);
  expect([before.dueMinor, before.method]).toEqual([3400, 'wire']);
  expect(before.instructions).toContain('IBAN');
  await pay(ctx, order);
  const after = await pageOf(ctx, order);
  expect([after.dueMinor, after.instructions]).toEqual([0, '']);
  expect(after.payments).toMatchObject([
    { amountMinor: 3400, by: 'Visa ending 4242', isStanding: true },
  ]);
});

test('money is written as the headline and the e-mails write it', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const { locale } = await pageOf(ctx, order);
  expect(locale).toBe(order.customer.locale ?? 'en');
  const { name, email, phone } = order.customer;
  await change(ctx, order, {
    type: 'correct_contact',
    customer: { name, email, phone, locale: null },
  });
  expect((await pageOf(ctx, order)).locale).toBe('en');
});

test('parcels have their carrier, number, link and items', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  await ship(ctx, order);
  const { shipments, toFollow } = await pageOf(ctx, order);
  expect(shipments).toEqual([
    {
      day: '2026-11-24',
      parcels: [
        {
          carrier: 'UPS',
          trackingNumber: '1Z5R89390357567127',
          url: 'https://www.ups.com/track?tracknum=1Z5R89390357567127',
        },
        { carrier: 'Cousin Bert', trackingNumber: null, url: null },
      ],
      items: [{ name: 'Teapot', quantity: 1 }],
    },
  ]);
  expect(toFollow).toEqual([]);
});

test('a day that was promised is in the history, without the words of staff', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  const expectOn = (expectedOn: string | null) =>
    change(ctx, order, { type: 'expect', expectedOn, reason: 'The kiln cracked.', notify: true });
  await expectOn('2026-11-27');
  await expectOn('2026-12-01');
  await expectOn(null);
  const page = await pageOf(ctx, order);
  expect(page.history.map(({ what, day }) => [what, day])).toEqual([
    ['placed', undefined],
    ['paid', undefined],
    ['expected', '2026-11-27'],
    ['expected', '2026-12-01'],
  ]);
  expect(JSON.stringify(page)).not.toContain('kiln');
  await rollBack(ctx, order);
  expect((await pageOf(ctx, order)).history.map(({ what }) => what)).toEqual(['placed']);
});

test('a day that staff named is shown once the order is paid', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await change(ctx, order, {
    ...{ type: 'expect', expectedOn: '2027-01-05', reason: null, notify: false },
  });
  const shown = async () => (await pageOf(ctx, order)).history.map(({ what }) => what);
  expect(await shown()).toEqual(['placed']);
  await pay(ctx, order);
  expect(await shown()).toEqual(['placed', 'expected', 'paid']);
});

test('what was rolled back is gone from the history, and its money no longer counts', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  await ship(ctx, order);
  const before = await pageOf(ctx, order);
  expect(before.history.map(({ what }) => what)).toEqual(['placed', 'paid', 'shipped']);
  await rollBack(ctx, order);
  const after = await pageOf(ctx, order);
  expect(after.history.map(({ what }) => what)).toEqual(['placed']);
  expect(after.shipments).toEqual([]);
  expect(after.payments).toMatchObject([{ isStanding: false }]);
});

test('a delivery that a person saw is told, one that follows from tracking is not', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  await ship(ctx, order);
  const assumed = await pageOf(ctx, order);
  expect(assumed.headline.title).toBe('Your two parcels leave tomorrow.');
  const other = await pay(ctx, await place(ctx));
  ctx.clock.at += 1000;
  await change(ctx, other, {
    ...{ type: 'ship', shippedOn: '2026-11-22', parcels: [], note: null, notify: false },
  });
  ctx.clock.at += 1000;
  await change(ctx, other, { type: 'deliver', reason: null });
  const seen = await pageOf(ctx, other);
  expect(seen.headline.title).toBe('Your order was delivered today.');
  expect(seen.history.at(-1)?.what).toBe('delivered');
});

test('grants are named, and gone after a roll back', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx, ['GUIDE']));
  expect((await pageOf(ctx, order)).files).toMatchObject([{ name: 'Brewing guide', files: [] }]);
  await rollBack(ctx, order);
  expect((await pageOf(ctx, order)).files).toEqual([]);
});

test('files are told with their size and what is left, until the grant ends', async () => {
  const { ctx, order } = await downloadShop(1234);
  const [grant] = order.grants;
  const row = { id: 'guide', name: 'guide.pdf', version: 'v1', size: 1234 };
  expect((await pageOf(ctx, order)).files).toEqual([
    {
      ...{ grantId: grant?.id, name: 'Brewing guide', expiresAt: grant?.expiresAt, isOver: false },
      files: [{ ...row, left: 5 }],
    },
  ]);
  await press(ctx, order);
  expect((await pageOf(ctx, order)).files).toMatchObject([{ files: [{ left: 4 }] }]);
  await ctx.db.update(downloads).set({ failedAt: ctx.now() });
  expect((await pageOf(ctx, order)).files).toMatchObject([{ files: [{ left: 5 }] }]);
  ctx.clock.at = (grant?.expiresAt ?? 0) - 1;
  expect((await pageOf(ctx, order)).files).toMatchObject([{ isOver: false }]);
  ctx.clock.at += 1;
  expect((await pageOf(ctx, order)).files).toMatchObject([{ isOver: true }]);
});

test('neither a file that is still being uploaded is named nor one that was taken away', async () => {
  const { ctx, order, shelf } = await downloadShop();
  await ctx.db.delete(fileVersions);
  await putVersion(ctx, shelf, { id: 'v1', size: 9, status: 'uploading' });
  expect((await pageOf(ctx, order)).files).toMatchObject([{ files: [] }]);
  await putVersion(ctx, shelf, { id: 'v2', size: 9 });
  expect((await pageOf(ctx, order)).files).toMatchObject([{ files: [{ name: 'guide.pdf' }] }]);
  await ctx.db.update(files).set({ retiredAt: ctx.now() });
  expect((await pageOf(ctx, order)).files).toMatchObject([{ files: [] }]);
});

test('two views of a page have keys of their own for their forms', async () => {
  const { ctx, order } = await downloadShop();
  const keys = [(await pageOf(ctx, order)).clickKey, (await pageOf(ctx, order)).clickKey];
  expect(new Set(keys).size).toBe(2);
});

test('opening the page shows no code and uses none up', async () => {
  const ctx = await mailShop();
  const { order, codeId } = await paidSeat(ctx);
  const { codes: lines } = await pageOf(ctx, order, ['a'.repeat(22)]);
  expect(lines).toMatchObject([{ codes: [{ id: codeId, text: null }], waiting: 0 }]);
  expect(await codesOf(ctx, order)).toMatchObject([{ seenAt: null }]);
  expect(await ctx.db.select().from(codeLooks)).toEqual([]);
});

test('a code that is shown is seen, recorded, and open to that reader for a while', async () => {
  const ctx = await mailShop();
  const { order, codeId } = await paidSeat(ctx);
  const look = await showCodes(ctx, { token: order.token, codeId });
  const textFor = async (looks: readonly string[]) =>
    (await pageOf(ctx, order, looks)).codes[0]?.codes[0]?.text;
  expect(await textFor([look])).toBe('SEAT-AAAA-1111');
  expect(await textFor([])).toBeNull();
  expect(await textFor(['b'.repeat(22), look])).toBe('SEAT-AAAA-1111');
  expect(await codesOf(ctx, order)).toMatchObject([{ seenAt: ctx.now() }]);
  expect(await ctx.db.select().from(codeLooks)).toMatchObject([
    { codeId, orderId: order.id, actorKind: 'customer', actorName: 'Zoë Whitcombe', at: ctx.now() },
  ]);
  ctx.clock.at += lookLengthMs;
  expect(await textFor([look])).toBeNull();
});

test('all codes of a line are shown at once, and every look is recorded', async () => {
  const ctx = await mailShop();
  const lines = [{ sku: 'SEAT', quantity: 2 }];
  const order = await pay(ctx, await place(ctx, [], { lines }));
  const lineId = order.lines[0]?.id ?? '';
  const look = await showCodes(ctx, { token: order.token, lineId });
  const page = await pageOf(ctx, order, [look]);
  expect(page.codes[0]?.codes.map(({ text }) => text)).toEqual([
    'SEAT-AAAA-1111',
    'SEAT-BBBB-2222',
  ]);
  await showCodes(ctx, { token: order.token, lineId });
  expect(await ctx.db.select().from(codeLooks)).toHaveLength(4);
});

test('a code that was shown burns on a later roll back, one that was not goes back', async () => {
  const ctx = await mailShop();
  const lines = [{ sku: 'SEAT', quantity: 2 }];
  const order = await pay(ctx, await place(ctx, [], { lines }));
  const [first] = await codesOf(ctx, order);
  const look = await showCodes(ctx, { token: order.token, codeId: first?.id ?? 0 });
  await rollBack(ctx, order);
  const all = await ctx.db.select({ status: codes.status }).from(codes).orderBy(codes.id);
  expect(all).toEqual([{ status: 'burned' }, { status: 'available' }]);
  expect((await pageOf(ctx, order, [look])).codes).toEqual([]);
});

test('codes of another order, of a pool or of a deleted order are not shown', async () => {
  const ctx = await mailShop();
  const { codeId } = await paidSeat(ctx);
  const other = await place(ctx);
  const notFound = { code: 'not_found' };
  await expect(showCodes(ctx, { token: other.token, codeId })).rejects.toMatchObject(notFound);
  await expect(showCodes(ctx, { token: 'unknown', codeId })).rejects.toMatchObject(notFound);
  await expect(showCodes(ctx, { token: other.token, codeId: codeId + 1 })).rejects.toMatchObject(
    notFound,
  );
  expect(await ctx.db.select().from(codeLooks)).toEqual([]);
});

test('a look opens the codes of its own order only', async () => {
  const ctx = await mailShop();
  const one = await paidSeat(ctx);
  const two = await paidSeat(ctx);
  const look = await showCodes(ctx, { token: one.order.token, codeId: one.codeId });
  const page = await pageOf(ctx, two.order, [look]);
  expect(page.codes[0]?.codes).toEqual([{ id: two.codeId, text: null }]);
});
