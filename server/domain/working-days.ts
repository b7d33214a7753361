const dayMs = 24 * 60 * 60 * 1000;

/**
 * The day (YYYY-MM-DD) that lies so many working days after another. Saturdays and Sundays do not
 * count, and nothing is ever due on one; holidays are not known.
 */
export function afterWorkingDays(day: string, count: number): string {
  let found = workingDayFrom(day);
  for (let left = count; left > 0; left -= 1) found = workingDayFrom(nextDay(found));
  return found;
}

/** How many days lie between two days; negative where the second one is earlier. */
export function daysBetween(day: string, later: string): number {
  return (Date.parse(later) - Date.parse(day)) / dayMs;
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(text);
  return Number.isFinite(at) && dayOf(at) === text;
}

function workingDayFrom(day: string): string {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6 ? workingDayFrom(nextDay(day)) : day;
}

function nextDay(day: string): string {
  return dayOf(Date.parse(day) + dayMs);
}

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
