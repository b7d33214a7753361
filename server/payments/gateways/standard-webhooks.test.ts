import { createHmac, generateKeyPairSync, sign as signWithKey } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { accountWith, cameIn } from './account.test-data';
import type { Secrets, Verification } from './gateway';
import { standardWebhooks } from './standard-webhooks';

const key = Buffer.from('a key of thirty-two bytes, exact');
const secret = `whsec_${key.toString('base64')}`;
const seconds = 1_790_000_000;
const id = 'msg_1';
const body = JSON.stringify({
  type: 'payment.paid',
  data: {
    order_number: 'SO-1',
    amount_minor: 5990,
    currency: 'EUR',
    transaction_id: 'Zoë 🧾',
    authorization_code: 'A1B2C3',
  },
});
type Message = Readonly<{ body: string | Uint8Array; signature: string; secrets?: Secrets }>;

function verify({ body, signature, secrets = { secret } }: Message): Verification {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signature,
  };
  const account = accountWith(secrets);
  return standardWebhooks.verify(
    { body: Buffer.from(body), headers },
    account,
    cameIn(seconds * 1000),
  );
}

function sign(text: string): string {
  const hmac = createHmac('sha256', key).update(`${id}.${seconds}.${text}`);
  return `v1,${hmac.digest('base64')}`;
}

describe('beside the official library', () => {
  test('what it signs is accepted, with its facts', () => {
    const signature = new Webhook(secret).sign(id, new Date(seconds * 1000), body);
    expect(verify({ body, signature })).toMatchObject({
      verified: true,
      claims: [
        { eventKey: id, orderNumber: 'SO-1', amountMinor: 5990, authorizationCode: 'A1B2C3' },
      ],
    });
  });

  test('what it signs with another secret is refused', () => {
    const other = new Webhook(Buffer.alloc(32, 1).toString('base64'));
    const signature = other.sign(id, new Date(seconds * 1000), body);
    expect(verify({ body, signature })).toMatchObject({ problem: 'bad_signature' });
  });

  test('a secret without its prefix means the same to both', () => {
    const bare = key.toString('base64');
    const signature = new Webhook(bare).sign(id, new Date(seconds * 1000), body);
    expect(verify({ body, signature, secrets: { secret: bare } }).verified).toBe(true);
  });
});

describe('ed25519', () => {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = `whpk_${pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')}`;
  const signed = signWithKey(null, Buffer.from(`${id}.${seconds}.${body}`), pair.privateKey);
  const signature = `v1a,${signed.toString('base64')}`;

  test('a v1a signature is proved by the public key, wherever it stands', () => {
    for (const secrets of [{ secret: publicKey }, { publicKey }, { secret: [secret, publicKey] }]) {
      expect(verify({ body, signature, secrets }).verified).toBe(true);
      expect(standardWebhooks.secrets.safeParse(secrets).success).toBe(true);
    }
  });

  test('every changed byte of body or signature is refused', () => {
    const secrets = { publicKey };
    for (let at = 0; at < signed.length; at++) {
      const changed = Buffer.from(signed);
      changed.writeUInt8(changed.readUInt8(at) ^ 4, at);
      const bad = `v1a,${changed.toString('base64')}`;
      expect(verify({ body, signature: bad, secrets }).verified).toBe(false);
    }
    expect(verify({ body: `${body} `, signature, secrets }).verified).toBe(false);
  });

  test('no more signatures are checked than a rotation has', () => {
    const wrong = `v1a,${Buffer.alloc(64, 1).toString('base64')}`;
    const among = (count: number) => [...Array<string>(count).fill(wrong), signature].join(' ');
    const verdict = (count: number) =>
      verify({ body, signature: among(count), secrets: { publicKey } }).verified;
    expect([verdict(9), verdict(10)]).toEqual([true, false]);
  });

  test('a public key of 32 bytes that is no point of the curve refuses and does not throw', () => {
    const secrets = { publicKey: `whpk_${Buffer.alloc(32, 0xff).toString('base64')}` };
    expect(verify({ body, signature, secrets })).toMatchObject({ problem: 'bad_signature' });
  });
});

test('thousands of mangled messages neither throw nor verify', () => {
  const signature = sign(body);
  const cut = (text: string) =>
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 4 }))
      .map(([i, j, s]) => text.slice(0, i) + s + text.slice(j));
  fc.assert(
    fc.property(cut(body), cut(signature), fc.string(), (text, header, secretText) => {
      fc.pre(text !== body && header !== signature);
      expect(verify({ body: text, signature }).verified).toBe(false);
      expect(verify({ body: text, signature: header }).verified).toBe(false);
      expect(verify({ body, signature, secrets: { secret: secretText } }).verified).toBe(false);
      verify({ body, signature: header });
    }),
    { numRuns: 1500 },
  );
});

test('any JSON at all that is signed is read without throwing', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(5990, -1, 0.5, 1e300, 'EUR', 'SO-1'));
  const names = ['order_number', 'amount_minor', 'currency', 'transaction_id', 'id', 'metadata'];
  const types = ['payment.paid', 'payment.held', 'order.paid', 'order.created', '__proto__'];
  const message = fc.record({
    type: fc.oneof(fc.constantFrom(...types), value),
    data: fc.oneof(fc.dictionary(fc.constantFrom(...names), value), value),
  });
  fc.assert(
    fc.property(fc.oneof(message, fc.jsonValue()), (json) => {
      const text = JSON.stringify(json);
      const result = verify({ body: text, signature: sign(text) });
      if (!result.verified) expect(result.problem).toBe('malformed');
      else expect(result.claims[0].amountMinor ?? 0).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  [{}, 'The secret is missing.'],
  [{ secret: '' }, /whsec_ or whpk_/],
  [{ secret: 'whsec_' }, /whsec_ or whpk_/],
  [{ secret: 'not base64!' }, /whsec_ or whpk_/],
  [{ secret: 'whpk_AAAA' }, /whsec_ or whpk_/],
  [{ secret: [] }, /whsec_ or whpk_/],
  [{ secret, publicKey: 'AAAA' }, /44 characters/],
  [{ secret, apiKey: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(standardWebhooks.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});
