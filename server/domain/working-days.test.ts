import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterWorkingDays, daysBetween, isDay } from './working-days';

test.each([
  ['2026-11-23', 0, '2026-11-23', 'a Monday is a working day'],
  ['2026-11-23', 1, '2026-11-24', 'the next day'],
  ['2026-11-23', 5, '2026-11-30', 'a week has five'],
  ['2026-11-27', 1, '2026-11-30', 'from Friday to Monday'],
  ['2026-11-28', 0, '2026-11-30', 'a Saturday waits for Monday'],
  ['2026-11-28', 1, '2026-12-01', 'what is paid on a Saturday counts from Monday'],
  ['2026-11-29', 1, '2026-12-01', 'and so does what is paid on a Sunday'],
  ['2026-12-31', 2, '2027-01-04', 'over the end of the year'],
  ['2028-02-28', 1, '2028-02-29', 'a leap day is a day'],
  ['2026-03-27', 3, '2026-04-01', 'over the night when the clocks change'],
  ['2026-11-23', 90, '2027-03-29', 'a long time'],
])('%s and %i working days is %s: %s', (day, count, expected) => {
  expect(afterWorkingDays(day, count)).toBe(expected);
});

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

test('nothing is ever due at a weekend, nor sooner than as many days as were promised', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (day, count) => {
      const due = afterWorkingDays(day, count);
      expect([0, 6]).not.toContain(new Date(due).getUTCDay());
      expect(daysBetween(day, due)).toBeGreaterThanOrEqual(count);
      expect(isDay(due)).toBe(true);
    }),
  );
});

test('one working day more is always a later day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (day, count) => {
      expect(afterWorkingDays(day, count + 1) > afterWorkingDays(day, count)).toBe(true);
    }),
  );
});

test.each(['2026-02-29', '2026-11-31', '26-11-01', '2026-1-1', '', 'soon', '2026-11-23T00:00:00Z'])(
  '%j is no day of the calendar',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);
