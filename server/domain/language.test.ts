import { describe, expect, test } from 'vitest';
import { acceptedLocale, customerLocale, directionOf, languageOf, languages } from './language';

describe('the language of a customer', () => {
  test.each([
    ['de', 'de'],
    ['de-AT', 'de-AT'],
    ['pt_BR', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['en-US', 'en-US'],
    ['ar-EG', 'ar-EG'],
  ])('%s is written to as %s', (tag, locale) => {
    expect(customerLocale(tag, 'fr')).toBe(locale);
  });

  test.each([null, '', 'nl', 'deu', 'xx-YY', 'german', '-de', '<b>'])(
    '%s is none of ours, so the shop’s own is used',
    (tag) => {
      expect(customerLocale(tag, 'fr')).toBe('fr');
    },
  );

  test('a tag that is broken behind its language keeps the language', () => {
    expect(customerLocale('de-!!', 'fr')).toBe('de');
    expect(customerLocale('ja_', 'fr')).toBe('ja');
  });
});

describe('the language of a browser', () => {
  test.each([
    ['de-CH,de;q=0.9,en;q=0.8', 'de-CH'],
    ['nl,fr;q=0.3,ja;q=0.7', 'ja'],
    ['en;q=0,it', 'it'],
    ['nl, *;q=0.5', 'es'],
    ['', 'es'],
    [null, 'es'],
    [`${'x'.repeat(10_000)},de`, 'es'],
  ])('%s is answered in %s', (header, locale) => {
    expect(acceptedLocale(header, 'es')).toBe(locale);
  });
});

test('only Arabic is written from right to left', () => {
  expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
  expect(directionOf('ar-EG')).toBe('rtl');
  expect(languageOf('AR-eg')).toBe('ar');
});
