/** The languages that customers are written to in. */
export const languages = ['en', 'es', 'fr', 'de', 'pt', 'it', 'ja', 'ar'] as const;

export type Language = (typeof languages)[number];

/** The language of a tag such as `de`, `pt-BR` or `pt_BR`, by its first part; null for any other. */
export function languageOf(tag: string): Language | null {
  const [, subtag = ''] = /^([a-z]{2})(?:[-_]|$)/i.exec(tag) ?? [];
  return languages.find((language) => language === subtag.toLowerCase()) ?? null;
}

/**
 * How a customer is written to, as a BCP 47 tag that `Intl` knows and whose language is one of
 * ours: the order's own with its region, which days and money are written by, or else the shop's
 * language.
 */
export function customerLocale(orderLocale: string | null, shopLanguage: Language): string {
  const tag = (orderLocale ?? '').replaceAll('_', '-');
  const language = languageOf(tag);
  return language === null ? shopLanguage : (canonical(tag) ?? language);
}

/** The same for somebody of whom only the browser's `Accept-Language` is known. */
export function acceptedLocale(header: string | null, shopLanguage: Language): string {
  const wanted = (header ?? '')
    .slice(0, headerLengthMax)
    .split(',')
    .map((part) => /^\s*([\w-]+)\s*(?:;\s*q=([\d.]+))?/.exec(part))
    .map((match) => ({ tag: match?.[1] ?? '', weight: Number(match?.[2] ?? 1) }))
    .filter(({ tag, weight }) => weight > 0 && languageOf(tag) !== null)
    .sort((one, other) => other.weight - one.weight);
  return customerLocale(wanted[0]?.tag ?? null, shopLanguage);
}

const headerLengthMax = 500;

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return languageOf(locale) === 'ar' ? 'rtl' : 'ltr';
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
