import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Claim } from '#domain/claim';
import type { Actor } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { applyClaim } from './apply-claim';
import { applyEarlyCallbacks } from './apply-waiting-callbacks';
import { putPaymentAccount } from './put-payment-account';
import { webhookSecret } from './signed-message.test-data';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const live = true;
let ctx: TestContext;
let count = 0;

beforeAll(async () => {
  ctx = await freshContext();
  const secrets = {
    'standard-webhooks': { secret: webhookSecret },
    stripe: { endpointSecret: 'whsec_of_the_arrivals_012345' },
  };
  for (const gateway of ['standard-webhooks', 'stripe'] as const) {
    const input = { gateway, name: 'Cards', enabled: true, live, secrets: secrets[gateway] };
    await putPaymentAccount(ctx, { slug: gateway, input });
  }
});

const said: Omit<Claim, 'eventKey' | 'orderNumber' | 'transactionId'> = {
  trust: 'full',
  eventId: null,
  amountMinor: 1500,
  currency: 'USD',
  authorizationCode: null,
  status: 'approved',
  captured: null,
  test: false,
};

/** What the gateways of one payment may tell, each by a name. */
const told: Readonly<Record<string, Partial<Claim>>> = {
  declined: { status: 'declined' },
  authorised: { captured: false },
  paid: { captured: true },
  charged: { captured: true, authorizationCode: 'A1B2C3' },
  refundedInPart: { status: 'refunded', amountMinor: 400 },
  refundedAgain: { status: 'refunded', amountMinor: 300 },
  chargedBack: { status: 'chargeback' },
  disputeWon: { status: 'chargeback_reversed' },
};

const calledOff: Readonly<Record<string, Partial<Claim>>> = {
  authorised: { captured: false },
  voided: { status: 'cancelled' },
  declined: { status: 'declined' },
};

async function place(number: string) {
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ number, currency: 'USD', customer, lines });
  const { waiting } = await placeOrder(ctx, { input, actor, shop });
  await applyEarlyCallbacks(ctx, waiting, shop);
}

type Story = Readonly<{
  messages: Readonly<Record<string, Partial<Claim>>>;
  arrivals: readonly string[];
  /** How many messages come in before the order is placed. */
  early: number;
}>;

/** Takes the messages in, in that order, and gives what the order looks like at the end. */
async function endOf(gateway: string, { messages, arrivals, early }: Story) {
  count += 1;
  const number = `N-${count}`;
  const account = { slug: gateway, gateway, name: 'Cards', live, config: null };
  for (const [place_, name] of [...arrivals, null].entries()) {
    if (place_ === Math.min(early, arrivals.length)) await place(number);
    if (name === null) break;
    ctx.clock.at += 1000;
    const { transactionId = 'TX', ...message } = messages[name] ?? {};
    const claim: Claim = {
      ...said,
      ...message,
      eventKey: `${number} ${name}`,
      orderNumber: number,
      transactionId: `${transactionId}-${number}`,
    };
    const id = ctx.newId();
    const plain = { id, account: gateway, gateway, bodyHash: name, body: null, headers: {} };
    await applyClaim(ctx, { claim, account, shop, row: { ...plain, receivedAt: ctx.clock.at } });
  }
  const order = await readOrder(ctx.db, { number });
  if (!order) throw new Error('The order was not placed.');
  const { status, paymentStatus, flags, totals, payments } = viewOrder(order, '');
  const standing = payments.filter((payment) => payment.status !== 'declined');
  return {
    ...{ status, paymentStatus, flags, totals },
    payments: standing.map(({ status: is, authorizationCode }) => ({ is, authorizationCode })),
  };
}

/** Every message at least once, some again, in any order, some before the order is placed. */
function stories(messages: Story['messages']): fc.Arbitrary<Story> {
  const names = Object.keys(messages);
  const again = fc.array(fc.constantFrom(...names), { maxLength: 4 });
  return again
    .chain((repeats) => {
      const all = [...names, ...repeats];
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    })
    .chain((arrivals) => fc.nat(arrivals.length).map((early) => ({ messages, arrivals, early })));
}

test.each([
  ['standard-webhooks', { paid: 1500, refunded: 700 }],
  ['stripe', { paid: 1500, refunded: 400 }],
] as const)(
  'the messages of a payment by %s come to the same in any order and however often',
  async (gateway, totals) => {
    const arrivals = Object.keys(told);
    const expected = await endOf(gateway, { messages: told, arrivals, early: 0 });
    expect(expected).toMatchObject({ status: 'paid', totals });
    await fc.assert(
      fc.asyncProperty(stories(told), async (story) => {
        expect(await endOf(gateway, story)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
    expect(await selfCheck(ctx.db)).toEqual([]);
  },
  60_000,
);

test('money that went back for a second payment never goes back for the first, whichever came first', async () => {
  const transactionId = 'TX-second';
  const messages: Story['messages'] = {
    paid: { captured: true },
    paidTwice: { captured: true, transactionId },
    secondRefunded: { status: 'refunded', transactionId },
  };
  await fc.assert(
    fc.asyncProperty(stories(messages), async (story) => {
      const { paymentStatus, totals, payments } = await endOf('stripe', story);
      const isFirst = story.arrivals.indexOf('paid') < story.arrivals.indexOf('paidTwice');
      if (isFirst) expect([paymentStatus, totals.refunded]).toEqual(['paid', 0]);
      expect(payments).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
});

test('an authorisation that was called off stays so, whichever came first', async () => {
  const arrivals = ['declined', 'authorised', 'voided'];
  const expected = await endOf('stripe', { messages: calledOff, arrivals, early: 0 });
  expect(expected).toMatchObject({ status: 'pending', flags: [], payments: [] });
  await fc.assert(
    fc.asyncProperty(stories(calledOff), async (story) => {
      expect(await endOf('stripe', story)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
