import type { Order } from '#domain/order';
import { countInWords } from './count-in-words';

export type DigitalSentence = Readonly<{ text: string; isSomethingReady: boolean }>;

/** What the customer of a paid order wants to know about its codes; null where it has none. */
export function codesSentence({ lines }: Order): DigitalSentence | null {
  const ofCodes = lines.filter(({ kind }) => kind === 'codes');
  const all = sum(ofCodes.map(({ quantity }) => quantity));
  const waiting = sum(ofCodes.map(({ codesWaiting }) => codesWaiting));
  if (all === 0) return null;
  return { text: words(all, waiting), isSomethingReady: waiting < all };
}

function words(all: number, waiting: number): string {
  const ready = all - waiting;
  if (waiting === 0) return all === 1 ? 'Your code is ready below.' : 'Your codes are ready below.';
  if (ready === 0) {
    return all === 1
      ? 'Your code follows as soon as it is in.'
      : 'Your codes follow as soon as they are in.';
  }
  const readyWords = `${capital(countInWords(ready))} of your ${countInWords(all)} codes ${ready === 1 ? 'is' : 'are'} ready below.`;
  return `${readyWords} ${waiting === 1 ? 'The last one follows as soon as it is in.' : 'The others follow as soon as they are in.'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
