import { Card } from '#app/_ui/card';
import { Moment } from '#app/_ui/moment';
import { StatusBadge } from '#app/_ui/status-badge';
import { statusWord } from '#app/_ui/status-words';
import { TextLink } from '#app/_ui/text-link';
import type { OrderMessage, OrderPage } from '#server/orders/read-order-page';
import type { Clock } from './clock';
import { orderPath } from './order-path';
import { resendAction } from './step-actions';
import { StepButton } from './step-button';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

export function MessagesCard({ page, clock }: Props) {
  const { messages, order, permitted } = page;
  return (
    <Card title="Messages to the customer" flush>
      {messages.length === 0 ? (
        <p className="px-(--card-pad) pb-(--card-pad) text-ink-soft">None yet.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {messages.map((message) => (
            <li key={message.id} className="flex items-start gap-4 px-(--card-pad) py-2.5">
              <OneMessage message={message} number={order.number} clock={clock} />
              {permitted.includes('resend') && mayResend(page, message) ? (
                <div className="print:hidden">
                  <StepButton
                    action={resendAction}
                    fields={{
                      number: order.number,
                      template: message.template,
                      shipmentId: message.shipmentId ?? '',
                    }}
                    pendingLabel="Sending…"
                    kind="quiet"
                    size="small"
                  >
                    Resend
                    <span className="sr-only">
                      {' '}
                      “{statusWord('template', message.template).word}”
                    </span>
                  </StepButton>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type MessageProps = Readonly<{ message: OrderMessage; number: string; clock: Clock }>;

function OneMessage({ message, number, clock }: MessageProps) {
  const { template, recipient, status, attempts, lastError, createdAt, sentAt } = message;
  const tries = attempts > 1 ? `, tried ${attempts} times` : '';
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={`/messages/${message.id}`}>
          {statusWord('template', template).word}
        </TextLink>
        <StatusBadge kind="message" value={status} />
        <span className="text-ink-soft text-sm">
          <Moment at={sentAt ?? createdAt} {...clock} />
        </span>
      </p>
      <p className="text-ink-soft text-sm wrap-anywhere">
        To {recipient}
        {tries}
      </p>
      {lastError === null ? null : (
        <p className="text-bad text-sm wrap-anywhere">
          {lastError}{' '}
          {status === 'failed' ? (
            <TextLink href={orderPath(number, '/contact')}>Correct the address</TextLink>
          ) : null}
        </p>
      )}
    </div>
  );
}

/** What waits will leave anyway, and what a message says must still be true. */
function mayResend(
  { order, standing }: OrderPage,
  { template, shipmentId, status }: OrderMessage,
): boolean {
  if (status !== 'sent' && status !== 'failed') return false;
  switch (template) {
    case 'order_received':
      return order.cancelledAt === null;
    case 'paid':
      return standing.status !== 'pending' && standing.status !== 'cancelled';
    case 'cancelled':
      return order.cancelledAt !== null;
    case 'shipped':
      return order.shipments.some(({ id, voidedAt }) => id === shipmentId && voidedAt === null);
    default:
      return template satisfies never;
  }
}
