import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveKey, fingerprint, maskSecret, open, SealedTextUnreadable, seal } from './secret-box';

const key = deriveKey('a long enough secret of the shop', 'payment-secrets');

describe('sealing', () => {
  test('what was sealed opens again, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, context) => {
        expect(open(seal(plain, key, context), key, context)).toBe(plain);
      }),
    );
  });

  test('the same text never looks the same twice, and never shows itself', () => {
    const sealed = seal('whsec_visible', key, 'main');
    expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
    expect(seal('whsec_visible', key, 'main')).not.toBe(sealed);
    expect(sealed).not.toContain('visible');
  });

  test('another secret, another purpose or another owner opens nothing', () => {
    const sealed = seal('x', key, 'main');
    const others = [
      deriveKey('another', 'payment-secrets'),
      deriveKey('a long enough secret of the shop', 'serial-codes'),
    ];
    for (const other of others)
      expect(() => open(sealed, other, 'main')).toThrow(SealedTextUnreadable);
    expect(() => open(sealed, key, 'second')).toThrow(/another AUTH_SECRET/);
  });

  test('sealed text with any byte changed does not open', () => {
    const [version, nonce = '', body = ''] = seal('Q7K2MZ', key, 'main').split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
      const text = `${version}.${nonce}.${changed.toString('base64url')}`;
      expect(() => open(text, key, 'main')).toThrow(SealedTextUnreadable);
    }
  });

  test.each([
    '',
    'plain',
    'v1',
    'v1..',
    'v2.AAAAAAAAAAAAAAAA.AAAA',
    'v1.AAAAAAAAAAAAAAAA.AAAA',
    'v1.a.b.c',
  ])('text that was never sealed (%j) is refused with a sentence', (text) =>
    expect(() => open(text, key, 'main')).toThrow(
      'This is not text that Counterfoil has encrypted.',
    ),
  );

  test('an empty AUTH_SECRET makes no key', () => {
    expect(() => deriveKey('', 'serial-codes')).toThrow(/AUTH_SECRET/);
  });
});

describe('fingerprints', () => {
  test('equal texts meet, others do not, and another key gives another fingerprint', () => {
    expect(fingerprint('CODE-1', key)).toBe(fingerprint('CODE-1', key));
    expect(fingerprint('CODE-1', key)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint('CODE-2', key)).not.toBe(fingerprint('CODE-1', key));
    expect(fingerprint('CODE-1', deriveKey('other', 'payment-secrets'))).not.toBe(
      fingerprint('CODE-1', key),
    );
  });
});

describe('masking', () => {
  test.each([
    ['', '••••'],
    ['short', '••••'],
    ['elevenchars', '••••'],
    ['twelve-chars', '••••rs'],
    ['A1B2C3D4E5F60718293A4B5C6D7E8F90', '••••8F90'],
    ['whsec_research_0123456789abcdef', '••••cdef'],
    ['🔑🔑🔑', '••••'],
  ])('%j is shown as %s', (secret, masked) => expect(maskSecret(secret)).toBe(masked));

  test('never more than the last four characters, never more than a quarter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
        const shown = [...maskSecret(secret)].length - 4;
        expect(shown).toBeLessThanOrEqual(Math.min(4, [...secret].length / 4));
      }),
    );
  });
});
