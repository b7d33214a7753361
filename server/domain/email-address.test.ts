import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeEmail } from './email-address';

const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

describe('normalizeEmail', () => {
  test.each([
    ['ada@example.com', 'ada@example.com'],
    ['  Ada.Lovelace@Example.COM \n', 'ada.lovelace@example.com'],
    ["o'neil+shop@mail.example.co.uk", "o'neil+shop@mail.example.co.uk"],
    ['{a}|b/c=d?e^_`~!#$%&*-@x.io', '{a}|b/c=d?e^_`~!#$%&*-@x.io'],
    ['1@2.de', '1@2.de'],
    ['Jörg@Müller.example', 'jörg@müller.example'],
    ['Jo\u0308rg@example.com', 'j\u00f6rg@example.com'],
    ['用户@例子.世界', '用户@例子.世界'],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%j becomes %j', (text, address) => {
    expect(normalizeEmail(text)).toBe(address);
  });

  test.each([
    '',
    ' ',
    'ada',
    '@',
    'ada@',
    '@example.com',
    'ada@localhost',
    'ada@example.',
    'ada@.com',
    'ada@example..com',
    'ada@example.com.',
    'ada@@example.com',
    'ada@b@example.com',
    '.ada@example.com',
    'ada.@example.com',
    'a..da@example.com',
    'ada lovelace@example.com',
    'ada@exam ple.com',
    'ada@-example.com',
    'ada@example-.com',
    'ada@exam_ple.com',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@[IPv6:::1]',
    '"ada"@example.com',
    'Ada <ada@example.com>',
    'ada@example.com, eve@example.com',
    'ada@example.com;eve@example.com',
    'mailto:ada@example.com',
    'ada@example.com\r\nBcc: eve@example.com',
    'ada\r\n@example.com',
    'ada@example.com\0.org',
    'ada@example.com\u2028x.org',
    'a\u200bda@example.com',
    'ada\u202e@example.com',
    'ada\uff20example.com',
    '\ud800@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a'.repeat(64)}.com`,
    `ada@${'a.'.repeat(126)}com`,
    'a@'.repeat(100_000),
  ])('%j is refused', (text) => {
    expect(normalizeEmail(text)).toBeNull();
  });

  const addressLike = fc
    .tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: anyCharacter }), fc.emailAddress())
    .chain(([a, b, address]) =>
      fc.constantFrom(`${a}${address}`, `${a}@${b}.com`, `${address}${b}`),
    );

  test('its answer is its own normal form', () => {
    fc.assert(
      fc.property(addressLike, (text) => {
        const address = normalizeEmail(text);
        if (address !== null) expect(normalizeEmail(address)).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });

  test('its answer can stand in a mail header', () => {
    fc.assert(
      fc.property(addressLike, (text) => {
        expect(normalizeEmail(text) ?? '').not.toMatch(/[\s\p{C}\p{Z}<>()[\],;:"\\]/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('ordinary addresses of every make are taken', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        expect(normalizeEmail(text)).toBe(text.toLowerCase());
      }),
    );
  });
});
