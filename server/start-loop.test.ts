import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startLoop } from './start-loop';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pauses = { pauseMs: 2_000, pauseAfterFaultMs: 30_000, wakeDelayMs: 50 };

test('the work is done at once and again after each pause', async () => {
  const work = vi.fn(async () => {});
  const { stop } = startLoop({ ...pauses, work });
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  stop();
});

test('waking ends a pause, and many who wake at once wake once', async () => {
  const work = vi.fn(async () => {});
  const { wake, stop } = startLoop({ ...pauses, work });
  await vi.advanceTimersByTimeAsync(10);
  for (let times = 0; times < 5; times += 1) wake();
  await vi.advanceTimersByTimeAsync(49);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(work).toHaveBeenCalledTimes(2);
  stop();
});

test('waking while the work is under way has it done once more, never twice at a time', async () => {
  let under = 0;
  const work = vi.fn(async () => {
    under += 1;
    expect(under).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    under -= 1;
  });
  const { wake, stop } = startLoop({ ...pauses, work });
  for (let times = 0; times < 5; times += 1) wake();
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(550);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(2);
  stop();
});

test('a fault is logged, never thrown, and followed by a longer pause', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const work = vi.fn(async () => {
    throw new Error('no database');
  });
  const { stop } = startLoop({ ...pauses, work });
  await vi.advanceTimersByTimeAsync(29_999);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  expect(log).toHaveBeenCalledTimes(2);
  stop();
  log.mockRestore();
});

test('after it was stopped nothing is done any more, woken or not', async () => {
  const work = vi.fn(async () => {});
  const { wake, stop } = startLoop({ ...pauses, work });
  stop();
  wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(1);
});
