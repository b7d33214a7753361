import { ButtonLink } from '#app/_ui/button-link';
import { Notice } from '#app/_ui/notice';
import { statusWord } from '#app/_ui/status-words';
import type { OrderMessage } from '#server/orders/order-messages';
import type { OrderPage } from '#server/orders/read-order-page';
import { setMailAsideAction, stopMailAction } from './mail-actions';
import { orderPath } from './order-path';
import { StepButton } from './step-button';

type Props = Readonly<{ page: OrderPage }>;

/** What the customer is about to be told, while that can still be stopped. */
export function LeavingMail({ page, nowMs }: Props & Readonly<{ nowMs: number }>) {
  const { leaving, order } = page;
  if (leaving.length === 0) return null;
  const leavesAt = Math.min(...leaving.map(({ nextAttemptAt }) => nextAttemptAt));
  const seconds = Math.max(1, Math.ceil((leavesAt - nowMs) / 1000));
  return (
    <Notice
      title={`The customer is told in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`}
      actions={
        <StepButton
          action={stopMailAction}
          fields={{ number: order.number, ids: idsOf(leaving) }}
          pendingLabel="Stopping…"
          kind="secondary"
        >
          Don’t send
        </StepButton>
      }
    >
      {templateWords(leaving)} <span className="wrap-anywhere">to {recipientsOf(leaving)}</span>
    </Notice>
  );
}

/** What came back, and the step that mends it. */
export function MissedMail({ page }: Props) {
  const { missed, order, permitted } = page;
  if (missed.length === 0 || !permitted.includes('correct_contact')) return null;
  const cameBack = missed.some(({ delivery }) => delivery === 'bounced');
  const isCorrected = missed.every(({ recipient }) => recipient !== order.customer.email);
  return (
    <Notice
      tone="bad"
      title={
        <span className="wrap-anywhere">
          Mail to {recipientsOf(missed)} {cameBack ? 'came back' : 'could not be sent'}
        </span>
      }
      actions={
        <>
          <ButtonLink href={orderPath(order.number, '/rescue')} kind="primary">
            {isCorrected ? 'Send again' : 'Correct the address and send again'}
          </ButtonLink>
          <StepButton
            action={setMailAsideAction}
            fields={{ number: order.number, ids: idsOf(missed) }}
            pendingLabel="Saving…"
            kind="quiet"
          >
            Leave it
          </StepButton>
        </>
      }
    >
      <p>The customer has not got {templateWords(missed)}.</p>
      {reasonsOf(missed).map((reason) => (
        <p key={reason} className="wrap-anywhere">
          {reason}
        </p>
      ))}
      {isCorrected ? <p>The address of the order has been corrected since.</p> : null}
    </Notice>
  );
}

function idsOf(messages: readonly OrderMessage[]): string {
  return messages.map(({ id }) => id).join(' ');
}

function templateWords(messages: readonly OrderMessage[]): string {
  const words = messages.map(({ template }) => `“${statusWord('template', template).word}”`);
  return new Intl.ListFormat('en-GB').format(new Set(words));
}

function recipientsOf(messages: readonly OrderMessage[]): string {
  return new Intl.ListFormat('en-GB').format(new Set(messages.map(({ recipient }) => recipient)));
}

function reasonsOf(messages: readonly OrderMessage[]): readonly string[] {
  const reasons = messages.map(({ deliveryDetail, lastError }) => deliveryDetail ?? lastError);
  return [...new Set(reasons)].filter((reason) => reason !== null);
}
