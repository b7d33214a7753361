import type { Order } from '#domain/order';
import { countInWords } from './count-in-words';
import { trackingWords } from './words/tracking-words';

export type DigitalSentence = Readonly<{ text: string; isSomethingReady: boolean }>;

/** What the customer of a paid order wants to know about its codes; null where it has none. */
export function codesSentence({ lines }: Order, locale: string): DigitalSentence | null {
  const ofCodes = lines.filter(({ kind }) => kind === 'codes');
  const all = sum(ofCodes.map(({ quantity }) => quantity));
  const waiting = sum(ofCodes.map(({ codesWaiting }) => codesWaiting));
  if (all === 0) return null;
  return { text: words(all, waiting, locale), isSomethingReady: waiting < all };
}

function words(all: number, waiting: number, locale: string): string {
  const { say } = trackingWords(locale);
  const ready = all - waiting;
  if (waiting === 0) return say('codes.ready', { count: all });
  if (ready === 0) return say('codes.follow', { count: all });
  const allWords = countInWords(all, locale);
  const readyWords = capital(countInWords(ready, locale), locale);
  return say('codes.some', { ready, readyWords, allWords, waiting });
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
