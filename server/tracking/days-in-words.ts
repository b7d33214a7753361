import { dateFormat } from '#domain/date-format';
import { today } from '#server/settings/today';

/** Where and when the reader is: `locale` is a BCP 47 tag that `Intl` knows, times are ms UTC. */
export type Calendar = Readonly<{ nowMs: number; timeZone: string; locale: string }>;

/**
 * A day (YYYY-MM-DD) as it ends an English sentence: "today", "yesterday", "tomorrow",
 * "on Tuesday" within the week, else "on 3 March", with the year where it is another one.
 */
export function dayInSentence(day: string, calendar: Calendar): string {
  const current = today(calendar.nowMs, calendar.timeZone);
  const daysAgo = (Date.parse(current) - Date.parse(day)) / dayMs;
  const near = nearDays.get(daysAgo);
  if (near !== undefined) return near;
  const isThisWeek = Math.abs(daysAgo) < 7;
  return `on ${format(day, calendar, isThisWeek ? { weekday: 'long' } : longDay(day, current))}`;
}

/** The same for a moment, as the day that it was in the shop. */
export function momentInSentence(atMs: number, calendar: Calendar): string {
  return dayInSentence(today(atMs, calendar.timeZone), calendar);
}

/** Whether a day (YYYY-MM-DD) is still to come in the shop. */
export function isAhead(day: string, { nowMs, timeZone }: Calendar): boolean {
  return day > today(nowMs, timeZone);
}

/**
 * The locale to write English sentences in: the customer's own English where it is one, so that
 * Americans read "March 3", else British.
 */
function sentenceLocale(locale: string): string {
  return new Intl.Locale(locale).language === 'en' ? locale : 'en-GB';
}

/** A tag as customers' records hold it ("pt_BR"), or British English where `Intl` knows no such. */
export function usableLocale(tag: string | null): string {
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf((tag ?? '').replaceAll('_', '-'));
    return known ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

const dayMs = 24 * 60 * 60 * 1000;

const nearDays: ReadonlyMap<number, string> = new Map([
  [-1, 'tomorrow'],
  [0, 'today'],
  [1, 'yesterday'],
]);

function longDay(day: string, current: string): Intl.DateTimeFormatOptions {
  const isThisYear = day.slice(0, 4) === current.slice(0, 4);
  return { day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) };
}

function format(day: string, { locale }: Calendar, options: Intl.DateTimeFormatOptions): string {
  const inWords = dateFormat(sentenceLocale(locale), { ...options, timeZone: 'UTC' });
  return inWords.format(Date.parse(day));
}
