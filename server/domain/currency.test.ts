import { describe, expect, test } from 'vitest';
import { currencies, exponentOf, isCurrency } from './currency';

describe('currencies', () => {
  test('are sorted three-letter codes, each once', () => {
    expect([...new Set(currencies)].sort()).toEqual([...currencies]);
    expect(currencies.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  });

  test('each has a name in English, XAD in newer language data only', () => {
    const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
    expect(currencies.filter((code) => code !== 'XAD' && !names.of(code))).toEqual([]);
  });

  test.each(['USD', 'EUR', 'JPY', 'KWD', 'XCG', 'ZWG', 'SLE'])('%s is in use', (code) => {
    expect(isCurrency(code)).toBe(true);
  });

  test.each([
    'XXX',
    'XTS',
    'XAU',
    'XDR',
    'HRK',
    'BGN',
    'ANG',
    'ZZZ',
    'usd',
    '',
    ' EUR',
    'toString',
  ])('%j is not a currency to charge in', (code) => {
    expect(isCurrency(code)).toBe(false);
  });
});

describe('exponentOf', () => {
  test.each([
    ['EUR', 2],
    ['HUF', 2],
    ['MGA', 2],
    ['TWD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['UGX', 0],
    ['KWD', 3],
    ['IQD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
  ] as const)('%s has %i decimals', (currency, exponent) => {
    expect(exponentOf(currency)).toBe(exponent);
  });

  test('seventeen currencies have no decimals, seven have three and two have four', () => {
    const count = (n: number) => currencies.filter((code) => exponentOf(code) === n).length;
    expect([count(0), count(3), count(4)]).toEqual([17, 7, 2]);
  });
});
