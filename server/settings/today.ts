import { dateFormat } from '#domain/date-format';

/**
 * The date at `atMs` in an IANA time zone, as YYYY-MM-DD. A zone that `Intl` does not know, or knows
 * no longer, is taken as UTC: no payment is refused for a setting.
 */
export function today(atMs: number, timeZone: string): string {
  try {
    return dateIn(timeZone, atMs);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return dateIn('UTC', atMs);
  }
}

function dateIn(timeZone: string, atMs: number): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const;
  return dateFormat('en-CA', parts).format(atMs);
}
