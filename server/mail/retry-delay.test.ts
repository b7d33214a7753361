import { expect, test } from 'vitest';
import { attemptsMax, retryDelayMs } from './retry-delay';

const minuteMs = 60_000;
const ids = Array.from({ length: 200 }, (_, index) => `message-${index}`);

test('each pause is longer than the one before', () => {
  for (const id of ids) {
    const pauses = Array.from({ length: attemptsMax - 1 }, (_, n) => retryDelayMs(n + 1, id) ?? 0);
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(retryDelayMs(attemptsMax, id)).toBeNull();
  }
});

test('what failed together is tried again spread over the minute', () => {
  const pauses = ids.map((id) => retryDelayMs(1, id) ?? 0);
  expect(new Set(pauses).size).toBeGreaterThan(190);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(0.8 * minuteMs);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(1.2 * minuteMs);
});
