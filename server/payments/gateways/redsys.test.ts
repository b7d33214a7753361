import { createCipheriv, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import type { Claim, Secrets, Verification } from './gateway';
import { redsys } from './redsys';

const merchantKey = 'Mk9m98IfEblmPfrpsawt7BmxObt98Jev';
const merchantCode = '999008881';
const parameters = {
  Ds_Date: '25%2F11%2F2026',
  Ds_Hour: '12%3A00',
  Ds_Amount: '5990',
  Ds_Currency: '978',
  Ds_Order: '2026000123',
  Ds_MerchantCode: merchantCode,
  Ds_Terminal: '001',
  Ds_Response: '0000',
  Ds_TransactionType: '0',
  Ds_AuthorisationCode: '082150',
};

function post(given: Readonly<Record<string, unknown>> = {}, key = merchantKey): string {
  return posted(JSON.stringify({ ...parameters, ...given }), key, parameters.Ds_Order);
}

function posted(json: string, key: string, order: string): string {
  const text = Buffer.from(json).toString('base64url');
  const cipher = createCipheriv('aes-128-cbc', key.slice(0, 16), Buffer.alloc(16));
  const orderKey = Buffer.concat([cipher.update(order), cipher.final()]).toString('base64');
  const signature = createHmac('sha512', orderKey).update(text).digest('base64url');
  return `Ds_SignatureVersion=HMAC_SHA512_V2&Ds_MerchantParameters=${text}&Ds_Signature=${signature}`;
}

function verify(
  body: string | Uint8Array,
  secrets: Secrets = { merchantKey, merchantCode },
): Verification {
  return redsys.verify({ body: Buffer.from(body), headers: {} }, accountWith(secrets));
}

function claimOf(body: string | Uint8Array) {
  const result = verify(body);
  return result.verified ? result.claims[0] : null;
}

test('an approved payment is proved with all its facts and its event key', () => {
  expect(claimOf(post())).toEqual({
    trust: 'full',
    eventKey: '2026000123|0|0000|082150',
    eventId: null,
    orderNumber: '2026000123',
    amountMinor: 5990,
    currency: 'EUR',
    transactionId: '2026000123',
    authorizationCode: '082150',
    status: 'approved',
    captured: true,
    test: null,
  });
});

test('any parameters at all that are signed are read without throwing, and claim only sound facts', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('5990', '%', '%2', '%ff', 978, '0900'));
  const { Ds_Order, ...others } = parameters;
  const given = fc.dictionary(fc.constantFrom(...Object.keys(others), '__proto__'), value);
  fc.assert(
    fc.property(given, (values) => {
      const json = JSON.stringify({ Ds_Order, ...others, ...values });
      const result = verify(posted(json, merchantKey, Ds_Order));
      if (!result.verified) expect(result.problem).toBe('malformed');
      else expectSound(result.claims[0]);
    }),
    { numRuns: 1500 },
  );
});

test('parameters nested very deep, or longer than any, are refused, not fatal', () => {
  const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const problemOf = (json: string) => verify(posted(json, merchantKey, '1'));
  expect(problemOf(deep(5_000))).toMatchObject({ problem: 'malformed' });
  expect(problemOf(deep(100_000))).toMatchObject({ problem: 'bad_signature' });
});

test('without a word on versions only the present one is accepted', () => {
  const older = post().replace('HMAC_SHA512_V2', 'HMAC_SHA256_V1');
  for (const allow of [undefined, [], '', ['HMAC_SHA512_V2']]) {
    const secrets = { merchantKey, merchantCode, allow };
    expect(verify(post(), secrets).verified).toBe(true);
    expect(verify(older, secrets)).toMatchObject({
      reason: 'The Ds_SignatureVersion is none that this account accepts.',
    });
  }
});

describe('the event key', () => {
  test('is the same for the same refund, and another for a second one of another amount or time', () => {
    const refund = { Ds_TransactionType: '3', Ds_Response: '0900', Ds_Amount: '1000' };
    const keyOf = (given: object) => claimOf(post({ ...refund, ...given }))?.eventKey;
    expect(keyOf({})).toBe(keyOf({ Ds_Terminal: '1' }));
    expect(keyOf({ Ds_Amount: '1001' })).not.toBe(keyOf({}));
    expect(keyOf({ Ds_Hour: '12%3A01' })).not.toBe(keyOf({}));
  });

  test('tells a declined try from the approved one of the same order', () => {
    const declined = claimOf(post({ Ds_Response: '0190', Ds_AuthorisationCode: '' }));
    expect(declined?.eventKey).not.toBe(claimOf(post())?.eventKey);
    expect(declined?.transactionId).toBe(claimOf(post())?.transactionId);
  });
});

test('an account without a key is not configured, and never accepts', () => {
  for (const key of [undefined, '', '  ', [], ['']]) {
    const result = verify(post(), { merchantKey: key, merchantCode });
    expect(result).toMatchObject({ verified: false, problem: 'not_configured' });
  }
});

test('while a key is exchanged both are accepted', () => {
  const former = 'sq7HjrUOBfKmC576ILgskD5srU870gJ7';
  const secrets = { merchantKey: [former, merchantKey], merchantCode };
  expect(verify(post(), secrets).verified).toBe(true);
  expect(verify(post({}, former), secrets).verified).toBe(true);
  expect(verify(post({}, former)).verified).toBe(false);
});

test('the versions may come as one text with commas or as a list', () => {
  const allow = ['HMAC_SHA512_V2', 'HMAC_SHA256_V1'];
  for (const given of [allow, allow.join(', '), allow.join(',')]) {
    expect(redsys.secrets.parse({ merchantKey, allow: given }).allow).toEqual(allow);
  }
});

test.each([
  [{}, /^The key is the 32 .+ It is missing\.$/],
  [{ merchantKey: '' }, /^The key is the 32/],
  [{ merchantKey: 'short' }, /^The key is the 32/],
  [{ merchantKey, merchantCode: 'FUC 9' }, /up to 9 digits/],
  [{ merchantKey, allow: 'HMAC_SHA1' }, /HMAC_SHA512_V2 and HMAC_SHA256_V1/],
  [{ merchantKey, allow: [] }, /HMAC_SHA512_V2 and HMAC_SHA256_V1/],
  [{ merchantKey: 'x'.repeat(20), allow: 'HMAC_SHA256_V1' }, /32 characters of base64/],
  [{ merchantKey, terminal: '1' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(redsys.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});

function expectSound({ amountMinor, currency, transactionId }: Claim): void {
  expect(amountMinor).toBeGreaterThanOrEqual(0);
  expect(currency).toMatch(/^[A-Z]{3}$/);
  expect(transactionId).not.toBe('');
}

test('the key of the test environment is called what it is, and no other key', () => {
  const known = 'sq7HjrUOBfKmC576ILgskD5srU870gJ7';
  expect(redsys.weakness({ merchantKey: ['a'.repeat(32), known] })).not.toBeNull();
  expect(redsys.weakness({ merchantKey: 'a'.repeat(32) })).toBeNull();
});
