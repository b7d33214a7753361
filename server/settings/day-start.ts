import { dateFormat } from '#domain/date-format';

/** The moment (ms) at which the day YYYY-MM-DD begins in an IANA time zone. */
export function dayStart(day: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const near = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(near, timeZone);
}

const dayMs = 24 * 60 * 60 * 1000;

/** The moment (ms) at which the day after YYYY-MM-DD begins: 23 to 25 hours later. */
export function dayEnd(day: string, timeZone: string): number {
  const next = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
  return dayStart(next, timeZone);
}

/** How far the clocks of the zone are ahead of UTC at a moment; behind is negative. */
function offsetAt(atMs: number, timeZone: string): number {
  const parts = Object.fromEntries(
    dateFormat('en-US', { ...fields, timeZone })
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - atMs;
}

const fields = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const;
