import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import Razorpay from 'razorpay';
import { WebhooksHelper } from 'square';
import { describe, expect, test } from 'vitest';
import { accountWith, cameIn } from './account.test-data';
import type { GatewayAccount, Verification } from './gateway';
import { genericHmac } from './generic-hmac';
import { GenericHmacConfig } from './generic-hmac-config';

const secret = 'a shared secret';
const minimal = {
  signatureHeader: 'X-Signature',
  fields: {
    eventId: 'id',
    status: 'state',
    amount: 'total',
    currency: 'cur',
    orderNumber: 'order.number',
    transactionId: 'tx',
    authorizationCode: 'auth',
  },
  statusMap: { OK: 'approved', BACK: 'refunded' },
} as const;
const body = JSON.stringify({
  id: 'n-1',
  state: 'OK',
  total: 5990,
  cur: 'EUR',
  order: { number: 'SO-1', note: 'Zoë 🧾' },
  tx: 77,
  auth: 'Q7K2MZ',
});

function configured(config: unknown = minimal, given: Partial<GatewayAccount> = {}) {
  return accountWith({ secret }, { config: GenericHmacConfig.parse(config), ...given });
}

function sign(text: string | Uint8Array): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

function verify(
  text: string | Uint8Array,
  signature = sign(text),
  account = configured(),
): Verification {
  const headers = { 'x-signature': signature };
  return genericHmac.verify({ body: Buffer.from(text), headers }, account, cameIn(0));
}

function claimOf(text: string, account = configured()) {
  const result = verify(text, sign(text), account);
  return result.verified ? result.claims[0] : null;
}

test('a signed message is read as the config has it', () => {
  expect(claimOf(body)).toEqual({
    trust: 'full',
    eventKey: 'n-1|OK',
    eventId: 'n-1',
    orderNumber: 'SO-1',
    amountMinor: 5990,
    currency: 'EUR',
    transactionId: '77',
    authorizationCode: 'Q7K2MZ',
    status: 'approved',
    captured: null,
    test: null,
  });
});

describe('beside the SDKs of others', () => {
  test('both Razorpay and we take the same signature, and neither a changed body', () => {
    const theirs = (text: string) => Razorpay.validateWebhookSignature(text, sign(body), secret);
    expect([theirs(body), verify(body, sign(body)).verified]).toEqual([true, true]);
    const changed = body.replace('5990', '1');
    expect([theirs(changed), verify(changed, sign(body)).verified]).toEqual([false, false]);
  });

  test('both Square and we take a signature over the address and the body', async () => {
    const account = configured({
      ...minimal,
      encoding: 'base64',
      signedContent: ['url', 'body'],
    });
    const signatureHeader = createHmac('sha256', secret)
      .update(account.url + body)
      .digest('base64');
    const given = { requestBody: body, signatureHeader, signatureKey: secret };
    const isTheirs = WebhooksHelper.verifySignature({ ...given, notificationUrl: account.url });
    expect(await isTheirs).toBe(true);
    expect(verify(body, signatureHeader, account).verified).toBe(true);
    expect(verify(body, sign(body), account).verified).toBe(false);
  });
});

test('a header with any single character changed is refused', () => {
  const signature = sign(body);
  for (let at = 0; at < signature.length; at++) {
    const changed = `${signature.slice(0, at)}${signature[at] === '0' ? '1' : '0'}${signature.slice(at + 1)}`;
    expect(verify(body, changed).verified).toBe(false);
  }
});

test('any body at all is read without throwing, and claims only sound facts', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(5990, -1, 0.5, 1e300, 'EUR', 'OK'));
  const names = ['id', 'state', 'total', 'cur', 'order', 'tx', 'auth', '__proto__'];
  const json = fc.dictionary(fc.constantFrom(...names), value);
  const form = fc.array(fc.tuple(fc.constantFrom(...names), fc.string()));
  const text = fc.oneof(
    json.map((it) => JSON.stringify(it)),
    form.map((pairs) => new URLSearchParams(pairs).toString()),
    fc.string(),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('minor', 'decimal'), (given, amountUnit) => {
      const result = verify(given, sign(given), configured({ ...minimal, amountUnit }));
      if (!result.verified) expect(result.problem).toBe('malformed');
      else expectSound(result.claims[0].amountMinor, result.claims[0].currency);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      verify(bytes);
    }),
  );
});

function expectSound(amountMinor: number | null, currency: string | null): void {
  expect(amountMinor === null || Number.isSafeInteger(amountMinor)).toBe(true);
  expect(currency === null || /^[A-Z]{3}$/.test(currency)).toBe(true);
}

