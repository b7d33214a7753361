import { customerDateFormat } from '#domain/date-format';
import { today } from '#server/settings/today';
import { trackingWords } from './words/tracking-words';

/** Where and when the reader is: `locale` as `customerLocale` gives it, times are ms UTC. */
export type Calendar = Readonly<{ nowMs: number; timeZone: string; locale: string }>;

/**
 * A day (YYYY-MM-DD) as it stands in a sentence: "today", "yesterday", "tomorrow", "on Tuesday"
 * within the week, else "on 3 March", with the year where it is another one.
 */
export function dayInSentence(day: string, calendar: Calendar): string {
  const { say } = trackingWords(calendar.locale);
  const current = today(calendar.nowMs, calendar.timeZone);
  const daysAgo = (Date.parse(current) - Date.parse(day)) / dayMs;
  const near = nearDays.get(daysAgo);
  if (near !== undefined) return say(near);
  const moment = new Date(day);
  if (Math.abs(daysAgo) < 7) {
    const weekday = moment.getUTCDay();
    return say('day.weekday', { weekday, day: format(moment, calendar, { weekday: 'long' }) });
  }
  const dayOfMonth = moment.getUTCDate();
  return say('day.date', { dayOfMonth, day: format(moment, calendar, longDay(day, current)) });
}

/** A day as it was promised: "today", "tomorrow", "on Tuesday 8 December", always with its date. */
export function fullDayInSentence(day: string, calendar: Calendar): string {
  const { say } = trackingWords(calendar.locale);
  const current = today(calendar.nowMs, calendar.timeZone);
  const near = nearDays.get((Date.parse(current) - Date.parse(day)) / dayMs);
  if (near !== undefined) return say(near);
  const moment = new Date(day);
  const long = format(moment, calendar, { weekday: 'long', ...longDay(day, current) });
  // British English, of which `Intl` knows a comma only where there is a year.
  const words = /^en(?:-GB)?$/.test(calendar.locale) ? long.replace(',', '') : long;
  return say('day.weekday', { weekday: moment.getUTCDay(), day: words });
}

/** The same for a moment, as the day that it was in the shop. */
export function momentInSentence(atMs: number, calendar: Calendar): string {
  return dayInSentence(today(atMs, calendar.timeZone), calendar);
}

/** Whether a day (YYYY-MM-DD) is still to come in the shop. */
export function isAhead(day: string, { nowMs, timeZone }: Calendar): boolean {
  return day > today(nowMs, timeZone);
}

const dayMs = 24 * 60 * 60 * 1000;

const nearDays: ReadonlyMap<number, 'day.tomorrow' | 'day.today' | 'day.yesterday'> = new Map([
  [-1, 'day.tomorrow'],
  [0, 'day.today'],
  [1, 'day.yesterday'],
]);

function longDay(day: string, current: string): Intl.DateTimeFormatOptions {
  const isThisYear = day.slice(0, 4) === current.slice(0, 4);
  return { day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) };
}

function format(day: Date, { locale }: Calendar, options: Intl.DateTimeFormatOptions): string {
  return customerDateFormat(locale, { ...options, timeZone: 'UTC' }).format(day);
}
