import { createHash } from 'node:crypto';
import { dateFormat } from '#domain/date-format';
import type { TrackingPage } from './view-tracking-page';

/**
 * What a tracking page says, as one short word: another one as soon as the page would say something
 * else, and the same as long as it would not. Of the moment only the year counts, since days of
 * another year are written with it. Whether a code is open is a matter of one browser, so what
 * another one was shown makes no difference.
 */
export function digestOf(page: Omit<TrackingPage, 'digest'>): string {
  const { nowMs, clickKey, codes, ...said } = page;
  const year = dateFormat('en-CA', { year: 'numeric', timeZone: page.timeZone }).format(nowMs);
  const masked = codes.map((line) => ({ ...line, codes: line.codes.map(({ id }) => id) }));
  const text = JSON.stringify({ ...said, codes: masked, year });
  return createHash('sha256').update(text).digest('base64url').slice(0, digestLength);
}

const digestLength = 22;
