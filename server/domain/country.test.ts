import { describe, expect, test } from 'vitest';
import { countries, countryName, isCountry } from './country';

describe('countries', () => {
  test('are the 249 assigned codes, sorted, each once', () => {
    expect(countries.length).toBe(249);
    expect([...new Set(countries)].sort()).toEqual([...countries]);
  });

  test('all have a name of their own', () => {
    const names = countries.map((code) => countryName(code));
    expect(new Set(names).size).toBe(249);
    expect(names.filter((name) => name.length < 4)).toEqual([]);
  });

  test.each(['US', 'DE', 'GB', 'BQ', 'SS', 'CW', 'TW'])('%s is a country', (code) => {
    expect(isCountry(code)).toBe(true);
  });

  test.each(['UK', 'EU', 'XK', 'AN', 'CS', 'ZZ', 'us', 'USA', '', 'U'])('%j is none', (code) => {
    expect(isCountry(code)).toBe(false);
  });
});

describe('countryName', () => {
  test.each([
    ['DE', 'en', 'Germany'],
    ['DE', 'de', 'Deutschland'],
    ['DE', 'fr-CA', 'Allemagne'],
    ['DE', 'zz', 'Germany'],
    ['DE', 'not a locale', 'Germany'],
    ['DE', '', 'Germany'],
  ] as const)('%s in %j is %s', (code, locale, name) => {
    expect(countryName(code, locale)).toBe(name);
  });
});
