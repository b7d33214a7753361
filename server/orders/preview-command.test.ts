import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import { readProduct } from '#server/catalog/read-product';
import { showCode } from '#server/digital/show-code';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { change, maria, pay, placed, ship, stockShelves } from './console.test-data';
import { previewCommand, type TakeBackCommand } from './preview-command';
import { readOrderPage } from './read-order-page';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  await stockShelves(ctx);
});

const preview = (number: string, command: TakeBackCommand) =>
  previewCommand(ctx, { number, command, shop });

test('what a roll back is said to do is what it then does', async () => {
  const number = await placed(ctx, { MUG: 3, KEY: 2, BOOK: 1 });
  await change(ctx, number, pay);
  const codeId = (await readOrderPage(ctx, number)).codes[0]?.id ?? 0;
  await showCode(ctx, { number, codeId, actor: maria });
  await change(ctx, number, ship);
  const said = await preview(number, 'roll_back');
  expect(said).toMatchObject({
    refusal: null,
    statusBefore: 'delivered',
    statusAfter: 'pending',
    codes: [{ sku: 'KEY', back: 1, burned: 1 }],
    grantsRevoked: 1,
    shipmentsVoided: 1,
    mailWithdrawn: 2,
    mailTo: null,
  });
  expect(said.products.find(({ sku }) => sku === 'MUG')).toMatchObject({
    ...{ isTracked: true, stock: 7, stockAfter: 10, sold: 3, soldAfter: 0 },
  });
  expect(said.paymentsReversed.map(({ amountMinor }) => amountMinor)).toEqual([6000]);

  await change(ctx, number, { type: 'roll_back', reason: null, restock: true });
  const after = await readOrderPage(ctx, number);
  expect(after.standing.status).toBe(said.statusAfter);
  for (const { sku, stockAfter, soldAfter, isTracked } of said.products) {
    const product = await readProduct(ctx.db, sku);
    expect(product.sold).toBe(soldAfter);
    if (isTracked) expect(product.stock).toBe(stockAfter);
  }
  expect((await readProduct(ctx.db, 'KEY')).codesAvailable).toBe(2);
  expect(after.codes.map(({ status }) => status)).toEqual(['burned']);
  expect(after.messages.filter(({ status }) => status === 'withdrawn')).toHaveLength(2);
});

test('the day that was promised is said to be taken away', async () => {
  const number = await placed(ctx, { MUG: 1 });
  const day = { type: 'expect', expectedOn: '2026-12-01', reason: null, notify: true } as const;
  await change(ctx, number, day);
  expect((await preview(number, 'cancel')).dayTakenAway).toBeNull();
  await change(ctx, number, pay);
  expect((await preview(number, 'roll_back')).dayTakenAway).toBe('2026-12-01');
  await change(ctx, number, { type: 'roll_back', reason: null, restock: true });
  expect((await readOrderPage(ctx, number)).order.expectedOn).toBeNull();
});

test('a preview changes nothing', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, pay);
  const before = await readOrderPage(ctx, number);
  await preview(number, 'delete');
  expect(await readOrderPage(ctx, number)).toEqual(before);
});

test('cancelling a paid order is shown with its roll back and its message', async () => {
  const number = await placed(ctx, { MUG: 2 });
  await change(ctx, number, pay);
  expect(await preview(number, 'cancel')).toMatchObject({
    statusAfter: 'cancelled',
    products: [{ sku: 'MUG', stock: 8, stockAfter: 10 }],
    mailTo: 'ada@example.com',
  });
});

test('what the message about a cancellation promises is said before', async () => {
  const number = await placed(ctx, { MUG: 2 });
  expect((await preview(number, 'cancel')).promised).toBeNull();
  await change(ctx, number, pay);
  const { promised } = await preview(number, 'cancel');
  await change(ctx, number, { type: 'cancel', reason: null, restock: true, notify: true });
  const [mail] = await ctx.db
    .select({ data: messages.data })
    .from(messages)
    .where(eq(messages.template, 'cancelled'));
  expect(promised?.minor).toBeGreaterThan(0);
  expect(mail?.data).toMatchObject({ refundMinor: promised?.minor });
});

test('deleting an order that was never paid moves nothing', async () => {
  const number = await placed(ctx, { MUG: 2, KEY: 1 });
  expect(await preview(number, 'delete')).toMatchObject({
    ...{ isDeleted: true, products: [], codes: [], paymentsReversed: [], mailWithdrawn: 0 },
  });
});

test('a command that would be refused says why and shows no effect', async () => {
  const number = await placed(ctx, { MUG: 1 });
  expect(await preview(number, 'roll_back')).toMatchObject({
    refusal: {
      reason: 'The order has no payment to take back.',
      remedy: 'Cancel or delete it instead.',
    },
    products: [],
  });
});

test('a deleted order and an unknown one have no preview', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, { type: 'delete', reason: null, restock: true });
  for (const missing of [number, 'no such']) {
    await expect(preview(missing, 'cancel')).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('a form that was filled in for an older version is stopped, and a refusal says more', async () => {
  const number = await placed(ctx, { MUG: 1 });
  const part = { type: 'pay', payment: { method: 'cheque', amountMinor: 300 } } as const;
  await change(ctx, number, part, 1);
  await expect(change(ctx, number, part, 1)).rejects.toMatchObject({ code: 'conflict' });
  expect((await readOrderPage(ctx, number)).totals.paid).toBe(300);
  await change(ctx, number, pay, 2);
  await expect(change(ctx, number, part, 2)).rejects.toMatchObject({
    code: 'refused',
    details: { reason: 'The order is paid already.' },
  });
});

test('yes to a customer who asks to cancel does what a cancellation does', async () => {
  const number = await placed(ctx, { MUG: 2, KEY: 1 });
  await change(ctx, number, pay);
  const { requests } = await change(ctx, number, { type: 'ask_to_cancel', reason: null });
  const asked = { number, command: 'answer_request', shop } as const;
  const cancelled = await previewCommand(ctx, { number, command: 'cancel', shop });
  const requestId = requests[0]?.id;
  expect(await previewCommand(ctx, { ...asked, requestId })).toEqual(cancelled);
  expect((await previewCommand(ctx, { ...asked, requestId: 'another' })).refusal?.reason).toBe(
    'That request is not open.',
  );
});
