import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import type { Answering, Secrets, Verification } from './gateway';
import { opayoServer } from './opayo-server';

const secrets = { securityKey: 'AAKEY12345', vendorName: 'MyShop' };
const order =
  `VPSTxId VendorTxCode Status TxAuthNo AVSCV2 Token AddressResult PostCodeResult CV2Result
  GiftAid 3DSecureStatus CAVV AddressStatus PayerStatus CardType Last4Digits DeclineCode ExpiryDate
  FraudResponse BankAuthCode ACSTransID DSTransID SchemeTraceID`.split(/\s+/);
const approved = {
  VPSTxId: '{90A42BA2-1281-4CA9-8E84-E43C0E7FD85F}',
  VendorTxCode: 'SO-1',
  Status: 'OK',
  TxAuthNo: '12345678',
  AVSCV2: 'ALL MATCH',
  CardType: 'VISA',
  Last4Digits: '0006',
  BankAuthCode: '999777',
};

function post(given: Readonly<Record<string, string>> = {}, key = secrets.securityKey): string {
  const fields: Readonly<Record<string, string>> = { ...approved, ...given };
  const textOf = (name: string) => fields[name] ?? '';
  const signed = order.map((name) => {
    if (name === 'AVSCV2') return `myshop${textOf(name)}`;
    return name === 'Token' ? `${textOf(name)}${key}` : textOf(name);
  });
  const signature = createHash('md5')
    .update(Buffer.from(signed.join(''), 'latin1'))
    .digest('hex');
  return Object.entries({ ...fields, VPSSignature: signature.toUpperCase() })
    .map(([name, value]) => `${name}=${escaped(value)}`)
    .join('&');
}

function escaped(value: string): string {
  const bytes = [...Buffer.from(value, 'latin1')];
  return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function verify(body: string | Uint8Array, by: Secrets = secrets): Verification {
  return opayoServer.verify({ body: Buffer.from(body), headers: {} }, accountWith(by));
}

function claimOf(body: string | Uint8Array) {
  const result = verify(body);
  return result.verified ? result.claims[0] : null;
}

test('an approved payment is proved with all its facts, of which the amount is none', () => {
  expect(claimOf(post())).toEqual({
    trust: 'full',
    eventKey: '{90A42BA2-1281-4CA9-8E84-E43C0E7FD85F}|OK',
    eventId: null,
    orderNumber: 'SO-1',
    amountMinor: null,
    currency: null,
    transactionId: '{90A42BA2-1281-4CA9-8E84-E43C0E7FD85F}',
    authorizationCode: '999777',
    status: 'approved',
    captured: null,
    test: null,
  });
});

test('any values at all that are signed are read without throwing', () => {
  const latin1 = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)),
  });
  const fields = fc.dictionary(fc.constantFrom(...order, 'TxType'), latin1);
  fc.assert(
    fc.property(fields, (values) => {
      const result = verify(post(values));
      if (!result.verified) expect(result.problem).toBe('malformed');
    }),
    { numRuns: 1000 },
  );
});

test('two hundred keys are tried on a body of 256 KiB, and none fits', () => {
  const securityKey = Array.from({ length: 200 }, (_, n) => `KEY${n}`.padEnd(10, 'X'));
  const body = post({ CAVV: 'A'.repeat(80_000) });
  expect(verify(body, { ...secrets, securityKey })).toMatchObject({ problem: 'bad_signature' });
});

describe('what is not under the signature', () => {
  test('a TxType other than PAYMENT makes it count for less', () => {
    expect(claimOf(`${post()}&TxType=DEFERRED`)).toMatchObject({ captured: false });
    expect(claimOf(`${post()}&TxType=PAYMENT`)).toMatchObject({ captured: null });
    expect(claimOf(`${post()}&TxType=TOKEN`)).toMatchObject({ status: 'ignored' });
  });

  test('a stored card without an authorisation never counts as paid, whatever its TxType', () => {
    const stored = post({ Token: 'x', TxAuthNo: '', BankAuthCode: '' });
    expect(claimOf(`${stored}&TxType=PAYMENT`)).toMatchObject({ status: 'ignored' });
  });
});

test('any of the open transactions is proved, a closed one no longer', () => {
  const both = { ...secrets, securityKey: ['ZZKEY54321', 'AAKEY12345'] };
  expect(verify(post(), both).verified).toBe(true);
  expect(verify(post({}, 'ZZKEY54321'), both).verified).toBe(true);
  expect(verify(post({}, 'ZZKEY54321')).verified).toBe(false);
});

test('an account without a key or a vendor is not configured, and never accepts', () => {
  for (const securityKey of [undefined, '', '  ', [], ['']]) {
    const result = verify(post({}, ''), { vendorName: 'MyShop', securityKey });
    expect(result).toMatchObject({ problem: 'not_configured' });
  }
  expect(verify(post(), { securityKey: 'AAKEY12345' })).toMatchObject({
    problem: 'not_configured',
  });
});

describe('the reply', () => {
  const message = { body: Buffer.from(post()), headers: {} };
  const replyTo = (outcome: Answering['outcome'], by: Secrets = secrets) =>
    opayoServer.reply({ outcome, message, account: accountWith(by), atMs: 0 });

  test('to what was taken is OK with an address for the shopper', () => {
    expect(replyTo('taken')).toEqual({
      status: 200,
      text: 'Status=OK\r\nRedirectURL=https://shop.example/track\r\nStatusDetail=The notification was taken.',
    });
  });

  test('leads to the page of the shop where one is set', () => {
    const redirectUrl = 'https://shop.example/thanks?from=opayo';
    expect(replyTo('taken', { ...secrets, redirectUrl })?.text).toContain(
      `\r\nRedirectURL=${redirectUrl}\r\n`,
    );
  });

  test('to what is not proved is INVALID, so that no money moves', () => {
    expect(replyTo('bad_signature')).toMatchObject({ status: 401 });
    expect(replyTo('bad_signature')?.text).toMatch(/^Status=INVALID\r\nRedirectURL=https:/);
    expect(replyTo('malformed')?.text).toMatch(/^Status=INVALID\r\n/);
  });

  test('of an account that is not ready is left to the others', () => {
    expect(replyTo('not_configured')).toBeNull();
  });
});

test.each([
  [{}, /^The vendor name is missing\.$/],
  [{ ...secrets, securityKey: '' }, /^A security key is/],
  [{ ...secrets, securityKey: 'with blank' }, /^A security key is/],
  [{ ...secrets, securityKey: Array(201).fill('AAKEY12345') }, /200 secrets at once/],
  [{ securityKey: 'AAKEY12345' }, 'The vendor name is missing.'],
  [{ ...secrets, vendorName: 'My Shop' }, /up to 15 letters and digits/],
  [{ ...secrets, redirectUrl: 'http://shop.example' }, /begins with https/],
  [{ ...secrets, redirectUrl: 'https://shop.example/\r\nStatus=OK' }, /begins with https/],
  [{ ...secrets, redirectUrl: `https://shop.example/${'x'.repeat(255)}` }, /up to 255/],
  [{ ...secrets, encryptionKey: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (given, words) => {
  expect(opayoServer.secrets.safeParse(given).error?.issues[0]?.message).toMatch(words);
});
