import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';
import { keptByKey } from '#domain/kept-by-key';
import { directionOf, type Language, languageOf } from '#domain/language';

/** All names that a text may have in braces. */
type Placeholder =
  | ('number' | 'shop' | 'name' | 'amount' | 'received' | 'total' | 'date' | 'day' | 'when')
  | ('count' | 'counted' | 'position' | 'ready' | 'readyWords' | 'waiting' | 'allWords')
  | ('weekday' | 'dayOfMonth' | 'minutes' | 'method' | 'brand' | 'digits' | 'price' | 'carrier')
  | ('hasCarrier' | 'hasNumber' | 'label' | 'value' | 'first' | 'second');

/** The names in braces of one text. */
type PlaceholdersOf<Text> = {
  [Name in Placeholder]: Text extends `${string}{${Name}}${string}` | `${string}{${Name}, ${string}`
    ? Name
    : never;
}[Placeholder];

type ValuesOf<Text, Value> = Readonly<Record<PlaceholdersOf<Text>, Value>>;

type Given<Text, Value> = PlaceholdersOf<Text> extends never ? [] : [values: ValuesOf<Text, Value>];

/** The same texts in another language: none may be missing, and none may be there besides. */
export type Translated<English> = { readonly [Key in keyof English]: string };

/** What makes an element of the words between `<again>` and `</again>`. */
type Tag = (words: readonly ReactNode[]) => ReactNode;

export type Words<English> = Readonly<{
  locale: string;
  direction: 'ltr' | 'rtl';
  /** One text, its names filled in. */
  say: <Key extends keyof English>(
    key: Key,
    ...given: Given<English[Key], string | number | boolean>
  ) => string;
  /** The same in pieces, for a text in which some names or words are elements of a page. */
  pieces: <Key extends keyof English>(
    key: Key,
    values: ValuesOf<English[Key], ReactNode>,
    tags?: Readonly<Record<string, Tag>>,
  ) => readonly ReactNode[];
}>;

/**
 * The texts of a dictionary for a locale (a BCP 47 tag whose language is one of ours). The texts
 * are ICU messages: `{count, plural, one {…} other {…}}`. What is filled in is never read as one.
 */
export function wordsIn<English>(
  dictionaries: Readonly<Record<Language, Translated<English>>>,
): (locale: string) => Words<English> {
  return keptByKey((locale) => {
    const dictionary = dictionaries[languageOf(locale) ?? 'en'];
    const direction = directionOf(locale);
    const formatOf = keptByKey((text) => new IntlMessageFormat(bound(text, locale), locale));
    const filled = (key: keyof English, values: Values = {}) =>
      formatOf(dictionary[key]).format(direction === 'rtl' ? isolated(values) : values);
    return {
      ...{ locale, direction },
      say: (key, ...[values]) => String(filled(key, values)),
      pieces: (key, values, tags = {}) => piecesOf(filled(key, { ...values, ...tags })),
    };
  });
}

/** French writes a blank before `: ; ? !` and within quotation marks, and no line may end there. */
function bound(text: string, locale: string): string {
  return languageOf(locale) === 'fr' ? text.replace(/ (?=[:;?!»])|(?<=«) /gu, '\u00A0') : text;
}

type Values = Readonly<Record<string, unknown>>;

/** Names and numbers keep their own direction of writing within a sentence from right to left. */
function isolated(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && isOfAnotherScript.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
}

const isOfAnotherScript = /\p{Nd}|(?!\p{Script=Arabic})\p{L}/u;

/** `format` gives back text, or a list of the texts and elements that it was given. */
function piecesOf(formatted: unknown): readonly ReactNode[] {
  return (Array.isArray(formatted) ? formatted : [formatted]) as readonly ReactNode[];
}
