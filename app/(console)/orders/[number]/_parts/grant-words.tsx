import { Moment } from '#app/_ui/moment';
import type { OrderEvent } from '#domain/order-event';
import type { Clock } from './clock';
import type { EventWords } from './history-words';

/** What somebody did about the downloads of an order, as the rest of a sentence. */
export function grantWords(
  { what, grant, reason }: OrderEvent & { type: 'grant_changed' },
  clock: Clock,
): EventWords {
  const why = reason === null ? {} : { detail: `“${reason}”` };
  switch (what) {
    case 'downloads_added':
      return {
        did: `added downloads: ${grant.downloadsMax} of each file in all now`,
        ...why,
        icon: 'download',
      };
    case 'end_moved':
      return {
        did:
          grant.expiresAt === null ? (
            'took the end of the downloads away'
          ) : (
            <>
              lets the downloads end <Moment at={grant.expiresAt} {...clock} />
            </>
          ),
        ...why,
        icon: 'calendar',
      };
    case 'revoked':
      return { did: 'revoked the downloads', ...why, icon: 'circle-slash', tone: 'warn' };
    case 'restored':
      return { did: 'gave the downloads back', ...why, icon: 'undo-2' };
    default:
      return what satisfies never;
  }
}
