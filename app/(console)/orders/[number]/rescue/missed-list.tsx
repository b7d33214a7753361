import { Moment } from '#app/_ui/moment';
import { statusWord } from '#app/_ui/status-words';
import type { OrderMessage } from '#server/orders/order-messages';
import type { Clock } from '../_parts/clock';

type Props = Readonly<{ missed: readonly OrderMessage[]; clock: Clock }>;

/** What is sent again, and why it was missed. */
export function MissedList({ missed, clock }: Props) {
  if (missed.length === 0) {
    return (
      <p>
        Nothing of this order has come back. Messages that have not left yet go to the new address.
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      <p>This is sent again, as the order stands now:</p>
      <ul className="grid gap-2">
        {missed.map((message) => (
          <li key={message.id} className="wrap-anywhere">
            <span className="font-medium">{statusWord('template', message.template).word}</span>{' '}
            <span className="text-ink-soft">
              to {message.recipient},{' '}
              <Moment at={message.deliveryAt ?? message.createdAt} {...clock} />
            </span>
            <p className="text-bad text-sm">{message.deliveryDetail ?? message.lastError}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
