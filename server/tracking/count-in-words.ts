import { trackingWords } from './words/tracking-words';

/** "two", "ten", "11": small counts as a sentence has them. */
export function countInWords(count: number, locale: string): string {
  return trackingWords(locale).say('count', { count });
}
