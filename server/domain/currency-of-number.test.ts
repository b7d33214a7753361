import { expect, test } from 'vitest';
import { currencies } from './currency';
import { currencyOfNumber } from './currency-of-number';

test.each([
  ['978', 'EUR'],
  ['840', 'USD'],
  ['036', 'AUD'],
  ['392', 'JPY'],
  ['414', 'KWD'],
])('the number %s stands for %s', (number, code) => {
  expect(currencyOfNumber(number)).toBe(code);
});

test.each(['', '36', '000', '999', 'EUR', '__proto__'])('%j is no number of a currency', (text) => {
  expect(currencyOfNumber(text)).toBeNull();
});

test('every currency has a number of its own', () => {
  const numbers = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'));
  const found = numbers.map(currencyOfNumber).filter((code) => code !== null);
  expect(found.toSorted()).toEqual([...currencies].toSorted());
});
