import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#domain/language';
import { mailTexts } from '#emails/_parts/mail-words';
import { trackingTexts } from '#server/tracking/words/tracking-words';

type Texts = Readonly<Record<string, string>>;
type Part = Readonly<{
  type: number;
  value?: string;
  options?: Readonly<Record<string, Readonly<{ value: readonly Part[] }>>>;
  children?: readonly Part[];
}>;

const dictionaries: readonly (readonly [string, Readonly<Record<Language, Texts>>])[] = [
  ['messages', mailTexts],
  ['tracking page', trackingTexts],
];

/** Words that another language writes as English does. */
const sameInBoth: ReadonlySet<string> = new Set([
  ...['Code {position}', 'Code {position}, hidden', 'code {position}', 'Codes', 'Total', 'Item'],
  ...['{method}: {amount}.', '{label}:', '{label}: {value}', '{first} {second}', 'cheque'],
  'Version {value}',
]);

const isNested = 5;
const isPlural = 6;
const isTag = 8;

function partsOf(text: string): readonly Part[] {
  return new IntlMessageFormat(text, 'en').getAst() as readonly Part[];
}

function allParts(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => [
    part,
    ...allParts(part.children ?? []),
    ...Object.values(part.options ?? {}).flatMap(({ value }) => allParts(value)),
  ]);
}

/** The names in braces and the tags of a text. */
function namesOf(text: string): readonly string[] {
  const named = allParts(partsOf(text)).filter(({ type }) => type >= 1 && type !== 7);
  return [
    ...new Set(named.map(({ value, type }) => `${type === isTag ? '<' : ''}${value}`)),
  ].sort();
}

/** The forms that whole numbers up to two hundred take, but those that a text names one by one. */
function missingForms(options: readonly string[], language: Language): readonly string[] {
  const rules = new Intl.PluralRules(language);
  const counts = Array.from({ length: 201 }, (_, count) => count);
  const open = counts.filter((count) => !options.includes(`=${count}`));
  const needed = new Set([...open.map((count) => rules.select(count)), 'other']);
  return [...needed].filter((form) => !options.includes(form));
}

describe.each(dictionaries)('the texts of the %s', (_, texts) => {
  describe.each(languages)('in %s', (language) => {
    const entries = Object.entries(texts[language]);

    test('are those that there are in English, and none is empty', () => {
      expect(Object.keys(texts[language]).sort()).toEqual(Object.keys(texts.en).sort());
      expect(entries.filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    test('fill in the same names', () => {
      const names = (of: Texts) =>
        Object.fromEntries(Object.keys(texts.en).map((key) => [key, namesOf(of[key] ?? '')]));
      expect(names(texts[language])).toEqual(names(texts.en));
    });

    test('have every form of the plural that the language needs', () => {
      const wrong = entries.flatMap(([key, text]) =>
        allParts(partsOf(text))
          .filter(({ type }) => type === isPlural)
          .map(({ options = {} }) => [key, missingForms(Object.keys(options), language)] as const)
          .filter(([, missing]) => missing.length > 0),
      );
      expect(wrong).toEqual([]);
    });

    test('choose between words with something for everything else', () => {
      const chosen = entries.flatMap(([key, text]) =>
        allParts(partsOf(text))
          .filter(({ type, options }) => type === isNested && !options?.other)
          .map(() => key),
      );
      expect(chosen).toEqual([]);
    });

    // In ICU an upright apostrophe before a brace would switch the brace off.
    test('have curved apostrophes, no double blanks and none at the ends', () => {
      expect(entries.filter(([, text]) => /'| {2}|^\s|\s$/u.test(text))).toEqual([]);
    });

    test('are not left in English', () => {
      const english: Texts = texts.en;
      const same = entries.filter(([key, text]) => language !== 'en' && text === english[key]);
      expect(same.map(([, text]) => text).filter((text) => !sameInBoth.has(text))).toEqual([]);
    });
  });
});

test('a name that is left out, added or misspelt is noticed', () => {
  expect(namesOf('{shop}: {count, plural, one {<again>{number}</again>} other {#}}')).toEqual([
    ...['<again', 'count', 'number', 'shop'],
  ]);
});

test('a plural without the forms of its language is noticed', () => {
  expect(missingForms(['one', 'other'], 'ar')).toEqual(['zero', 'two', 'few', 'many']);
  expect(missingForms(['=1', 'other'], 'en')).toEqual([]);
  expect(missingForms(['other'], 'en')).toEqual(['one']);
});
