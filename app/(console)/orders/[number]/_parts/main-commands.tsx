import { ButtonLink } from '#app/_ui/button-link';
import type { OrderPage } from '#server/orders/read-order-page';
import { orderPath } from './order-path';
import { deliverAction, reopenAction, restoreAction } from './step-actions';
import { StepButton } from './step-button';

/** What most orders need next: one or two buttons beside the title. */
export function MainCommands({
  page: { order, permitted, standing },
}: Readonly<{ page: OrderPage }>) {
  const { number } = order;
  const fields = { number };
  const isPaidFirst = permitted.includes('pay');
  if (permitted.includes('restore')) {
    return (
      <StepButton action={restoreAction} fields={fields} pendingLabel="Restoring…">
        Restore
      </StepButton>
    );
  }
  return (
    <>
      {permitted.includes('reopen') ? (
        <StepButton action={reopenAction} fields={fields} pendingLabel="Reopening…">
          Reopen
        </StepButton>
      ) : null}
      {permitted.includes('deliver') ? (
        <StepButton action={deliverAction} fields={fields} pendingLabel="Saving…">
          Mark delivered
        </StepButton>
      ) : null}
      {permitted.includes('ship') ? (
        <ButtonLink href={orderPath(number, '/ship')} kind="primary" icon="truck">
          {standing.fulfilmentStatus === 'partly_shipped' ? 'Ship the rest' : 'Ship'}
        </ButtonLink>
      ) : null}
      {isPaidFirst ? (
        <ButtonLink href={orderPath(number, '/pay')} kind="primary" icon="wallet">
          Mark paid
        </ButtonLink>
      ) : null}
    </>
  );
}
