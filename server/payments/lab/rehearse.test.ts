import { beforeEach, describe, expect, test } from 'vitest';
import { standingOf } from '#domain/order-status';
import type { Actor } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { findCallbacks } from '../find-callbacks';
import { findGateway } from '../gateways/registry';
import { type SampleAccount, sampleAccounts } from '../gateways/samples/sample-accounts.test-data';
import { findSigner, signers } from '../gateways/samples/sample-signers';
import { putPaymentAccount } from '../put-payment-account';
import { readGatewayAccount } from '../read-gateway-account';
import { curlOf } from './curl-of';
import { type LabCase, labCases } from './lab-cases';
import { rehearse } from './rehearse';
import { sendSample } from './send-sample';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
});

type Slug = keyof typeof sampleAccounts;
const slugs = Object.keys(sampleAccounts) as Slug[];

async function account(slug: Slug, live = true) {
  const tried: SampleAccount = sampleAccounts[slug];
  await putPaymentAccount(ctx, { slug, input: { ...tried, name: slug, enabled: true, live } });
}

async function verdicts(slug: Slug, which: LabCase, orderNumber: string | null = null) {
  const { messages } = await rehearse(ctx, { slug, case: which, orderNumber, shop });
  return messages.map(({ verdict, paymentStatus }) => `${verdict}, ${paymentStatus}`);
}

async function offered(slug: Slug) {
  return (await readGatewayAccount(ctx, slug)).lab.cases;
}

/** What every case comes to, where the gateway does not make a difference. */
const usual: Readonly<Record<LabCase, readonly string[]>> = {
  paid: ['applied, paid'],
  duplicate: ['applied, paid', 'duplicate, paid'],
  wrong_amount: ['amount_differs, unpaid'],
  wrong_currency: ['currency_differs, unpaid'],
  bad_signature: ['bad_signature, unpaid'],
  late: ['applied, paid'],
  out_of_order: ['held, unpaid', 'applied, refunded'],
};
const timeIsSigned = { late: ['bad_signature, unpaid'] };
const notProvedInFull = ['held, unpaid'];

const differences: Readonly<Partial<Record<Slug, Partial<typeof usual>>>> = {
  stripe: timeIsSigned,
  'standard-webhooks': timeIsSigned,
  'universal-form': timeIsSigned,
  quickpay: timeIsSigned,
  // The refund names its payment and no order: nobody knows yet whose it is.
  square: { out_of_order: ['order_unknown, unpaid', 'applied, refunded'] },
  'worldpay-without-token': {
    paid: notProvedInFull,
    duplicate: ['held, unpaid', 'duplicate, unpaid'],
    wrong_amount: notProvedInFull,
    wrong_currency: notProvedInFull,
    late: notProvedInFull,
  },
};

const notOffered: Readonly<Partial<Record<Slug, readonly LabCase[]>>> = {
  'authorizenet-silent-post': ['wrong_currency'],
  'authorizenet-webhooks': ['wrong_currency'],
  'authorizenet-by-hand': ['wrong_currency'],
  opayo: ['wrong_amount', 'wrong_currency', 'out_of_order'],
  'plain-body': ['wrong_currency', 'out_of_order'],
  worldpay: ['out_of_order'],
  'worldpay-without-token': ['out_of_order'],
};

test('every gateway whose messages can be made here is tried out', () => {
  const tried = new Set(slugs.map((slug) => sampleAccounts[slug].gateway));
  expect([...tried].sort()).toEqual(Object.keys(signers).sort());
});

describe.each(slugs)('with an account of %s', (slug) => {
  const expected = { ...usual, ...differences[slug] };

  test('every case comes to what a real message would, of real money and of tests', async () => {
    for (const live of [true, false]) {
      await account(slug, live);
      for (const which of await offered(slug)) {
        expect([which, await verdicts(slug, which)]).toEqual([which, expected[which]]);
      }
    }
    expect((await findCallbacks(ctx.db, { limit: 10 })).data).toEqual([]);
  });

  test('a case is offered where its messages tell it, and refused elsewhere', async () => {
    await account(slug);
    const left = notOffered[slug] ?? [];
    expect(await offered(slug)).toEqual(labCases.filter((which) => !left.includes(which)));
    for (const which of left) {
      await expect(verdicts(slug, which)).rejects.toMatchObject({ code: 'refused' });
    }
  });

  test('what is rehearsed is what becomes of an order when it is sent', async () => {
    await account(slug, false);
    for (const which of await offered(slug)) {
      const orderNumber = await placed(`2026${labCases.indexOf(which)}`);
      const rehearsed = await verdicts(slug, which, orderNumber);
      await sendSample(ctx, { slug, case: which, orderNumber, shop });
      const order = await readOrder(ctx.db, { number: orderNumber });
      const paymentStatus = order && standingOf(order).paymentStatus;
      expect([which, paymentStatus]).toEqual([which, rehearsed.at(-1)?.split(', ')[1]]);
    }
  });

  test('no secret of the account stands in a command', async () => {
    await account(slug);
    const secrets = Object.entries(sampleAccounts[slug].secrets).flatMap(([name, value]) =>
      isShown(slug, name) ? [] : [value].flat().map(String),
    );
    for (const which of await offered(slug)) {
      const { messages } = await rehearse(ctx, { slug, case: which, orderNumber: null, shop });
      for (const { curl } of messages) {
        const plain = decodeURIComponent(curl.replaceAll(/%(?![0-9A-F]{2})/g, '%25'));
        expect(secrets.filter((secret) => plain.includes(secret.slice(0, -2)))).toEqual([]);
      }
    }
  });
});

function isShown(slug: Slug, name: string): boolean {
  return findGateway(sampleAccounts[slug].gateway)?.shown?.includes(name) ?? false;
}

async function placed(number: string): Promise<string> {
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ number, currency: 'USD', customer, lines });
  await placeOrder(ctx, { input, actor, shop });
  return number;
}

test('an order of the shop is rehearsed as it stands, one that is not there is refused', async () => {
  await account('stripe');
  await placed('A-1');
  const asked = { slug: 'stripe', case: 'paid', shop } as const;
  const { messages } = await rehearse(ctx, { ...asked, orderNumber: 'A-1' });
  expect(messages).toMatchObject([{ verdict: 'applied', status: 'paid', paidMinor: 1500 }]);
  await expect(rehearse(ctx, { ...asked, orderNumber: 'A-9' })).rejects.toMatchObject({
    details: { fields: { orderNumber: 'There is no order A-9.' } },
  });
});

test('a sample is sent for real to an account that takes tests, and to no other', async () => {
  await placed('A-1');
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
