import { formatMoney } from '#domain/money';
import type { Order } from '#domain/order';
import { type Calendar, momentInSentence } from './days-in-words';
import { moneyBackOf } from './money-back';
import type { TrackedEvent } from './public-history';
import { trackingWords } from './words/tracking-words';

/**
 * What the customer of a cancelled order is told about money that came in: what went back and when,
 * and the same promise that the message about the cancellation makes. Empty where none came in.
 */
export function moneyBackWords(
  { currency }: Order,
  events: readonly TrackedEvent[],
  calendar: Calendar,
): readonly string[] {
  const { say } = trackingWords(calendar.locale);
  const money = (minor: number) => formatMoney(minor, currency, calendar.locale);
  const { refunds, isChargedBack, promisedMinor, uncountedMinor } = moneyBackOf(events);
  const isUnexplained = promisedMinor === 0 && uncountedMinor > 0;
  return [
    ...refunds.map(({ amountMinor, at }) =>
      say('back.refunded', {
        amount: money(amountMinor),
        when: momentInSentence(at, calendar),
      }),
    ),
    ...(isChargedBack ? [say('headline.chargedBack')] : []),
    ...(promisedMinor > 0 ? [say('back.promised', { amount: money(promisedMinor) })] : []),
    ...(isUnexplained ? [say('headline.takenBack'), say('headline.takenBackNext')] : []),
  ];
}
