import type { Address } from '#domain/address';
import { countryName, isCountry } from '#domain/country';
import { dateFormat } from '#domain/date-format';

const locale = 'en-GB';
const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** "24 November 2026", the day that it was in the shop. */
export function dayInWords(atMs: number, timeZone: string): string {
  return dateFormat(locale, { ...date, timeZone }).format(atMs);
}

/** "Tuesday 24 November 2026" for `YYYY-MM-DD`. */
export function weekdayInWords(day: string): string {
  const atMs = Date.parse(`${day}T00:00:00Z`);
  const weekday = dateFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(atMs)} ${dayInWords(atMs, 'UTC')}`;
}

/** An address as it is written on a parcel, name first. */
export function addressLines(address: Address): readonly string[] {
  const { name, company, line1, line2, country } = address;
  const countryWords = isCountry(country) ? countryName(country) : country;
  return [name, company, line1, line2, placeLine(address), countryWords].filter(
    (line): line is string => line !== undefined && line !== '',
  );
}

/** "Whitby YO21 1DH" and "Portland, OR 97201" where English is written, else "10115 Berlin". */
function placeLine({ city, region = '', postalCode = '', country }: Address): string {
  const isTownFirst = townFirst.has(country);
  const town = isTownFirst && region !== '' ? `${city}, ${region}` : city;
  const place = isTownFirst ? `${town} ${postalCode}` : `${postalCode} ${town}`;
  return (isTownFirst || region === '' ? place : `${place}, ${region}`).trim();
}

const townFirst: ReadonlySet<string> = new Set(['AU', 'CA', 'GB', 'IE', 'IN', 'NZ', 'US', 'ZA']);
