import { keptByKey } from './kept-by-key';

/**
 * The format of dates and times in a language, made once: a page names the same few many times.
 * Throws `RangeError` as `Intl.DateTimeFormat` does for a locale or a time zone that is none.
 */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return formats(JSON.stringify([locale, options]));
}

/**
 * The same as customers read it: English of no country is written as in Britain, and the years are
 * those that the shop counts, wherever the customer lives.
 */
export function customerDateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return dateFormat(locale === 'en' ? 'en-GB' : locale, { calendar: 'gregory', ...options });
}

const formats = keptByKey((key) => new Intl.DateTimeFormat(...parametersOf(key)));

// `dateFormat` wrote the key from just these two.
function parametersOf(key: string): [string, Intl.DateTimeFormatOptions] {
  return JSON.parse(key);
}
