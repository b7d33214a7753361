import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSku } from './sku';

const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

describe('isSku', () => {
  test.each([
    'A',
    'TEA-001',
    'a/b c#1?%',
    '"; DROP TABLE',
    'Größe XL',
    '茶壶',
    '🫖',
    'x'.repeat(64),
    '🫖'.repeat(64),
    '...',
  ])('%j is a sku', (text) => {
    expect(isSku(text)).toBe(true);
  });

  test.each([
    '',
    ' ',
    ' A',
    'A ',
    'A\n',
    '\tA',
    'A\tB',
    'A\0B',
    'A\u007fB',
    'A\u0085B',
    'A\u00a0B',
    'A\u200bB',
    'A\u2028B',
    'A\u202eB',
    '\ufeffA',
    'A\ud800',
    '.',
    '..',
    'x'.repeat(65),
    '🫖'.repeat(65),
    'x'.repeat(1_000_000),
  ])('%j is none', (text) => {
    expect(isSku(text)).toBe(false);
  });

  test('a sku survives a URL path and trimming', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 12 }).filter(isSku), (sku) => {
        const { pathname } = new URL(`https://shop.example/products/${encodeURIComponent(sku)}`);
        expect(decodeURIComponent(pathname.slice('/products/'.length))).toBe(sku);
        expect(sku.trim()).toBe(sku);
      }),
    );
  });
});
