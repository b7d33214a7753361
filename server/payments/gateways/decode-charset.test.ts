import { expect, test } from 'vitest';
import { decodeCharset } from './decode-charset';

test('every byte of windows-1252 is what the standard says', () => {
  const bytes = Array.from({ length: 32 }, (_, i) => String.fromCharCode(0x80 + i)).join('');
  expect(decodeCharset(bytes, 'windows-1252')).toBe(
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ',
  );
});

test.each([
  ['', '\xe9\x80', 'é€'],
  ['ISO-8859-1', '\xe9\x80', 'é€'],
  ['utf-8', '\xc3\xa9', 'é'],
  ['UTF_8', '\xc3\xa9', 'é'],
  ['KOI8_R', '\xc1', 'а'],
  ['Shift_JIS', '\x93\xfa', '日'],
  ['nothing-of-the-kind', '\xe9', 'é'],
])('%j is read by the name that the sender has for it', (charset, bytes, text) => {
  expect(decodeCharset(bytes, charset)).toBe(text);
});
