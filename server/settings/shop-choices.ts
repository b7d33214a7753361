import { currencies } from '#domain/currency';
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
