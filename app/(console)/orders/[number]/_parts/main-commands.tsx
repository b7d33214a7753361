import { ButtonLink } from '#app/_ui/button-link';
import type { OrderFlag } from '#domain/vocabulary';
import type { OrderPage } from '#server/orders/read-order-page';
import { orderPath } from './order-path';
import { deliverAction, reopenAction, restoreAction } from './step-actions';
import { StepButton } from './step-button';

type Props = Readonly<{ page: OrderPage; isOwner: boolean }>;

/** What most orders need next: one or two buttons beside the title. */
export function MainCommands({ page, isOwner }: Props) {
  const { order, permitted, standing } = page;
  const { number } = order;
  const fields = { number };
  if (permitted.includes('restore')) {
    return (
      <>
        {isOwner ? (
          <ButtonLink href={orderPath(number, '/purge')} kind="secondary">
            Delete for good…
          </ButtonLink>
        ) : null}
        <StepButton action={restoreAction} fields={fields} pendingLabel="Restoring…">
          Restore
        </StepButton>
      </>
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
        <ButtonLink
          href={orderPath(number, '/ship')}
          kind={standing.flags.some(isWarning) ? 'secondary' : 'primary'}
          icon="truck"
        >
          {standing.fulfilmentStatus === 'partly_shipped' ? 'Ship the rest' : 'Ship'}
        </ButtonLink>
      ) : null}
      {permitted.includes('pay') ? (
        <ButtonLink href={orderPath(number, '/pay')} kind="primary" icon="wallet">
          Mark paid
        </ButtonLink>
      ) : null}
    </>
  );
}

/** Shipping is possible then, but it is not what comes next. */
function isWarning(flag: OrderFlag): boolean {
  return flag === 'charged_back' || flag === 'on_hold' || flag === 'cancel_requested';
}
