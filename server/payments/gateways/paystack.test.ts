import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import type { Claim, Secrets, Verification } from './gateway';
import { paystack } from './paystack';
import { expectSound } from './sound-claim.test-data';

const secretKey = 'sk_live_0123456789abcdef';
const charge = {
  id: 302961,
  domain: 'live',
  status: 'success',
  reference: 'T-1',
  amount: 599000,
  currency: 'NGN',
  metadata: { order_number: 'SO-1', note: 'Zoë 🧾' },
  authorization: { authorization_code: 'AUTH_f5rnfq9p', reusable: true },
};
const body = eventOf('charge.success', charge);

type Message = Readonly<{ body: string | Uint8Array; signature?: string; secrets?: Secrets }>;

function eventOf(event: string, data: unknown): string {
  return JSON.stringify({ event, data });
}

function verify({ body, signature, secrets }: Message): Verification {
  const headers = { 'x-paystack-signature': signature ?? sign(body) };
  const account = accountWith(secrets ?? { secretKey });
  return paystack.verify({ body: Buffer.from(body), headers }, account);
}

function claimOf(text: string): Claim | null {
  const result = verify({ body: text });
  return result.verified ? result.claims[0] : null;
}

function sign(text: string | Uint8Array, key = secretKey): string {
  return createHmac('sha512', key).update(text).digest('hex');
}

test('a signed charge is proved with all its facts', () => {
  expect(claimOf(body)).toEqual({
    trust: 'full',
    eventKey: 'charge.success:302961',
    eventId: null,
    orderNumber: 'SO-1',
    amountMinor: 599000,
    currency: 'NGN',
    transactionId: '302961',
    parentTransactionId: null,
    authorizationCode: null,
    status: 'approved',
    captured: null,
    test: false,
  });
});

test('the token that charges the card again is in no fact of a claim', () => {
  const dispute = { id: 9, transaction: charge, authorization: charge.authorization };
  for (const text of [body, eventOf('charge.dispute.create', dispute), eventOf('x', charge)]) {
    expect(JSON.stringify(claimOf(text))).not.toContain('AUTH_');
  }
});

describe('the event key', () => {
  const refund = { transaction_reference: 'T-1', amount: '1000', currency: 'NGN' };

  test('is the same for every delivery, and another for every refund, dispute and type', () => {
    const told = [
      body,
      eventOf('charge.success', { ...charge, id: 302962 }),
      eventOf('refund.processed', { ...refund, refund_reference: 'TRF_1' }),
      eventOf('refund.processed', { ...refund, refund_reference: 'TRF_2' }),
      eventOf('refund.failed', { ...refund, refund_reference: 'TRF_1' }),
      eventOf('refund.processed', refund),
      eventOf('charge.dispute.create', { id: 302961 }),
      eventOf('transfer.success', { id: 302961 }),
    ];
    const keys = told.map((text) => claimOf(text)?.eventKey);
    expect(new Set(keys).size).toBe(told.length);
    expect(told.map((text) => claimOf(text)?.eventKey)).toEqual(keys);
  });
});

test('any JSON at all that is signed is read without throwing, and claims only sound facts', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(599000, -1, 0.5, '7', 'NGN', 'SO-1'));
  const names = ['id', 'amount', 'currency', 'metadata', 'reference', 'transaction', 'domain'];
  const types = ['charge.success', 'refund.processed', 'charge.dispute.resolve', '__proto__'];
  const message = fc.record({
    event: fc.oneof(fc.constantFrom(...types), value),
    data: fc.oneof(fc.dictionary(fc.constantFrom(...names), value), value),
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

test('an account without a key is not configured, and never accepts', () => {
  for (const none of ['', '  ', [], ['']]) {
    const message = { body, signature: sign(body, ''), secrets: { secretKey: none } };
    expect(verify(message)).toMatchObject({ verified: false, problem: 'not_configured' });
  }
});

test.each([
  [{}, 'The secret key begins with sk_live_ or sk_test_. It is missing.'],
  [{ secretKey: '' }, /begins with sk_live_/],
  [{ secretKey: 'pk_live_0123' }, /begins with sk_live_/],
  [{ secretKey: 'sk_live_' }, /begins with sk_live_/],
  [{ secretKey: [] }, /begins with sk_live_/],
  [{ secretKey, publicKey: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(paystack.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});
