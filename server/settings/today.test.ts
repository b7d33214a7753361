import { expect, test } from 'vitest';
import { today } from './today';

test.each([
  ['Pacific/Kiritimati', '2027-01-01'],
  ['UTC', '2026-12-31'],
  ['America/Los_Angeles', '2026-12-31'],
])('it is another day ahead of UTC than behind it: %s', (timeZone, day) => {
  expect(today(Date.parse('2026-12-31T12:00:00Z'), timeZone)).toBe(day);
});

test('a zone that is none is taken as UTC', () => {
  expect(today(Date.parse('2026-12-31T23:59:59Z'), 'Mars/Olympus')).toBe('2026-12-31');
});
