import { dateFormat } from '#domain/date-format';

/** The date at `atMs` in an IANA time zone, as YYYY-MM-DD. */
export function today(atMs: number, timeZone: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const;
  return dateFormat('en-CA', parts).format(atMs);
}
