import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import { authorizenetWebhooks } from './authorizenet-webhooks';
import type { Secrets, Verification } from './gateway';

const signatureKey = 'A1B2C3D4E5F60718293A4B5C6D7E8F90'.repeat(4);
const formerKey = 'FF00'.repeat(32);
const body =
  '{"notificationId":"n-1","eventType":"net.authorize.payment.authcapture.created",' +
  '"payload":{"responseCode":1,"authCode":"Q7K2MZ","authAmount":59.90,' +
  '"invoiceNumber":"SO-1 Zoë","entityName":"transaction","id":"60198731341"}}';

type Message = Readonly<{
  body: string | Uint8Array;
  signature?: string;
  secrets?: Secrets;
  currency?: string | null;
}>;

function verify({ body, signature, secrets, currency = 'USD' }: Message): Verification {
  const headers = { 'x-anet-signature': signature ?? sign(body) };
  const account = accountWith(secrets ?? { signatureKey }, { currency });
  return authorizenetWebhooks.verify({ body: Buffer.from(body), headers }, account);
}

function sign(text: string | Uint8Array, key: string | Buffer = signatureKey): string {
  return `sha512=${createHmac('sha512', key).update(text).digest('hex').toUpperCase()}`;
}

test('a signed notification is proved with all its facts', () => {
  expect(verify({ body })).toEqual({
    verified: true,
    claims: [
      {
        trust: 'full',
        eventKey: 'n-1',
        eventId: 'n-1',
        orderNumber: 'SO-1 Zoë',
        amountMinor: 5990,
        currency: 'USD',
        transactionId: '60198731341',
        authorizationCode: 'Q7K2MZ',
        status: 'approved',
        captured: true,
        test: null,
      },
    ],
  });
});

test('any JSON at all that is signed is read without throwing, and claims only sound facts', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(59.9, -1, '59.90', 1e300, '1', 'SO-1'));
  const names = ['id', 'responseCode', 'authCode', 'authAmount', 'invoiceNumber'];
  const types = ['authcapture.created', 'refund.created', 'fraud.approved', 'x', '__proto__'];
  const message = fc.record({
    notificationId: fc.oneof(fc.constant('n-1'), value),
    eventType: fc.oneof(...types.map((it) => fc.constant(`net.authorize.payment.${it}`)), value),
    payload: fc.oneof(fc.dictionary(fc.constantFrom(...names), value), value),
  });
  fc.assert(
    fc.property(fc.oneof(message, fc.jsonValue()), (json) => {
      const result = verify({ body: JSON.stringify(json) });
      if (!result.verified) expect(result.problem).toBe('malformed');
      else expect(Number.isSafeInteger(result.claims[0].amountMinor ?? 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('any bytes at all are refused without throwing, and a deep message is not fatal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(verify({ body: bytes })).toMatchObject({ verified: false, problem: 'malformed' });
    }),
  );
  const deep = `{"payload":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(() => verify({ body: deep })).not.toThrow();
});

describe('the signature key', () => {
  test('signs as the text that is shown, and as the bytes that it spells', () => {
    const bytes = Buffer.from(signatureKey, 'hex');
    for (const key of [signatureKey, bytes]) {
      expect(verify({ body, signature: sign(body, key) }).verified).toBe(true);
    }
  });

  test('may be exchanged: the former one is accepted beside the new one, and no longer after', () => {
    const signature = sign(body, formerKey);
    const both = { signatureKey: [signatureKey, formerKey] };
    expect(verify({ body, signature, secrets: both }).verified).toBe(true);
    expect(verify({ body, signature })).toMatchObject({ problem: 'bad_signature' });
  });

  test('is needed: an account without one never accepts', () => {
    for (const none of ['', '  ', [], ['']]) {
      const message = { body, signature: sign(body, ''), secrets: { signatureKey: none } };
      expect(verify(message)).toMatchObject({ verified: false, problem: 'not_configured' });
    }
  });
});

describe('the currency, which no message names', () => {
  test('is that of the secrets, else that of the account', () => {
    const secrets = { signatureKey, accountCurrency: 'CAD' };
    expect(verify({ body, secrets })).toMatchObject({ claims: [{ currency: 'CAD' }] });
    expect(verify({ body, currency: 'GBP' })).toMatchObject({ claims: [{ currency: 'GBP' }] });
  });

  test('is needed: without one the account is not configured', () => {
    expect(verify({ body, currency: null })).toMatchObject({ problem: 'not_configured' });
  });
});

test('an authorisation and its capture are one transaction and two events', () => {
  const told = (type: string, id: string) =>
    verify({ body: body.replace('authcapture', type).replace('n-1', id) });
  expect(told('authorization', 'n-2')).toMatchObject({
    claims: [{ eventKey: 'n-2', captured: false, transactionId: '60198731341' }],
  });
  expect(told('priorAuthCapture', 'n-3')).toMatchObject({
    claims: [{ eventKey: 'n-3', captured: true, transactionId: '60198731341' }],
  });
});

test.each([
  [{}, 'The signature key is 128 digits and letters from A to F. It is missing.'],
  [{ signatureKey: '4uD8fG2kTq' }, /128 digits and letters/],
  [{ signatureKey: 'A'.repeat(64) }, /128 digits and letters/],
  [{ signatureKey: 'G'.repeat(128) }, /128 digits and letters/],
  [{ signatureKey: [] }, /128 digits and letters/],
  [{ signatureKey, accountCurrency: 'usd' }, /three capital letters/],
  [{ signatureKey, manualCapture: 'yes' }, /either on or off/],
  [{ signatureKey, transactionKey: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(authorizenetWebhooks.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});
