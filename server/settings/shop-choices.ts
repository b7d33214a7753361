import { currencies } from '#domain/currency';
import { languages } from '#domain/language';
import { timeZones } from './time-zone';

type Choice = Readonly<{ value: string; label: string }>;

/** Every currency with its name in English, by code: `EUR – Euro`. */
export function currencyChoices(): readonly Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
  return currencies.map((value) => {
    const name = names.of(value);
    return { value, label: name === undefined ? value : `${value} – ${name}` };
  });
}

/** Every time zone, written for reading: `America/New York`. */
export function timeZoneChoices(): readonly Choice[] {
  return timeZones().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

/** The languages that customers can be written to in, by their names in English. */
export function languageChoices(): readonly Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return languages.map((value) => ({ value, label: names.of(value) ?? value }));
}
