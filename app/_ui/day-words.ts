const parts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const formats = {
  near: new Intl.DateTimeFormat('en-GB', parts),
  far: new Intl.DateTimeFormat('en-GB', { ...parts, year: 'numeric' }),
};

/** "Tue 8 Dec" for a day (YYYY-MM-DD) of this year, with the year where it is another one. */
export function dayWords(day: string, today: string): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? formats.near : formats.far;
  return format.format(new Date(day)).replace(',', '');
}
