import type { OrderEvent } from '#domain/order-event';
import { today } from '#server/settings/today';
import { dayWords } from '../../../../_ui/day-words';
import type { Clock } from './clock';
import type { EventWords } from './history-words';

/** What somebody did about the expected day of an order, or that it passed. */
export function expectedWords(
  event: OrderEvent & { type: 'expected' | 'slipped' },
  clock: Clock,
): EventWords {
  const day = (of: string) => dayInHistory(of, clock);
  if (event.type === 'slipped') {
    const told = event.notify ? 'told the customer' : 'did not write after so long';
    return {
      did: `found it late: it was expected on ${day(event.expectedOn)}, and ${told}`,
      icon: 'clock',
      tone: 'warn',
    };
  }
  const { expectedOn, insteadOf, reason, notify } = event;
  const told = notify ? ', and told the customer' : '';
  const instead = insteadOf === null ? '' : ` instead of ${day(insteadOf)}`;
  return {
    did:
      expectedOn === null
        ? 'took the expected day away'
        : `expects it on ${day(expectedOn)}${instead}${told}`,
    ...(reason !== null && { detail: `“${reason}”` }),
    icon: 'calendar',
  };
}

/** "Tue 8 Dec", with the year where it is not the present one. */
export function dayInHistory(day: string, { nowMs, timeZone }: Clock): string {
  return dayWords(day, today(nowMs, timeZone));
}
