import { beforeEach, expect, test } from 'vitest';
import { callbacks } from '#db/schema/payments';
import type { CallbackVerdict } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { putPaymentAccount } from './put-payment-account';
import { readAccountList } from './read-account-list';
import { readCallbackPage } from './read-callback-page';
import { readInboxPage } from './read-inbox-page';
import { receiveCallback } from './receive-callback';
import { signedAccount, signedMessage } from './signed-message.test-data';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  await putPaymentAccount(ctx, {
    slug: 'cards',
    input: { ...signedAccount, name: 'Card payments' },
  });
});

/** Puts a row into the inbox as it stands, a minute after the last one. */
async function stored(row: Partial<typeof callbacks.$inferInsert> & { verdict: CallbackVerdict }) {
  ctx.clock.at += 60_000;
  const id = ctx.newId();
  const plain = { account: 'cards', gateway: 'standard-webhooks', bodyHash: '', headers: {} };
  await ctx.db
    .insert(callbacks)
    .values({ id, ...plain, reason: 'Why.', receivedAt: ctx.clock.at, ...row });
  return id;
}

async function place(number: string): Promise<void> {
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ number, currency: 'USD', customer, lines });
  await placeOrder(ctx, { input, actor: { kind: 'staff', id: 'm', name: 'Maria' }, shop });
}

const ids = (rows: readonly Readonly<{ id: string }>[]) => rows.map(({ id }) => id);

test('the inbox is read newest first, page by page and back, nothing twice and nothing left out', async () => {
  const stack: string[] = [];
  for (let n = 0; n < 7; n += 1) stack.unshift(await stored({ verdict: 'applied' }));
  const first = await readInboxPage(ctx.db, { limit: 3 });
  const second = await readInboxPage(ctx.db, { limit: 3, cursor: first.nextCursor ?? '' });
  const third = await readInboxPage(ctx.db, { limit: 3, cursor: second.nextCursor ?? '' });
  expect([first, second, third].flatMap(({ data }) => ids(data))).toEqual(stack);
  expect(third.nextCursor).toBeNull();
  const back = await readInboxPage(ctx.db, { limit: 3, cursor: third.previousCursor ?? '' });
  expect(ids(back.data)).toEqual(ids(second.data));
});

test('what needs a person is found across pages and counted whatever the filter', async () => {
  const held = await stored({ verdict: 'held' });
  const differs = await stored({ verdict: 'amount_differs', orderNumber: '7' });
  await stored({ verdict: 'applied' });
  await stored({ verdict: 'bad_signature' });
  const first = await readInboxPage(ctx.db, { limit: 1, needsPerson: true });
  const cursor = first.nextCursor ?? '';
  const second = await readInboxPage(ctx.db, { limit: 1, needsPerson: true, cursor });
  expect(ids([...first.data, ...second.data])).toEqual([differs, held]);
  expect((await readInboxPage(ctx.db, { limit: 5, verdict: 'applied' })).waiting).toBe(2);
  expect(ids((await readInboxPage(ctx.db, { limit: 5, order: '7' })).data)).toEqual([differs]);
  expect((await readInboxPage(ctx.db, { limit: 5, account: 'other' })).data).toEqual([]);
});

test('a row leads to its order only where there is one', async () => {
  await place('A-1');
  await stored({ verdict: 'applied', orderNumber: 'A-1' });
  await stored({ verdict: 'order_unknown', orderNumber: 'A-2', account: 'gone' });
  const { data, accounts } = await readInboxPage(ctx.db, { limit: 5 });
  expect(data.map(({ hasOrder, accountName }) => [hasOrder, accountName])).toEqual([
    [false, 'gone'],
    [true, 'Card payments'],
  ]);
  expect(accounts).toEqual([{ slug: 'cards', name: 'Card payments' }]);
});

test('the lists are read along an index, however many callbacks there are', async () => {
  const planOf = async (statement: string) => {
    const { rows } = await ctx.db.$client.execute(`EXPLAIN QUERY PLAN ${statement}`);
    return rows.map(({ detail }) => String(detail)).join('; ');
  };
  const by = (plus: string) => `ORDER BY ${plus}received_at DESC, ${plus}id DESC LIMIT 26`;
  expect(await planOf(`SELECT * FROM callbacks ${by('')}`)).toContain('callbacks_received_at_idx');
  expect(
    await planOf(`SELECT * FROM callbacks WHERE verdict IN ('held', 'error') ${by('+')}`),
  ).toContain('callbacks_verdict_idx');
});

test('a page of one callback shows the repeats of its event and what else came for the order', async () => {
  await place('A-1');
  const paid = signedMessage({ atMs: ctx.clock.at, id: 'm1', order: 'A-1', amountMinor: 1500 });
  const deliver = async (message: typeof paid) => {
    ctx.clock.at += 1000;
    return receiveCallback(ctx, { slug: 'cards', message, isTooLarge: false });
  };
  await deliver(paid);
  await deliver(paid);
  await deliver(paid);
  const other = await stored({ verdict: 'declined', orderNumber: 'A-1' });
  const [, third, second, first] = ids((await readInboxPage(ctx.db, { limit: 9 })).data);
  const page = await readCallbackPage(ctx.db, first ?? '');
  expect(page.callback).toMatchObject({ verdict: 'applied', hasOrder: true, duplicateOf: null });
  expect(page.body?.kind).toBe('json');
  expect(ids(page.deliveries)).toEqual([second, third]);
  expect(ids(page.ofOrder)).toEqual([other]);
  const repeat = await readCallbackPage(ctx.db, second ?? '');
  expect(repeat.body).toBeNull();
  expect(ids(repeat.deliveries)).toEqual([first, third]);
  expect(repeat.callback.eventKey).toBe(page.callback.eventKey);
  expect(repeat.callback.claim).toMatchObject({ status: 'approved', orderNumber: 'A-1' });
});

test('a callback without an order has no others beside it', async () => {
  await stored({ verdict: 'bad_signature' });
  const id = await stored({ verdict: 'bad_signature', body: 'x_a=1', headers: { host: 'h' } });
  const page = await readCallbackPage(ctx.db, id);
  expect(page).toMatchObject({ deliveries: [], ofOrder: [], hasMoreOfOrder: false });
  await expect(readCallbackPage(ctx.db, 'none')).rejects.toMatchObject({ code: 'not_found' });
});

test('the list of accounts tells the last good and the last bad callback of each', async () => {
  const bad = await stored({ verdict: 'bad_signature' });
  const good = await stored({ verdict: 'duplicate' });
  await stored({ verdict: 'malformed', account: 'other' });
  const { gateways, offline } = await readAccountList(ctx);
  expect(gateways).toMatchObject([
    {
      ...{ slug: 'cards', lastGood: { id: good }, lastBad: { id: bad, verdict: 'bad_signature' } },
      recent: [{ id: good }, { id: bad }],
    },
  ]);
  expect(offline.map(({ method, enabled }) => [method, enabled])).toEqual([
    ['cheque', false],
    ['wire', false],
    ['cash', false],
    ['terminal', false],
  ]);
});

test('every page is one round trip', async () => {
  await stored({ verdict: 'applied', orderNumber: 'A-1' });
  const id = await stored({ verdict: 'held', orderNumber: 'A-1' });
  let trips = 0;
  const counting = new Proxy(ctx.db, {
    get(db, name) {
      if (name === 'batch') trips += 1;
      return Reflect.get(db, name);
    },
  });
  await readInboxPage(counting, { limit: 5 });
  await readCallbackPage(counting, id);
  await readAccountList({ ...ctx, db: counting });
  expect(trips).toBe(3);
});
