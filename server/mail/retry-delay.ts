import { createHash } from 'node:crypto';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** After the first failure one minute, after the eighth a day: all in all about two days. */
const delaysMs = [
  minuteMs,
  5 * minuteMs,
  15 * minuteMs,
  hourMs,
  3 * hourMs,
  6 * hourMs,
  12 * hourMs,
  24 * hourMs,
] as const;

/** How often one message is tried before it counts as failed. */
export const attemptsMax = delaysMs.length + 1;

/**
 * How long to wait in ms after the given number of failed attempts, null when that was the last.
 * Up to a fifth more or less, by the message's id, so that what failed together is spread out.
 */
export function retryDelayMs(attempts: number, messageId: string): number | null {
  const delayMs = delaysMs[attempts - 1];
  return delayMs === undefined ? null : Math.round(delayMs * (0.8 + 0.4 * shareOf(messageId)));
}

/** A number from 0 to 1 that looks random and is the same for the same id. */
function shareOf(messageId: string): number {
  return createHash('sha256').update(messageId).digest().readUInt32BE(0) / 0xff_ff_ff_ff;
}
