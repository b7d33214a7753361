import type { Currency } from '#domain/currency';

/** A first guess for the set-up form, from the country in an Accept-Language header; else USD. */
export function guessCurrency(acceptLanguage: string): Currency {
  const first = acceptLanguage.split(/[,;]/, 1)[0]?.trim() ?? '';
  const region = /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})$/.exec(first)?.[1]?.toUpperCase();
  return byCountry.get(region ?? '') ?? byLanguage.get(first.toLowerCase()) ?? 'USD';
}

const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

const byCountry: ReadonlyMap<string, Currency> = new Map([
  ...euro.map((country) => [country, 'EUR'] as const),
  ['AU', 'AUD'],
  ['BR', 'BRL'],
  ['CA', 'CAD'],
  ['CH', 'CHF'],
  ['CZ', 'CZK'],
  ['DK', 'DKK'],
  ['GB', 'GBP'],
  ['HU', 'HUF'],
  ['IN', 'INR'],
  ['JP', 'JPY'],
  ['KR', 'KRW'],
  ['MX', 'MXN'],
  ['NO', 'NOK'],
  ['NZ', 'NZD'],
  ['PL', 'PLN'],
  ['RO', 'RON'],
  ['SE', 'SEK'],
  ['ZA', 'ZAR'],
]);

const byLanguage: ReadonlyMap<string, Currency> = new Map([
  ['cs', 'CZK'],
  ['da', 'DKK'],
  ['de', 'EUR'],
  ['el', 'EUR'],
  ['fi', 'EUR'],
  ['fr', 'EUR'],
  ['hu', 'HUF'],
  ['it', 'EUR'],
  ['ja', 'JPY'],
  ['nb', 'NOK'],
  ['nl', 'EUR'],
  ['pl', 'PLN'],
  ['ro', 'RON'],
  ['sv', 'SEK'],
]);
