import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { findCallbacks } from '../find-callbacks';
import { findSigner } from '../gateways/samples/sample-signers';
import { putPaymentAccount } from '../put-payment-account';
import { curlOf } from './curl-of';
import { type LabCase, labCases } from './lab-cases';
import { rehearse } from './rehearse';
import { sendSample } from './send-sample';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
});

const accounts = {
  stripe: { endpointSecret: 'whsec_of_the_lab_0123456789' },
  'standard-webhooks': { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
  'authorizenet-silent-post': {
    signatureKeyHex: 'A1B2C3D4E5F60718293A4B5C6D7E8F90'.repeat(4),
    accountCurrency: 'USD',
  },
};
type Gateway = keyof typeof accounts;

async function account(gateway: Gateway, live = true) {
  const settings = { gateway, name: gateway, enabled: true, live, secrets: accounts[gateway] };
  await putPaymentAccount(ctx, { slug: gateway, input: settings });
}

async function verdicts(slug: Gateway, which: LabCase, orderNumber: string | null = null) {
  const { messages } = await rehearse(ctx, { slug, case: which, orderNumber, shop });
  return messages.map(({ verdict, paymentStatus }) => `${verdict}, ${paymentStatus}`);
}

describe.each(Object.keys(accounts) as Gateway[])('with an account of %s', (gateway) => {
  const signsTime = gateway !== 'authorizenet-silent-post';

  test.each([
    ['paid', ['applied, paid']],
    ['duplicate', ['applied, paid', 'duplicate, paid']],
    ['wrong_amount', ['amount_differs, unpaid']],
    ['bad_signature', ['bad_signature, unpaid']],
    ['late', [signsTime ? 'bad_signature, unpaid' : 'applied, paid']],
    ['out_of_order', ['held, unpaid', 'applied, refunded']],
  ] as const)('%s comes to what a real message would', async (which, expected) => {
    for (const live of [true, false]) {
      await account(gateway, live);
      expect(await verdicts(gateway, which)).toEqual(expected);
    }
  });

  test('nothing is written', async () => {
    await account(gateway);
    for (const which of labCases) await verdicts(gateway, which);
    expect((await findCallbacks(ctx.db, { limit: 10 })).data).toEqual([]);
  });
});

test('another currency is told apart where the gateway names it', async () => {
  await account('stripe');
  expect(await verdicts('stripe', 'wrong_currency')).toEqual(['currency_differs, unpaid']);
});

test('an order of the shop is rehearsed as it stands, one that is not there is refused', async () => {
  await account('stripe');
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ number: 'A-1', currency: 'USD', customer, lines });
  await placeOrder(ctx, { input, actor, shop });
  const asked = { slug: 'stripe', case: 'paid', shop } as const;
  const { messages } = await rehearse(ctx, { ...asked, orderNumber: 'A-1' });
  expect(messages).toMatchObject([{ verdict: 'applied', status: 'paid', paidMinor: 1500 }]);
  await expect(rehearse(ctx, { ...asked, orderNumber: 'A-9' })).rejects.toMatchObject({
    details: { fields: { orderNumber: 'There is no order A-9.' } },
  });
});

test('a sample is sent for real to an account that takes tests, and to no other', async () => {
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ number: 'A-1', currency: 'USD', customer, lines });
  await placeOrder(ctx, { input, actor, shop });
  const asked = { slug: 'stripe', case: 'duplicate', orderNumber: 'A-1', shop } as const;
  await account('stripe');
  await expect(sendSample(ctx, asked)).rejects.toMatchObject({ code: 'refused' });
  await account('stripe', false);
  expect((await sendSample(ctx, asked)).map(({ status }) => status)).toEqual([200, 200]);
  const { data } = await findCallbacks(ctx.db, { order: 'A-1', limit: 10 });
  expect(data.map(({ verdict }) => verdict).sort()).toEqual(['applied', 'duplicate']);
});

test('what no secret of ours signs is refused with what to do instead', async () => {
  const { publicKey } = { publicKey: `whpk_${Buffer.alloc(32, 7).toString('base64')}` };
  const settings = { gateway: 'standard-webhooks', name: 'W', enabled: true, live: true } as const;
  await putPaymentAccount(ctx, { slug: 'w', input: { ...settings, secrets: { publicKey } } });
  await expect(
    rehearse(ctx, { slug: 'w', case: 'paid', orderNumber: null, shop }),
  ).rejects.toMatchObject({ code: 'refused' });
  expect(findSigner('constructor')).toBeNull();
});

test('an account whose secrets cannot be read any more says so', async () => {
  await account('stripe');
  const env = { ...ctx.env, authSecret: 'another one, under which nothing was sealed' };
  await expect(
    rehearse({ ...ctx, env }, { slug: 'stripe', case: 'paid', orderNumber: null, shop }),
  ).rejects.toMatchObject({
    code: 'refused',
    details: { remedy: expect.stringContaining('anew') },
  });
});

test('a curl command survives every sign of a shell', () => {
  const message = { body: Buffer.from(`{"a":"it's $HOME \\n"}`), headers: { 'x-a': 'b' } };
  expect(curlOf('https://shop.example/x', message)).toBe(
    `curl -i \\\n  -H 'x-a: b' \\\n  --data-binary '{"a":"it'\\''s $HOME \\n"}' \\\n  'https://shop.example/x'`,
  );
});