test('a message nested a hundred thousand deep is refused, not fatal', () => {
  const deep = `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(() => verify(deep)).not.toThrow();
});

test('where messages name no currency it is the account’s', () => {
  const { currency: _, ...fields } = minimal.fields;
  const config = { ...minimal, fields };
  expect(claimOf(body, configured(config, { currency: 'JPY' }))?.currency).toBe('JPY');
  expect(verify(body, sign(body), configured(config))).toMatchObject({ problem: 'malformed' });
});

test('without a signed id the bytes are the event key, whatever a header says', () => {
  const fields = { ...minimal.fields, eventId: 'header:X-Event-Id' };
  const account = configured({ ...minimal, fields });
  const keyOf = (id: string, text = body) => {
    const headers = { 'x-signature': sign(text), 'x-event-id': id };
    const result = genericHmac.verify({ body: Buffer.from(text), headers }, account, cameIn(0));
    return result.verified ? result.claims[0] : null;
  };
  expect(keyOf('ev-1')?.eventId).toBe('ev-1');
  expect(keyOf('ev-1')?.eventKey).toBe(keyOf('ev-2')?.eventKey);
  expect(keyOf('ev-1')?.eventKey).not.toBe(keyOf('ev-1', `${body} `)?.eventKey);
});

test('an account without a secret or a config is not configured, and never accepts', () => {
  const signature = createHmac('sha256', '').update(body).digest('hex');
  for (const blank of ['', '  ', [], ['']]) {
    const account = { ...configured(), secrets: { secret: blank } };
    expect(verify(body, signature, account)).toMatchObject({ problem: 'not_configured' });
  }
  for (const config of [null, undefined, {}, 'x']) {
    expect(verify(body, sign(body), { ...configured(), config })).toMatchObject({
      problem: 'not_configured',
    });
  }
});

test('what is left out of a config is the usual, and names of headers become small', () => {
  expect(GenericHmacConfig.parse(minimal)).toEqual({
    ...minimal,
    signatureHeader: 'x-signature',
    algorithm: 'sha256',
    encoding: 'hex',
    secretEncoding: 'utf8',
    toleranceSeconds: 300,
    signedContent: ['body'],
    amountUnit: 'minor',
    refundAmount: 'own',
  });
});

test('null and empty texts are left out', () => {
  const given = { ...minimal, prefix: null, timestampHeader: '' };
  const fields = { ...minimal.fields, test: null };
  expect(GenericHmacConfig.parse({ ...given, fields })).toEqual(GenericHmacConfig.parse(minimal));
});

test.each([
  [{ signatureHeader: 'x signature' }, 'signatureHeader', /name of a header/],
  [{ signatureHeader: undefined }, 'signatureHeader', /name of a header/],
  [{ algorithm: 'md5' }, 'algorithm', /sha256, sha384 or sha512/],
  [{ encoding: 'base32' }, 'encoding', /hex or base64/],
  [{ secretEncoding: 'latin1' }, 'secretEncoding', /utf8, hex or base64/],
  [{ toleranceSeconds: 0, timestampHeader: 'x-at' }, 'toleranceSeconds', /at least one/],
  [{ toleranceSeconds: -1 }, 'toleranceSeconds', /at least one/],
  [{ toleranceSeconds: 1e9 }, 'toleranceSeconds', /at most 86400/],
  [{ toleranceSeconds: Number.NaN }, 'toleranceSeconds', /whole seconds/],
  [{ signedContent: ['url'] }, 'signedContent', /body has to be signed/],
  [{ signedContent: ['header', 'body'] }, 'signedContent.0', /timestamp, url, body/],
  [{ signedContent: ['timestamp', 'body'] }, 'timestampHeader', /holds the timestamp/],
  [{ amountUnit: 'cents' }, 'amountUnit', /minor \(5990\) or decimal/],
  [{ refundAmount: 'sum' }, 'refundAmount', /own or total/],
  [{ fields: {} }, 'fields.status', /place in the message/],
  [{ fields: { ...minimal.fields, amount: '' } }, 'fields.amount', /where it stands/],
  [{ fields: undefined }, 'fields', /where the fields stand/],
  [{ statusMap: {} }, 'statusMap', /PAID = approved/],
  [{ statusMap: { OK: 'paid' } }, 'statusMap.OK', /approved, authorised/],
  [{ signatureHeaders: 'x' }, '', /none of ours/],
])('the config with %j is refused at %s in plain words', (change, path, words) => {
  const issue = GenericHmacConfig.safeParse({ ...minimal, ...change }).error?.issues[0];
  expect(issue?.path.join('.')).toBe(path);
  expect(issue?.message).toMatch(words);
});

test.each([
  [{}, /secret.*missing/],
  [{ secret: '' }, /signs with/],
  [{ secret: [] }, /signs with/],
  [{ secret, notificationUrl: 'shop.example' }, /begins with https/],
  [{ secret, key: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (given, words) => {
  expect(genericHmac.secrets.safeParse(given).error?.issues[0]?.message).toMatch(words);
});
