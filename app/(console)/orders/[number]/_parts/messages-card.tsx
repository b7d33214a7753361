import clsx from 'clsx';
import { Card } from '#app/_ui/card';
import { Moment } from '#app/_ui/moment';
import { statusWord } from '#app/_ui/status-words';
import { TextLink } from '#app/_ui/text-link';
import type { MessageStatus } from '#domain/vocabulary';
import type { OrderMessage } from '#server/orders/order-messages';
import type { OrderPage } from '#server/orders/read-order-page';
import { MailBadge } from '../../../messages/mail-badge';
import type { Clock } from './clock';
import { orderPath } from './order-path';
import { resendAction } from './step-actions';
import { StepButton } from './step-button';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

export function MessagesCard({ page, clock }: Props) {
  const { messages, missed, order, permitted } = page;
  return (
    <Card title="Messages to the customer" flush>
      {messages.length === 0 ? (
        <p className="px-(--card-pad) pb-(--card-pad) text-ink-soft">None yet.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {messages.map((message) => (
            <li key={message.id} className="flex items-start gap-4 px-(--card-pad) py-2.5">
              <OneMessage
                message={message}
                number={order.number}
                isMissed={missed.includes(message)}
                clock={clock}
              />
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

type MessageProps = Readonly<{
  message: OrderMessage;
  number: string;
  isMissed: boolean;
  clock: Clock;
}>;

function OneMessage({ message, number, isMissed, clock }: MessageProps) {
  const { template, recipient, status, attempts, createdAt, sentAt, delivery } = message;
  const said = message.deliveryDetail ?? message.lastError;
  const isBad = status === 'failed' || delivery === 'bounced' || delivery === 'complained';
  const tries = attempts > 1 ? `, tried ${attempts} times` : '';
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={`/messages/${message.id}`}>
          {statusWord('template', template).word}
        </TextLink>
        <MailBadge status={status} delivery={delivery} />
        <span className="text-ink-soft text-sm">
          <Moment at={sentAt ?? createdAt} {...clock} />
        </span>
      </p>
      <p className="text-ink-soft text-sm wrap-anywhere">
        To {recipient}
        {tries}
      </p>
      {said === null ? null : (
        <p className={clsx('text-sm wrap-anywhere', isBad ? 'text-bad' : 'text-ink-soft')}>
          {said}{' '}
          {isMissed ? (
            <TextLink href={orderPath(number, '/rescue')}>
              Correct the address and send again
            </TextLink>
          ) : null}
        </p>
      )}
    </div>
  );
}

const resendable: ReadonlySet<MessageStatus> = new Set(['sent', 'failed', 'withdrawn']);

/** What waits will leave anyway, and what a message says must still be true. */
function mayResend(
  { order, standing }: OrderPage,
  { template, shipmentId, status }: OrderMessage,
): boolean {
  if (!resendable.has(status)) return false;
  switch (template) {
    case 'order_received':
      return order.cancelledAt === null;
    case 'paid':
      return standing.status !== 'pending' && standing.status !== 'cancelled';
    case 'cancelled':
      return order.cancelledAt !== null;
    case 'code_replaced':
    case 'sign_in_link':
    case 'request_answered':
    case 'late':
      return false;
    case 'shipped':
      return order.shipments.some(({ id, voidedAt }) => id === shipmentId && voidedAt === null);
    default:
      return template satisfies never;
  }
}
