import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Currency, currencies } from './currency';
import {
  amountMax,
  formatDecimal,
  formatMoney,
  parseMinor,
  parseMoneyInput,
  splitByLargestRemainder,
} from './money';

const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

const anyCurrency = fc.constantFrom(...currencies);
const anyMinor = fc.maxSafeInteger();

describe('parseMinor', () => {
  test.each<[string, Currency, number]>([
    ['59.9', 'EUR', 5990],
    ['59.90', 'EUR', 5990],
    ['59', 'EUR', 5900],
    [' 59.90 ', 'EUR', 5990],
    ['-5', 'EUR', -500],
    ['0', 'EUR', 0],
    ['-0.00', 'EUR', 0],
    ['007.5', 'EUR', 750],
    ['1.1', 'USD', 110],
    ['1.005', 'KWD', 1005],
    ['500', 'JPY', 500],
    ['1.2345', 'CLF', 12345],
    ['90071992547409.91', 'EUR', 9007199254740991],
  ])('%j in %s is %i', (text, currency, minor) => {
    expect(parseMinor(text, currency)).toBe(minor);
  });

  test.each<[string, Currency]>([
    ['', 'EUR'],
    [' ', 'EUR'],
    ['-', 'EUR'],
    ['59.901', 'EUR'],
    ['59.900', 'EUR'],
    ['500.0', 'JPY'],
    ['1.0000', 'KWD'],
    ['+5', 'EUR'],
    ['--5', 'EUR'],
    ['5-', 'EUR'],
    ['- 5', 'EUR'],
    ['1e3', 'EUR'],
    ['0x10', 'EUR'],
    ['1,50', 'EUR'],
    ['1 000', 'EUR'],
    ['5.', 'EUR'],
    ['.5', 'EUR'],
    ['1.2.3', 'EUR'],
    ['€5', 'EUR'],
    ['\u0665', 'EUR'],
    ['\uff15', 'EUR'],
    ['NaN', 'EUR'],
    ['Infinity', 'EUR'],
    ['90071992547409.92', 'EUR'],
    ['9'.repeat(400), 'JPY'],
  ])('%j in %s is refused', (text, currency) => {
    expect(parseMinor(text, currency)).toBeNull();
  });

  test('reads back what formatDecimal wrote, for every currency and safe integer', () => {
    for (const currency of currencies) {
      fc.assert(
        fc.property(
          anyMinor,
          (minor) => parseMinor(formatDecimal(minor, currency), currency) === minor,
        ),
        { numRuns: 50 },
      );
    }
  });

  test('answers null or a safe integer for any string, never minus zero', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), anyCurrency, (text, currency) => {
        for (const minor of [parseMinor(text, currency), parseMoneyInput(text, currency)]) {
          expect(minor === null || (Number.isSafeInteger(minor) && !Object.is(minor, -0))).toBe(
            true,
          );
        }
      }),
    );
  });
});

