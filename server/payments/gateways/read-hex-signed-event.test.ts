import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHexSignedEvent } from './read-hex-signed-event';

const header = 'X-Shop-Signature';
const body = '{"event":"paid","amount":59.90}';

function sign(text: string | Uint8Array, key = 'key', algorithm = 'sha512'): string {
  return createHmac(algorithm, key).update(text).digest('hex');
}

function read(
  text: string | Uint8Array,
  signature = sign(text),
  keys: readonly string[] = ['key'],
) {
  const message = { body: Buffer.from(text), headers: { 'x-shop-signature': signature } };
  const read = readHexSignedEvent(message, { header, algorithm: 'sha512', keys, keyName: 'key' });
  return read.ok ? read.event : read.refusal;
}

test('a signed event is read with the text of its numbers, whatever the case of the signature', () => {
  expect(read(body)).toEqual({ event: 'paid', amount: '59.90' });
  expect(read(body, sign(body).toUpperCase())).toEqual({ event: 'paid', amount: '59.90' });
});

test('no shorter digest of the same key proves anything', () => {
  for (const algorithm of ['md5', 'sha1', 'sha256', 'sha384']) {
    expect(read(body, sign(body, 'key', algorithm))).toMatchObject({ problem: 'bad_signature' });
  }
});

test('a header that is missing or no hex is told by the name that the gateway gives it', () => {
  for (const signature of ['', 'xy', sign(body).slice(1), `sha512=${sign(body)}`]) {
    expect(read(body, signature)).toMatchObject({
      problem: 'bad_signature',
      reason: 'The X-Shop-Signature header is missing or unreadable.',
    });
  }
});

test('any signed bytes at all are refused without throwing, and a deep message is not fatal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(read(bytes)).toMatchObject({ verified: false, problem: 'malformed' });
    }),
  );
  const deep = `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(() => read(deep)).not.toThrow();
});

test('while the key is exchanged both are accepted, and afterwards only the new one', () => {
  const signature = sign(body, 'former');
  expect(read(body, signature, ['key', 'former'])).toMatchObject({ event: 'paid' });
  expect(read(body, signature)).toMatchObject({ problem: 'bad_signature' });
});

test('without a key nothing is accepted', () => {
  expect(read(body, sign(body, ''), [])).toMatchObject({
    problem: 'not_configured',
    reason: 'The key is missing.',
  });
});
