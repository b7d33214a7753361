import type { Address } from '#domain/address';
import { countryName, isCountry } from '#domain/country';
import { customerDateFormat } from '#domain/date-format';

const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** "24 November 2026", the day that it was in the shop. */
export function dayInWords(atMs: number, timeZone: string, locale: string): string {
  return customerDateFormat(locale, { ...date, timeZone }).format(atMs);
}

/** "Tuesday 24 November 2026" for `YYYY-MM-DD`; in British English without the comma of `Intl`. */
export function weekdayInWords(day: string, locale: string): string {
  const format = customerDateFormat(locale, { weekday: 'long', ...date, timeZone: 'UTC' });
  const words = format.format(Date.parse(`${day}T00:00:00Z`));
  return /^en(?:-GB)?$/.test(locale) ? words.replace(',', '') : words;
}

/** An address as it is written on a parcel, name first. */
export function addressLines(address: Address, locale: string): readonly string[] {
  const { name, company, line1, line2, country } = address;
  const countryWords = isCountry(country) ? countryName(country, locale) : country;
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
