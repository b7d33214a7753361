import type { ReactNode } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Moment } from '#app/_ui/moment';
import { Notice } from '#app/_ui/notice';
import type { OrderRequest } from '#domain/order';
import { hasAnythingLeft, openRequestOf } from '#domain/order-status';
import type { OrderPage } from '#server/orders/read-order-page';
import type { Clock } from './clock';
import { orderPath } from './order-path';

type Props = Readonly<{ page: OrderPage; clock: Clock; isShipping?: boolean }>;

/** What the customer asks and nobody has answered, and what they changed before anything left. */
export function RequestNotices({ page, clock, isShipping = false }: Props) {
  const { order } = page;
  const toCancel = openRequestOf(order, 'cancel');
  const notReceived = openRequestOf(order, 'not_received');
  return (
    <>
      {toCancel === null ? null : (
        <Asked
          request={toCancel}
          clock={clock}
          title="The customer asks to cancel this order"
          actions={<CancelAnswers number={order.number} request={toCancel} />}
        >
          {isShipping
            ? 'Shipping it now answers no: the customer is told that it had left.'
            : seenWords(page)}
        </Asked>
      )}
      {notReceived === null || isShipping ? null : (
        <Asked
          request={notReceived}
          clock={clock}
          title="The customer says that it has not arrived"
          actions={
            <ButtonLink href={answerPath(order.number, notReceived)} size="small">
              Answer…
            </ButtonLink>
          }
        />
      )}
      <OwnAddress page={page} clock={clock} />
    </>
  );
}

type AskedProps = Readonly<{
  request: OrderRequest;
  clock: Clock;
  title: string;
  actions: ReactNode;
  children?: ReactNode;
}>;

function Asked({ request, clock, title, actions, children }: AskedProps) {
  return (
    <Notice tone="warn" title={title} actions={actions}>
      <p>
        Asked <Moment at={request.askedAt} {...clock} />
        {request.text === null ? '.' : ': '}
        {request.text === null ? null : (
          <q className="wrap-anywhere whitespace-pre-line">
            <bdi>{request.text}</bdi>
          </q>
        )}
      </p>
      {children ? <p>{children}</p> : null}
    </Notice>
  );
}

type AnswerProps = Readonly<{ number: string; request: OrderRequest }>;

function CancelAnswers({ number, request }: AnswerProps) {
  return (
    <>
      <ButtonLink
        href={orderPath(number, `/requests/${encodeURIComponent(request.id)}/accept`)}
        size="small"
      >
        Cancel the order…
      </ButtonLink>
      <ButtonLink href={answerPath(number, request)} size="small">
        Refuse…
      </ButtonLink>
    </>
  );
}

function answerPath(number: string, { id }: OrderRequest): string {
  return orderPath(number, `/requests/${encodeURIComponent(id)}/answer`);
}

/** What a customer has had the use of already decides many a request. */
function seenWords({ codes, downloads }: OrderPage): string | null {
  const seen = codes.filter(({ status, seenAt }) => status === 'handed_out' && seenAt !== null);
  const taken = downloads.filter(({ failedAt }) => failedAt === null);
  const parts = [
    ...(seen.length > 0
      ? [`${seen.length} ${seen.length === 1 ? 'code was' : 'codes were'} seen`]
      : []),
    ...(taken.length > 0
      ? [`something was downloaded ${taken.length === 1 ? 'once' : `${taken.length} times`}`]
      : []),
  ];
  return parts.length > 0 ? `Of this order ${parts.join(' and ')}.` : null;
}

/** Shown until something leaves, or somebody else corrects it. */
function OwnAddress({ page: { order, history }, clock }: Props) {
  const corrected = history.find(
    ({ event }) => event.type === 'address_corrected' && event.which === 'shipping',
  );
  const isOwn = corrected?.actorKind === 'customer' && !hasAnythingLeft(order);
  if (!corrected || !isOwn || order.cancelledAt !== null) return null;
  return (
    <Notice
      tone="info"
      title={
        <>
          The customer corrected the shipping address <Moment at={corrected.at} {...clock} />
        </>
      }
    >
      A label that you printed before has the old one.
    </Notice>
  );
}
