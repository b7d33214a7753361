import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { askAgain } from './ask-again';
import { putPaymentAccount } from './put-payment-account';
import { readInboxPage } from './read-inbox-page';
import { receiveCallback } from './receive-callback';
import { resolveCallback } from './resolve-callback';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const slug = 'paypal';
let ctx: TestContext;
/** What PayPal answers to a form; null where it is out of reach. */
let paypal: (form: string) => string | null | Promise<string | null>;

beforeEach(async () => {
  ctx = await freshContext();
  const secrets = { receiverEmail: 'shop@example.com' };
  const input = {
    gateway: 'paypal-ipn',
    name: 'PayPal',
    enabled: true,
    live: true,
    secrets,
  } as const;
  await putPaymentAccount(ctx, { slug, input });
  paypal = () => null;
  vi.stubGlobal('fetch', async (_url: URL, { body }: { body: Uint8Array }) => {
    const said = await paypal(Buffer.from(body).toString());
    if (said === null) throw new TypeError('fetch failed');
    return new Response(said);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function place(number: string) {
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ number, currency: 'USD', customer, lines });
  await placeOrder(ctx, { input, actor, shop });
}

/** Sends an IPN and gives the status of our answer. */
async function receive(invoice: string, more = '') {
  ctx.clock.at += 1000;
  const form = `receiver_email=shop%40example.com&payment_status=Completed&mc_gross=15.00&mc_currency=USD&txn_id=TX1&invoice=${invoice}${more}`;
  const message = { body: Buffer.from(form), headers: {} };
  return (await receiveCallback(ctx, { slug, message, isTooLarge: false })).status;
}

async function inbox() {
  const { data } = await readInboxPage(ctx.db, { limit: 10 });
  return data.map(({ id, verdict }) => ({ id, verdict }));
}

async function statusOf(number: string) {
  const found = await readOrder(ctx.db, { number });
  return found && viewOrder(found, '').status;
}

test('a message that PayPal has yet to confirm pays once it has, and once only', async () => {
  await place('A-1');
  expect(await receive('A-1')).toBe(200);
  expect([await statusOf('A-1'), (await inbox())[0]?.verdict]).toEqual(['pending', 'held']);
  paypal = () => 'VERIFIED';
  expect(await askAgain(ctx, shop)).toBe(0);
  ctx.clock.at += 60_000;
  expect(await askAgain(ctx, shop)).toBe(1);
  expect([await statusOf('A-1'), (await inbox())[0]?.verdict]).toEqual(['paid', 'applied']);
  await receive('A-1');
  ctx.clock.at += 86_400_000;
  expect(await askAgain(ctx, shop)).toBe(0);
  expect((await inbox()).map(({ verdict }) => verdict)).toEqual(['duplicate', 'applied']);
});

test('a forged message that came first takes nothing from the genuine one', async () => {
  await place('A-1');
  await place('B-1');
  await receive('B-1');
  paypal = (form) => (form.includes('invoice=A-1') ? 'VERIFIED' : 'INVALID');
  await receive('A-1');
  ctx.clock.at += 60_000;
  await askAgain(ctx, shop);
  expect([await statusOf('A-1'), await statusOf('B-1')]).toEqual(['paid', 'pending']);
  expect((await inbox()).map(({ verdict }) => verdict)).toEqual(['applied', 'bad_signature']);
});

test('nor does one that a person applied by hand: the genuine one is not called a repeat', async () => {
  await place('A-1');
  await place('B-1');
  await receive('B-1');
  const id = (await inbox())[0]?.id ?? '';
  await resolveCallback(ctx, { input: { id, action: 'apply' }, actor, shop });
  paypal = () => 'VERIFIED';
  await receive('A-1');
  expect((await inbox()).map(({ verdict }) => verdict)).toEqual(['already_paid', 'applied']);
});

test('what a person dismisses while PayPal is asked stays dismissed, and the others are asked about', async () => {
  await place('A-1');
  await receive('A-1');
  const id = (await inbox())[0]?.id ?? '';
  await receive('OTHER', '&n=2');
  ctx.clock.at += 60_000;
  paypal = async (form) => {
    if (form.includes('invoice=A-1')) {
      const input = { id, action: 'dismiss', reason: 'Not ours.' } as const;
      await resolveCallback(ctx, { input, actor, shop });
    }
    return 'VERIFIED';
  };
  expect(await askAgain(ctx, shop)).toBe(2);
  expect(await statusOf('A-1')).toBe('pending');
  expect((await inbox()).map(({ verdict }) => verdict)).toEqual(['order_unknown', 'held']);
});

test('what a person attached to an order stays with it, however often PayPal is asked', async () => {
  await place('A-1');
  await receive('TYPO-1');
  const id = (await inbox())[0]?.id ?? '';
  const input = { id, action: 'attach', orderNumber: 'A-1' } as const;
  await resolveCallback(ctx, { input, actor, shop });
  ctx.clock.at += 60_000;
  await askAgain(ctx, shop);
  paypal = () => 'VERIFIED';
  ctx.clock.at += 600_000;
  await askAgain(ctx, shop);
  expect([await statusOf('A-1'), (await inbox())[0]?.verdict]).toEqual(['paid', 'applied']);
});

test('of a long message that is not confirmed no more is kept than a person would read', async () => {
  await receive('A-1', `&memo=${'long '.repeat(40_000)}`);
  const { rows } = await ctx.db.$client.execute(
    'SELECT length(body) AS kept, sealed FROM callbacks',
  );
  expect(rows[0]).toMatchObject({ kept: 16_384, sealed: null });
});

test('however many wait to be confirmed, what is confirmed at once is taken', async () => {
  await place('A-1');
  await ctx.db.$client.execute({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
      INSERT INTO callbacks (id, account, gateway, body_hash, headers, verdict, reason, received_at, ask_at)
      SELECT 'flood ' || i, ?, 'paypal-ipn', '', '{}', 'held', '', 0, 9e15 FROM n`,
    args: [slug],
  });
  expect(await receive('A-1')).toBe(503);
  paypal = () => 'VERIFIED';
  expect(await receive('A-1')).toBe(200);
  expect(await statusOf('A-1')).toBe('paid');
});
