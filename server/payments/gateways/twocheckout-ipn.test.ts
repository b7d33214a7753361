import { createHmac } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import { sha3_256 } from '@noble/hashes/sha3.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import type { Secrets, Verification } from './gateway';
import { twocheckoutIpn } from './twocheckout-ipn';

const secretKey = 'AABBCCDDEEFF';
type Pairs = readonly (readonly [string, string])[];

const complete: Pairs = [
  ['REFNO', '123456789'],
  ['REFNOEXT', 'SO-1'],
  ['ORDERSTATUS', 'COMPLETE'],
  ['FIRSTNAME', 'Björn'],
  ['COMPANY', ''],
  ['CURRENCY', 'EUR'],
  ['IPN_PID[]', '1'],
  ['IPN_PID[]', ''],
  ['IPN_PNAME[]', 'Software program'],
  ['IPN_PNAME[]', 'Blue €'],
  ['IPN_TOTALGENERAL', '59.90'],
  ['TEST_ORDER', '0'],
  ['IPN_DATE', '20050303123434'],
];

/** Lists stand together in these forms, so that the order of the values is that of the form. */
function textOf(values: readonly string[]): Buffer {
  return Buffer.from(values.map((value) => `${Buffer.byteLength(value)}${value}`).join(''));
}

function sign(pairs: Pairs, key = secretKey): string {
  const text = textOf(pairs.map(([, value]) => value));
  const signature = Buffer.from(hmac(sha3_256, Buffer.from(key), text)).toString('hex');
  return write([...pairs, ['SIGNATURE_SHA3_256', signature]]);
}

function signLegacy(pairs: Pairs): string {
  const text = textOf(pairs.map(([, value]) => value));
  return write([...pairs, ['HASH', createHmac('md5', secretKey).update(text).digest('hex')]]);
}

function write(pairs: Pairs): string {
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}

function verify(body: string | Uint8Array, secrets: Secrets = { secretKey }): Verification {
  return twocheckoutIpn.verify({ body: Buffer.from(body), headers: {} }, accountWith(secrets));
}

function claimOf(body: string | Uint8Array) {
  const result = verify(body);
  return result.verified ? result.claims[0] : null;
}

test('a completed order is proved with all its facts and its event key', () => {
  expect(claimOf(sign(complete))).toEqual({
    trust: 'full',
    eventKey: '123456789|COMPLETE|20050303123434',
    eventId: '123456789:COMPLETE:20050303123434',
    orderNumber: 'SO-1',
    amountMinor: 5990,
    currency: 'EUR',
    transactionId: '123456789',
    authorizationCode: null,
    status: 'approved',
    captured: true,
    test: false,
  });
});

test('any values at all that are signed are read without throwing', () => {
  const latin1 = fc.string({ unit: 'grapheme', maxLength: 20 });
  const values = fc.record(Object.fromEntries(complete.map(([name]) => [name, latin1])));
  fc.assert(
    fc.property(values, (given) => {
      const result = verify(sign(complete.map(([name, value]) => [name, given[name] ?? value])));
      if (!result.verified) expect(result.problem).toBe('malformed');
    }),
    { numRuns: 1000 },
  );
});

test('lists nested without end, or thousands of them, are refused', () => {
  expect(verify(`A${'[]'.repeat(50_000)}=1`)).toMatchObject({ problem: 'malformed' });
  const many = Array.from({ length: 20_000 }, (_, i) => [`A[${i}][]`, 'x'] as const);
  expect(verify(write(many)).verified).toBe(false);
});

test('while a key is exchanged both are tried, blank ones never', () => {
  expect(verify(sign(complete), { secretKey: ['NEXT', secretKey] }).verified).toBe(true);
  expect(verify(sign(complete, 'NEXT'), { secretKey: ['NEXT', secretKey] }).verified).toBe(true);
  for (const blank of ['', '  ', [], ['']]) {
    expect(verify(sign(complete, ''), { secretKey: blank })).toMatchObject({
      problem: 'not_configured',
    });
  }
});

describe('the reply', () => {
  const atMs = Date.UTC(2005, 2, 3, 12, 34, 34);
  const replyTo = (body: string, secrets: Secrets = { secretKey }, outcome = 'taken' as const) => {
    const message = { body: Buffer.from(body), headers: {} };
    return twocheckoutIpn.reply({ outcome, message, account: accountWith(secrets), atMs });
  };
  const receipt = textOf(['1', 'Software program', '20050303123434', '20050303123434']);

  test('confirms the first product and both dates, signed with SHA-256', () => {
    const digest = createHmac('sha256', secretKey).update(receipt).digest('hex');
    expect(replyTo(sign(complete))).toEqual({
      status: 200,
      text: `<sig algo="sha256" date="20050303123434">${digest}</sig>`,
    });
  });

  test('is signed with the key that the message was signed with', () => {
    const digest = createHmac('sha256', 'NEXT').update(receipt).digest('hex');
    const secrets = { secretKey: [secretKey, 'NEXT'] };
    expect(replyTo(sign(complete, 'NEXT'), secrets)?.text).toContain(digest);
  });

  test('to a message with MD5 only is the one of the published example', () => {
    expect(replyTo(signLegacy(complete), { secretKey, allowLegacyMd5: true })?.text).toBe(
      '<EPAYMENT>20050303123434|7bf97ed39681027d0c45aa45e3ea98f0</EPAYMENT>',
    );
  });

  test('confirms nothing that is not proved or was not taken', () => {
    const body = sign(complete);
    const message = { body: Buffer.from(body), headers: {} };
    const account = accountWith({ secretKey });
    const refused = { outcome: 'malformed', message, account, atMs } as const;
    expect(twocheckoutIpn.reply(refused)).toBeNull();
    expect(replyTo(sign(complete, 'OTHER'))).toBeNull();
    expect(replyTo(signLegacy(complete))).toBeNull();
    expect(replyTo('%')).toBeNull();
  });
});

test.each([
  [{}, /secret key.*missing/],
  [{ secretKey: ' ' }, /secret key/],
  [{ secretKey: [] }, /secret key/],
  [{ secretKey, allowLegacyMd5: 'yes' }, /true or false/],
  [{ secretKey, secretWord: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(twocheckoutIpn.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});
