import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import Razorpay from 'razorpay';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import type { Claim, Secrets, Verification } from './gateway';
import { razorpay } from './razorpay';
import { expectSound } from './sound-claim.test-data';

const webhookSecret = 'a long secret, typed in twice';
const payment = {
  id: 'pay_1',
  amount: 5990,
  currency: 'INR',
  status: 'captured',
  captured: true,
  notes: { order_number: 'SO-1', note: 'Zoë 🧾' },
  acquirer_data: { auth_code: '064381' },
};
const body = eventOf('payment.captured', { payment });

type Message = Readonly<{
  body: string | Uint8Array;
  signature?: string;
  eventId?: string;
  secrets?: Secrets;
}>;

function eventOf(event: string, parts: Readonly<Record<string, unknown>>): string {
  const entities = Object.entries(parts).map(([name, entity]) => [name, { entity }]);
  return JSON.stringify({ entity: 'event', event, payload: Object.fromEntries(entities) });
}

function verify({ body, signature, eventId = 'ev_1', secrets }: Message): Verification {
  const headers = {
    'x-razorpay-signature': signature ?? sign(body),
    'x-razorpay-event-id': eventId,
  };
  const account = accountWith(secrets ?? { webhookSecret });
  return razorpay.verify({ body: Buffer.from(body), headers }, account);
}

function claimOf(message: Message): Claim | null {
  const result = verify(message);
  return result.verified ? result.claims[0] : null;
}

function sign(text: string | Uint8Array, secret = webhookSecret): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

describe("beside Razorpay's own SDK", () => {
  const accepts = (text: string, signature: string) =>
    Razorpay.validateWebhookSignature(text, signature, webhookSecret);

  test('what the SDK accepts is accepted, with its facts', () => {
    expect(accepts(body, sign(body))).toBe(true);
    expect(claimOf({ body })).toEqual({
      trust: 'full',
      eventKey: 'payment.captured:pay_1',
      eventId: 'ev_1',
      orderNumber: 'SO-1',
      amountMinor: 5990,
      currency: 'INR',
      transactionId: 'pay_1',
      authorizationCode: '064381',
      status: 'approved',
      captured: true,
      test: null,
    });
  });

  test('whatever the SDK refuses, we refuse too', () => {
    const signature = sign(body);
    fc.assert(
      fc.property(mutation(body), mutation(signature), (text, header) => {
        fc.pre(text !== body && header.toLowerCase() !== signature);
        expect([accepts(text, signature), accepts(body, header)]).toEqual([false, false]);
        expect(verify({ body: text, signature }).verified).toBe(false);
        expect(verify({ body, signature: header }).verified).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the event key', () => {
  const refund = { id: 'rfnd_1', payment_id: 'pay_1', amount: 1000, currency: 'INR' };
  const keyOf = (event: string, status: string) =>
    claimOf({ body: eventOf(event, { payment, refund: { ...refund, status } }) })?.eventKey;

  test('does not follow the event id, which is not signed', () => {
    const [first, replayed] = ['ev_1', 'ev_2'].map((eventId) => claimOf({ body, eventId }));
    expect(first?.eventId).not.toBe(replayed?.eventId);
    expect(first?.eventKey).toBe(replayed?.eventKey);
  });

  test('is one for a refund that is announced as created and as processed', () => {
    const processed = keyOf('refund.processed', 'processed');
    expect(keyOf('refund.created', 'processed')).toBe(processed);
    expect(keyOf('refund.created', 'pending')).not.toBe(processed);
    expect(keyOf('refund.failed', 'failed')).not.toBe(processed);
  });

  test('is another for every refund, dispute and step of a payment', () => {
    const dispute = { id: 'disp_1', payment_id: 'pay_1', amount: 5990, currency: 'INR' };
    const told = [
      eventOf('payment.authorized', { payment }),
      body,
      eventOf('order.paid', { payment }),
      eventOf('refund.processed', { refund }),
      eventOf('refund.processed', { refund: { ...refund, id: 'rfnd_2' } }),
      eventOf('payment.dispute.created', { dispute }),
      eventOf('payment.dispute.won', { dispute }),
      eventOf('settlement.processed', {}),
      eventOf('payment.downtime.started', {}),
    ];
    expect(new Set(told.map((text) => claimOf({ body: text })?.eventKey)).size).toBe(told.length);
  });
});

test('any JSON at all that is signed is read without throwing, and claims only sound facts', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(5990, -1, 0.5, '7', 'INR', 'SO-1', true));
  const names = ['id', 'amount', 'currency', 'notes', 'acquirer_data', 'payment_id', 'status'];
  const entity = fc.oneof(fc.dictionary(fc.constantFrom(...names), value), value);
  const parts = fc.dictionary(
    fc.constantFrom('payment', 'refund', 'dispute', 'order'),
    fc.oneof(fc.record({ entity }), value),
  );
  const types = ['payment.captured', 'refund.created', 'payment.dispute.created', '__proto__'];
  const message = fc.record({
    event: fc.oneof(fc.constantFrom(...types), value),
    payload: fc.oneof(parts, value),
  });
  fc.assert(
    fc.property(fc.oneof(message, fc.jsonValue()), (json) => {
      const result = verify({ body: JSON.stringify(json) });
      if (!result.verified) expect(result.problem).toBe('malformed');
      else expectSound(result.claims[0]);
    }),
    { numRuns: 2000 },
  );
});

test('an account without a secret is not configured, and never accepts', () => {
  for (const none of ['', '  ', [], ['']]) {
    const message = { body, signature: sign(body, ''), secrets: { webhookSecret: none } };
    expect(verify(message)).toMatchObject({ verified: false, problem: 'not_configured' });
  }
});

test.each([
  [{}, /typed in for the webhook; it is no API key. It is missing./],
  [{ webhookSecret: '  ' }, /typed in for the webhook/],
  [{ webhookSecret: 'rzp_live_8d2kfj' }, /it is no API key/],
  [{ webhookSecret: [] }, /typed in for the webhook/],
  [{ webhookSecret: 5 }, /typed in for the webhook/],
  [{ webhookSecret, keySecret: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(razorpay.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});

function mutation(text: string): fc.Arbitrary<string> {
  const at = fc.nat(text.length);
  return fc
    .tuple(at, at, fc.string({ maxLength: 4 }))
    .map(([i, j, inserted]) => text.slice(0, i) + inserted + text.slice(j));
}
