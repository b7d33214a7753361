import { Card } from '#app/_ui/card';
import { Moment } from '#app/_ui/moment';
import { TextLink } from '#app/_ui/text-link';
import { isCurrency } from '#domain/currency';
import { formatMoney } from '#domain/money';
import type { OrderCallback, OrderPage } from '#server/orders/read-order-page';
import { OutcomeBadge } from '../../../inbox/outcome-badge';
import type { Clock } from './clock';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

export function CallbacksCard({ page: { order, callbacks }, clock }: Props) {
  if (callbacks.length === 0) return null;
  return (
    <Card
      title="Callbacks"
      flush
      actions={
        <TextLink href={`/inbox?order=${encodeURIComponent(order.number)}`} className="me-2">
          In the inbox
        </TextLink>
      }
    >
      <ul className="divide-y divide-line border-line border-t">
        {callbacks.map((callback) => (
          <li key={callback.id} className="px-(--card-pad) py-2.5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <OutcomeBadge callback={callback} />
              <TextLink href={`/inbox/${callback.id}`}>{callback.accountName}</TextLink>
              <span className="text-ink-soft">{amountOf(callback)}</span>
              <span className="ms-auto text-ink-soft text-sm">
                <Moment at={callback.receivedAt} {...clock} />
              </span>
            </div>
            <p className="mt-0.5 text-ink-soft wrap-anywhere">{callback.reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function amountOf({ amountMinor, currency }: OrderCallback): string {
  if (amountMinor === null || currency === null || !isCurrency(currency)) return '';
  return formatMoney(amountMinor, currency);
}
