import { expect, test } from 'vitest';
import { dateFormat } from './date-format';

const day = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const atMs = Date.UTC(2026, 10, 24, 23);

test('the same format is made once, however its options were put together', () => {
  expect(dateFormat('en-GB', { ...day })).toBe(dateFormat('en-GB', { ...day }));
});

test('formats that differ in language, options or time zone are kept apart', () => {
  expect(dateFormat('en-GB', day).format(atMs)).toBe('24 November');
  expect(dateFormat('de', day).format(atMs)).toBe('24. November');
  expect(dateFormat('en-GB', { ...day, timeZone: 'Asia/Tokyo' }).format(atMs)).toBe('25 November');
  expect(dateFormat('en-GB', { ...day, month: 'short' }).format(atMs)).toBe('24 Nov');
});

test('a locale or a time zone that is none is told each time', () => {
  for (let tries = 0; tries < 2; tries += 1) {
    expect(() => dateFormat('no such thing', day)).toThrow(RangeError);
    expect(() => dateFormat('en', { timeZone: 'Mars/Olympus' })).toThrow(RangeError);
  }
});

test('more formats than are kept still come out right', () => {
  for (let digits = 0; digits < 1_200; digits += 1) {
    expect(dateFormat(`en-x-a${digits}`, day).format(atMs)).toContain('24');
  }
});
