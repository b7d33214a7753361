import { latenessOn } from '#domain/lateness';
import type { Order } from '#domain/order';
import { isSettled } from '#domain/order-status';
import { today } from '#server/settings/today';
import { type Calendar, fullDayInSentence } from './days-in-words';
import { type TrackingSay, trackingWords } from './words/tracking-words';

/** `isUnderWay`: nobody has seen the goods arrive. */
type Facts = Calendar & Readonly<{ isUnderWay: boolean }>;

/** What is added to the answer, and what stands in its place where nothing has left. */
type ExpectedWords = Readonly<{ title: string | null; detail: string }>;

/**
 * When goods may be expected, or that the day has passed and what is known then; null where no day
 * was promised, where they have arrived, and where only the carrier knows more.
 */
export function expectedWords(order: Order, facts: Facts): ExpectedWords | null {
  const { expectedOn } = order;
  if (expectedOn === null || !isSettled(order) || !facts.isUnderWay) return null;
  const { say } = trackingWords(facts.locale);
  const when = fullDayInSentence(expectedOn, facts);
  const day = today(facts.nowMs, facts.timeZone);
  const lateness = latenessOn(order, day);
  if (lateness !== null) return lateWords[lateness](say, when);
  return expectedOn < day ? null : { title: null, detail: say('expected.on', { when }) };
}

const lateWords = {
  not_left: (say: TrackingSay, when: string) => ({
    title: say('expected.notLeft', { when }),
    detail: say('expected.message'),
  }),
  partly_left: (say: TrackingSay, when: string) => ({
    title: null,
    detail: say('sentences', {
      first: say('expected.restNotLeft', { when }),
      second: say('expected.message'),
    }),
  }),
  left_untracked: (say: TrackingSay, when: string) => ({
    title: null,
    detail: say('expected.untracked', { when }),
  }),
} as const;
