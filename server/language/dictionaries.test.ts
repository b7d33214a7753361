import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#domain/language';
import { mailTexts, mailWords } from '#emails/_parts/mail-words';
import { trackingTexts, trackingWords } from '#server/tracking/words/tracking-words';

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

/** Any of these words, whole. */
function anyOf(...words: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu');
}

const houseStyle: readonly (readonly [Language, string, RegExp])[] = [
  [
    ...(['pt', 'words that are at home in Portugal and in Brazil alike'] as const),
    /encomenda|ligação|morada|ficheiro|palavra-passe|connosco|incómodo|-lhe/iu,
  ],
  ['de', 'one form of address', anyOf('du', 'dir', 'deine?', 'deinen', 'deiner')],
  ['es', 'one form of address', anyOf('usted', 'su pedido', 'inicia')],
  ['fr', 'one form of address', anyOf('tu', 'ton', 'tes', 'toi')],
  ['it', 'one form of address', anyOf('tuo', 'tua', 'tuoi', 'tue', 'vedi')],
  [
    ...(['ja', 'no blanks within a sentence'] as const),
    /[\d}] \p{sc=Hiragana}|\d \p{sc=Han}|[\p{sc=Han}\p{sc=Hiragana}] [\d#]/u,
  ],
];

test.each(houseStyle)('the texts in %s have %s', (language, _, strange) => {
  const texts = [
    ...Object.entries(mailTexts[language]),
    ...Object.entries(trackingTexts[language]),
  ];
  expect(texts.filter(([, text]) => strange.test(text))).toEqual([]);
});

test('no line ends before a French colon or within French quotation marks', () => {
  const { say } = trackingWords('fr-CA');
  expect(say('find.title')).toBe('Où est ma commande\u00A0?');
  expect(say('my.codesIntro')).toMatch(/^«\u00A0Afficher\u00A0» ouvre/u);
  expect(mailWords('fr').say('text.pair', { label: 'Total', value: '5 ?' })).toBe(
    'Total\u00A0: 5 ?',
  );
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
