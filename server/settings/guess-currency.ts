import type { Currency } from '#domain/currency';

/** A first guess for the set-up form, from the country in an Accept-Language header; else USD. */
export function guessCurrency(acceptLanguage: string): Currency {
  const first = acceptLanguage.split(/[,;]/, 1)[0]?.trim() ?? '';
  const region = /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})$/.exec(first)?.[1]?.toUpperCase();
  return (region && byCountry[region]) || byLanguage[first.toLowerCase()] || 'USD';
}

const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

const byCountry: Readonly<Record<string, Currency>> = {
  ...Object.fromEntries(euro.map((country) => [country, 'EUR' as const])),
  ...({
    AU: 'AUD',
    BR: 'BRL',
    CA: 'CAD',
    CH: 'CHF',
    CZ: 'CZK',
    DK: 'DKK',
    GB: 'GBP',
    HU: 'HUF',
    IN: 'INR',
    JP: 'JPY',
    KR: 'KRW',
    MX: 'MXN',
    NO: 'NOK',
    NZ: 'NZD',
    PL: 'PLN',
    RO: 'RON',
    SE: 'SEK',
    ZA: 'ZAR',
  } as const),
};

const byLanguage: Readonly<Record<string, Currency>> = {
  cs: 'CZK',
  da: 'DKK',
  de: 'EUR',
  el: 'EUR',
  fi: 'EUR',
  fr: 'EUR',
  hu: 'HUF',
  it: 'EUR',
  ja: 'JPY',
  nl: 'EUR',
  nb: 'NOK',
  pl: 'PLN',
  ro: 'RON',
  sv: 'SEK',
};
