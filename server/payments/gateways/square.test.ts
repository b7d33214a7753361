import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { WebhooksHelper } from 'square';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import type { Secrets, Verification } from './gateway';
import { expectSound } from './sound-claim.test-data';
import { square } from './square';

const signatureKey = 'asdf1234-SquareKey';
const notificationUrl = 'https://shop.example/hooks/square?shop=1';
const secrets = { signatureKey, notificationUrl };
const payment = {
  id: 'PAY1',
  status: 'COMPLETED',
  amount_money: { amount: 5990, currency: 'USD' },
  total_money: { amount: 5990, currency: 'USD' },
  reference_id: 'SO-1',
  card_details: { auth_result_code: '68aLBM' },
  note: 'Zoë 🧾',
};
const event = { type: 'payment.updated', event_id: 'ev-1', data: { object: { payment } } };
const body = JSON.stringify(event);

type Given = Readonly<{ signature?: string; secrets?: Secrets; url?: string }>;

function verify(text: string | Uint8Array, given: Given = {}): Verification {
  const headers = { 'x-square-hmacsha256-signature': given.signature ?? sign(text) };
  const account = accountWith(given.secrets ?? secrets, given.url ? { url: given.url } : {});
  return square.verify({ body: Buffer.from(text), headers }, account);
}

function sign(text: string | Uint8Array, key = signatureKey, url = notificationUrl): string {
  return createHmac('sha256', key).update(url).update(text).digest('base64');
}

function claimOf(text: string, given?: Given) {
  const result = verify(text, given);
  return result.verified ? result.claims[0] : null;
}

describe("beside Square's own SDK", () => {
  const theirs = (requestBody: string, signatureHeader: string) =>
    WebhooksHelper.verifySignature({ requestBody, signatureHeader, signatureKey, notificationUrl });

  test('both accept the same signature, and we read its facts', async () => {
    expect(await theirs(body, sign(body))).toBe(true);
    expect(claimOf(body)).toEqual({
      trust: 'full',
      eventKey: 'ev-1',
      eventId: 'ev-1',
      orderNumber: 'SO-1',
      amountMinor: 5990,
      currency: 'USD',
      transactionId: 'PAY1',
      authorizationCode: '68aLBM',
      status: 'approved',
      captured: true,
      test: null,
    });
  });

  test('whatever the SDK refuses, we refuse too', async () => {
    const cut = fc.tuple(fc.nat(body.length), fc.nat(body.length), fc.string({ maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(cut, fc.boolean(), async ([i, j, text], isBody) => {
        const change = (whole: string) => whole.slice(0, i) + text + whole.slice(j);
        const message = isBody ? change(body) : body;
        const signature = isBody ? sign(body) : change(sign(body));
        const isOurs = verify(message, { signature }).verified;
        expect(isOurs && !(await theirs(message, signature))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

test('any body at all is read without throwing, and claims only sound facts', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(5990, -1, 0.5, 1e300, 'USD', 'PAY1'));
  const money = fc.record({ amount: value, currency: value });
  const names = [...Object.keys(payment), 'payment_id', 'dispute_id', 'state', 'disputed_payment'];
  const object = fc.dictionary(fc.constantFrom(...names), fc.oneof(money, value));
  const objects = fc.dictionary(fc.constantFrom('payment', 'refund', 'dispute'), object);
  const types = ['payment.updated', 'refund.updated', 'dispute.created', 'x', '__proto__'];
  const signed = fc.record({
    type: fc.oneof(fc.constantFrom(...types), value),
    event_id: fc.oneof(fc.constant('ev-1'), value),
    data: fc.oneof(fc.record({ object: objects }), value),
  });
  fc.assert(
    fc.property(fc.oneof(signed, fc.jsonValue()), (json) => {
      const result = verify(JSON.stringify(json));
      if (!result.verified) expect(result.problem).toBe('malformed');
      else expectSound(result.claims[0]);
    }),
    { numRuns: 2000 },
  );
  fc.assert(fc.property(fc.uint8Array(), (bytes) => verify(bytes).verified === false));
});

test('the address of the account is signed where no other is given', () => {
  const url = 'https://shop.example/api/silent-response/square';
  const given = { secrets: { signatureKey }, url };
  expect(verify(body, { ...given, signature: sign(body, signatureKey, url) }).verified).toBe(true);
  expect(verify(body, given)).toMatchObject({ problem: 'bad_signature' });
});

test('while a key is exchanged both are tried, blank ones never', () => {
  const both = { signatureKey: ['next-key', signatureKey], notificationUrl };
  expect(verify(body, { secrets: both }).verified).toBe(true);
  expect(verify(body, { secrets: both, signature: sign(body, 'next-key') }).verified).toBe(true);
  const blank = { signatureKey: ['', ' '], notificationUrl };
  expect(verify(body, { secrets: blank, signature: sign(body, '') })).toMatchObject({
    problem: 'not_configured',
  });
});

describe('one thing that several events tell has one event key', () => {
  const told = (type: string, object: unknown, id: string) =>
    claimOf(JSON.stringify({ type, event_id: id, data: { object } }));
  const refund = { id: 'R1', payment_id: 'PAY1', amount_money: { amount: 1, currency: 'USD' } };
  const dispute = { id: 'D1', disputed_payment: { payment_id: 'PAY1' } };

  test('a refund by its id and state', () => {
    const done = { refund: { ...refund, status: 'COMPLETED' } };
    const first = told('refund.created', done, 'ev-1');
    const second = told('refund.updated', done, 'ev-2');
    const waiting = told('refund.created', { refund: { ...refund, status: 'PENDING' } }, 'ev-0');
    expect(first?.eventKey).toBe(second?.eventKey);
    expect(first?.eventKey).not.toBe(waiting?.eventKey);
  });

  test('a charge back by its dispute, until it is won', () => {
    const at = (state: string, id: string) =>
      told('dispute.state.updated', { dispute: { ...dispute, state } }, id);
    expect(at('EVIDENCE_REQUIRED', 'ev-1')?.eventKey).toBe(at('LOST', 'ev-2')?.eventKey);
    expect(at('WON', 'ev-3')?.eventKey).not.toBe(at('PROCESSING', 'ev-4')?.eventKey);
  });
});

test.each([
  [{}, /signature key.*missing/],
  [{ signatureKey: '' }, /signature key/],
  [{ signatureKey: 'two words' }, /without blanks/],
  [{ signatureKey, notificationUrl: 'shop.example' }, /begins with https/],
  [{ signatureKey, notificationUrl: '' }, /begins with https/],
  [{ signatureKey, accessToken: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (given, words) => {
  expect(square.secrets.safeParse(given).error?.issues[0]?.message).toMatch(words);
});
