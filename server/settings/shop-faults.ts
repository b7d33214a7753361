import { isCurrency } from '#domain/currency';
import { isTimeZone } from './time-zone';

const nameLengthMax = 100;

/** What is wrong with a shop's name, currency and time zone, a sentence each; null where nothing is. */
export const shopFaults = {
  name: (name: string) => textFault(name, 'the shop'),
  currency: (code: string) => (isCurrency(code) ? null : 'Choose a currency from the list.'),
  timeZone: (zone: string) => (isTimeZone(zone) ? null : 'Choose a time zone from the list.'),
} as const;

/** What is wrong with a name of one line; `of` says whose name it is. */
export function textFault(text: string, of: string): string | null {
  const name = text.trim();
  if (name === '') return `Enter the name of ${of}.`;
  if (name.length > nameLengthMax) return `Use ${nameLengthMax} characters or fewer.`;
  if (/\p{Cc}|[\u2028\u2029]/u.test(name)) return 'Use one line of plain text.';
  return null;
}
