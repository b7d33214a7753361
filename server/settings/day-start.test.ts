import { expect, test } from 'vitest';
import { dayStart } from './day-start';

test('a day begins at midnight of the shop, not of the server', () => {
  expect(dayStart('2026-11-23', 'UTC')).toBe(Date.parse('2026-11-23T00:00:00Z'));
  expect(dayStart('2026-11-23', 'Asia/Tokyo')).toBe(Date.parse('2026-11-22T15:00:00Z'));
  expect(dayStart('2026-11-23', 'America/New_York')).toBe(Date.parse('2026-11-23T05:00:00Z'));
  expect(dayStart('2026-11-23', 'Asia/Kathmandu')).toBe(Date.parse('2026-11-22T18:15:00Z'));
});

test('a day on which the clocks change begins at its own midnight', () => {
  expect(dayStart('2026-03-29', 'Europe/Lisbon')).toBe(Date.parse('2026-03-29T00:00:00Z'));
  expect(dayStart('2026-03-30', 'Europe/Lisbon')).toBe(Date.parse('2026-03-29T23:00:00Z'));
  expect(dayStart('2026-11-01', 'America/New_York')).toBe(Date.parse('2026-11-01T04:00:00Z'));
});