describe('parseMoneyInput', () => {
  test.each<[string, Currency, number]>([
    ['1,234.56', 'EUR', 123456],
    ['1.234,56', 'EUR', 123456],
    ['1234,5', 'EUR', 123450],
    ['1234.5', 'EUR', 123450],
    ['1 234,50', 'EUR', 123450],
    ["1'234.50", 'CHF', 123450],
    ['1’234.50', 'CHF', 123450],
    ['1\u202f234,50', 'EUR', 123450],
    ['12,34,567.00', 'INR', 123456700],
    ['1,234,567', 'USD', 123456700],
    ['1.234.567', 'EUR', 123456700],
    ['1,234', 'USD', 123400],
    ['1.234', 'EUR', 123400],
    ['1,234', 'JPY', 1234],
    ['1.234', 'KWD', 1234],
    ['0,234', 'TND', 234],
    ['1 234,567', 'TND', 1234567],
    ['1,234.567', 'KWD', 1234567],
    ['.5', 'USD', 50],
    [',50', 'EUR', 50],
    ['$ 12.50', 'USD', 1250],
    ['US$12.50', 'USD', 1250],
    ['12.50 USD', 'USD', 1250],
    ['usd 12.50', 'USD', 1250],
    ['$12.50 CAD', 'CAD', 1250],
    ['59,90 €', 'EUR', 5990],
    ['€59.90', 'EUR', 5990],
    ['-€5', 'EUR', -500],
    ['€ -5', 'EUR', -500],
    ['−5,00 €', 'EUR', -500],
    ['49 kr', 'SEK', 4900],
    ['10 zł', 'PLN', 1000],
    ['£7', 'GBP', 700],
    ['¥500', 'JPY', 500],
  ])('%j in %s is %i', (text, currency, minor) => {
    expect(parseMoneyInput(text, currency)).toBe(minor);
  });

  test.each<[string, Currency]>([
    ['', 'EUR'],
    ['€', 'EUR'],
    ['$5', 'EUR'],
    ['5 USD', 'EUR'],
    ['5€5', 'EUR'],
    ['12,345.678', 'EUR'],
    ['1.5', 'JPY'],
    ['1,234', 'KWD'],
    ['0,234', 'EUR'],
    ['1234,567', 'EUR'],
    ['1,23,4', 'EUR'],
    ['1,234,5', 'EUR'],
    ['1.234.56', 'EUR'],
    ['1 2', 'EUR'],
    ['1.234 567', 'EUR'],
    ['59.', 'EUR'],
    ['.', 'EUR'],
    ['--5', 'EUR'],
    ['-€-5', 'EUR'],
    ['5-', 'EUR'],
    ['1e3', 'EUR'],
    ['five', 'EUR'],
    ['\u0665', 'EUR'],
    ['9'.repeat(50), 'EUR'],
    ['1'.repeat(100_000), 'EUR'],
  ])('%j in %s is refused', (text, currency) => {
    expect(parseMoneyInput(text, currency)).toBeNull();
  });

  test('reads back what formatMoney shows, in the ways of nine countries', () => {
    const locales = ['en', 'en-IN', 'de', 'de-CH', 'fr', 'es', 'pt-BR', 'pl', 'sv'];
    const currency = fc.constantFrom<Currency>('EUR', 'USD', 'JPY', 'GBP', 'INR', 'CHF');
    const minor = fc.integer({ min: -amountMax, max: amountMax });
    fc.assert(
      fc.property(fc.constantFrom(...locales), currency, minor, (locale, code, amount) => {
        const shown = formatMoney(amount, code, locale).replace(/[^\d.,'’\s−-]/gu, '');
        expect(parseMoneyInput(shown, code)).toBe(amount);
      }),
      { numRuns: 500 },
    );
  });
});

describe('formatDecimal', () => {
  test.each<[number, Currency, string]>([
    [5990, 'EUR', '59.90'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [-0, 'EUR', '0.00'],
    [500, 'JPY', '500'],
    [0, 'JPY', '0'],
    [1005, 'KWD', '1.005'],
    [1, 'CLF', '0.0001'],
    [Number.MAX_SAFE_INTEGER, 'EUR', '90071992547409.91'],
  ])('%i %s is written %s', (minor, currency, text) => {
    expect(formatDecimal(minor, currency)).toBe(text);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount', (minor) => {
    expect(() => formatDecimal(minor, 'EUR')).toThrow(RangeError);
  });
});

describe('formatMoney', () => {
  test.each<[number, Currency, string, string]>([
    [5990, 'EUR', 'en', '€59.90'],
    [5990, 'EUR', 'de', '59,90\u00a0€'],
    [-5990, 'USD', 'en', '-$59.90'],
    [500, 'JPY', 'en', '¥500'],
    [100, 'HUF', 'en', 'HUF\u00a01.00'],
    [1005, 'KWD', 'en', 'KWD\u00a01.005'],
    [Number.MAX_SAFE_INTEGER, 'EUR', 'en', '€90,071,992,547,409.91'],
    [5990, 'EUR', 'not a locale', '€59.90'],
    [5990, 'EUR', '', '€59.90'],
    [5990, 'EUR', 'zz', '€59.90'],
  ])('%i %s in %j is %j', (minor, currency, locale, text) => {
    expect(formatMoney(minor, currency, locale)).toBe(text);
  });

  test('a sign of letters and a dollar is one piece where writing goes from right to left', () => {
    expect(formatMoney(1000, 'USD', 'ar')).toMatch(/^\u200f10\.00\u00a0\u2066US\$\u2069$/);
    expect(formatMoney(1000, 'EUR', 'ar')).toMatch(/^\u200f10\.00\u00a0€$/);
  });
});

describe('splitByLargestRemainder', () => {
  const anyWeights = fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 40 });

  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [0, 3, 0], [0, 10, 0]],
    [5, [0, 0], [3, 2]],
    [0, [1, 2], [0, 0]],
    [7, [1, 2, 4], [1, 2, 4]],
    [1, [1, 2], [0, 1]],
    [0, [], []],
  ])('%i by %j is %j', (total, weights, shares) => {
    expect(splitByLargestRemainder(total, weights)).toEqual(shares);
  });

  test('shares add up to the total and keep its sign', () => {
    fc.assert(
      fc.property(anyMinor, anyWeights, (total, weights) => {
        const shares = splitByLargestRemainder(total, weights);
        expect(shares.length).toBe(weights.length);
        expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(total));
        expect(shares.every((share) => share === 0 || share > 0 === total > 0)).toBe(true);
      }),
    );
  });

  test('every share is less than one unit from its exact part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(amountMax), weights, (total, parts) => {
        const sum = parts.reduce((all, part) => all + BigInt(part), 0n);
        fc.pre(sum > 0n);
        splitByLargestRemainder(total, parts).forEach((share, index) => {
          const error = BigInt(share) * sum - BigInt(total) * BigInt(parts[index] ?? 0);
          expect(error < sum && -error < sum).toBe(true);
        });
      }),
    );
  });

  test.each([
    [1, []],
    [1, [-1, 2]],
    [1, [0.5]],
    [1.5, [1]],
    [1, [Number.NaN]],
  ])('%d by %j is a mistake of the caller', (total, weights) => {
    expect(() => splitByLargestRemainder(total, weights)).toThrow(RangeError);
  });

  test('ten thousand lines are split in a blink', () => {
    const weights = Array.from({ length: 10_000 }, (_, index) => index);
    const shares = splitByLargestRemainder(amountMax, weights);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amountMax);
  });
});
