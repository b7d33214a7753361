import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { callbacks, registeredPayments } from '#db/schema/payments';
import type { Actor } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { runWorkerRound } from '#server/run-worker-round';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { signedAroundKey } from './gateways/opayo-server';
import { putPaymentAccount } from './put-payment-account';
import { receiveCallback } from './receive-callback';
import { registerPayment } from './register-payment';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const slug = 'opayo';
const key = 'AB12CD34EF';
let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  const secrets = { vendorName: 'fernhill' };
  await putPaymentAccount(ctx, {
    slug,
    input: { gateway: 'opayo-server', name: 'Opayo', enabled: true, live: true, secrets },
  });
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ number: '1001', currency: 'GBP', customer, lines });
  await placeOrder(ctx, { input, actor, shop });
});

function register(
  given: Partial<Parameters<typeof registerPayment>[1]['input']> = {},
  payment = '1001',
) {
  return registerPayment(ctx, { slug, payment, input: { key, ...given } });
}

/** The notification of a payment, signed with its own key. */
async function notify(signedWith = key): Promise<number> {
  const fields = new Map([
    ['VPSTxId', '{0A1B2C3D-0A1B-0A1B-0A1B-0A1B2C3D4E5F}'],
    ['VendorTxCode', '1001'],
    ['Status', 'OK'],
    ['TxType', 'PAYMENT'],
    ['TxAuthNo', '4711'],
  ]);
  const [before, after] = signedAroundKey(fields, 'fernhill');
  const signature = createHash('md5')
    .update(before + signedWith + after)
    .digest('hex');
  fields.set('VPSSignature', signature.toUpperCase());
  const body = Buffer.from(new URLSearchParams([...fields]).toString());
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { status } = await receiveCallback(ctx, {
    slug,
    message: { body, headers },
    isTooLarge: false,
  });
  return status;
}

async function order() {
  const found = await readOrder(ctx.db, { number: '1001' });
  return found && viewOrder(found, '');
}

test('a payment is proved by the key that was handed in for it, and by no other', async () => {
  expect(await notify()).toBe(503);
  await register();
  expect(await notify('ZZ99ZZ99ZZ')).toBe(401);
  expect(await notify()).toBe(200);
  expect(await order()).toMatchObject({ status: 'paid', payments: [{ amount: 1500 }] });
});

test('the amount that was agreed on counts, not what the order costs by now', async () => {
  await register({ amount: 1200, currency: 'GBP' });
  expect(await notify()).toBe(200);
  const [row] = await ctx.db.select({ verdict: callbacks.verdict }).from(callbacks);
  expect(row?.verdict).toBe('amount_differs');
  expect((await order())?.status).toBe('pending');
});

test('the same once more changes nothing, another key or amount is refused', async () => {
  expect((await register()).isNew).toBe(true);
  expect((await register()).isNew).toBe(false);
  await expect(register({ key: 'ZZ99ZZ99ZZ' })).rejects.toMatchObject({ code: 'refused' });
  await expect(register({ amount: 1, currency: 'GBP' })).rejects.toMatchObject({ code: 'refused' });
});

test('of two at once that differ one is kept, and the other is told', async () => {
  const both = await Promise.allSettled([register(), register({ key: 'ZZ99ZZ99ZZ' })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await ctx.db.$count(registeredPayments)).toBe(1);
});

test('nothing is kept in the clear, or for an account that has no such keys', async () => {
  await register();
  expect(JSON.stringify(await ctx.db.select().from(registeredPayments))).not.toContain(key);
  await expect(register({ amount: 5 })).rejects.toMatchObject({ code: 'invalid' });
  await expect(
    registerPayment(ctx, { slug: 'nowhere', payment: '1', input: { key } }),
  ).rejects.toMatchObject({ code: 'not_found' });
  const stripe = { endpointSecret: 'whsec_of_a_test_and_nothing_else' };
  await putPaymentAccount(ctx, {
    slug: 'cards',
    input: { gateway: 'stripe', name: 'Cards', enabled: true, live: true, secrets: stripe },
  });
  await expect(
    registerPayment(ctx, { slug: 'cards', payment: '1', input: { key } }),
  ).rejects.toMatchObject({ code: 'refused' });
});

test('the worker removes a key after ninety days', async () => {
  await register();
  ctx.clock.at += 90 * 86_400_000 - 1;
  await runWorkerRound(ctx);
  expect(await ctx.db.$count(registeredPayments)).toBe(1);
  ctx.clock.at += 1;
  await runWorkerRound(ctx);
  expect(await ctx.db.$count(registeredPayments)).toBe(0);
});
