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

const formats = keptByKey((key) => new Intl.DateTimeFormat(...parametersOf(key)));

// `dateFormat` wrote the key from just these two.
function parametersOf(key: string): [string, Intl.DateTimeFormatOptions] {
  return JSON.parse(key);
}
