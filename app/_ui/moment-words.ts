export type MomentWords = Readonly<{
  /** "22 Nov 2026, 14:03" */
  absolute: string;
  /** "22 Nov 2026" */
  date: string;
  /** As short as the day allows: "14:03", "22 Nov", "22 Nov 2025" */
  short: string;
  /** "just now", "12 minutes ago", "yesterday at 14:03", "in 2 hours", "22 Nov 2026" */
  relative: string;
}>;

/**
 * How a moment reads in the shop's time zone at the moment `nowMs`. Both times are milliseconds
 * UTC. An unknown time zone is taken as UTC, so that a wrong setting never takes a page down.
 */
export function momentWords(atMs: number, nowMs: number, timeZone: string): MomentWords {
  const formats = formatsOf(timeZone);
  const time = formats.time.format(atMs);
  const date = formats.date.format(atMs);
  const days = dayNumber(formats.day.format(nowMs)) - dayNumber(formats.day.format(atMs));
  const isThisYear = date.slice(-4) === formats.date.format(nowMs).slice(-4);
  return {
    absolute: `${date}, ${time}`,
    date,
    short: days === 0 ? time : isThisYear ? date.slice(0, -5) : date,
    relative: near(atMs - nowMs) ?? byDay(days, time, formats.weekday.format(atMs)) ?? date,
  };
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

function near(aheadMs: number): string | null {
  const away = Math.abs(aheadMs);
  if (away < minuteMs) return aheadMs > 0 ? 'in a moment' : 'just now';
  if (away >= 6 * hourMs) return null;
  const isMinutes = away < hourMs;
  const count = Math.floor(away / (isMinutes ? minuteMs : hourMs));
  const span = `${count} ${isMinutes ? 'minute' : 'hour'}${count === 1 ? '' : 's'}`;
  return aheadMs > 0 ? `in ${span}` : `${span} ago`;
}

function byDay(daysAgo: number, time: string, weekday: string): string | null {
  if (daysAgo === 0) return `today at ${time}`;
  if (daysAgo === 1) return `yesterday at ${time}`;
  if (daysAgo === -1) return `tomorrow at ${time}`;
  return daysAgo > 0 && daysAgo < 7 ? `${weekday} at ${time}` : null;
}

function dayNumber(isoDay: string): number {
  return Date.parse(isoDay) / (24 * hourMs);
}

const kept = new Map<string, ReturnType<typeof newFormats>>();

function formatsOf(timeZone: string) {
  const known = kept.get(timeZone);
  if (known) return known;
  const made = newFormats(isTimeZone(timeZone) ? timeZone : 'UTC');
  kept.set(timeZone, made);
  return made;
}

function newFormats(timeZone: string) {
  return {
    time: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
    date: new Intl.DateTimeFormat('en-GB', {
      timeZone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
    day: new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
    weekday: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }),
  };
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
