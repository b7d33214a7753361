'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { ConfirmPanel, type Consequence } from '#app/_ui/confirm-panel';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../_forms/command-state';
import { orderPath } from '../_parts/order-path';
import { purgeAction } from './purge-action';

export function PurgeForm({ number }: Readonly<{ number: string }>) {
  const [{ message }, action] = useActionState(purgeAction, untouched);
  return (
    <form action={action}>
      <input type="hidden" name="number" value={number} />
      <ConfirmPanel
        title="This is what will happen"
        consequences={consequences}
        actions={
          <>
            <SubmitButton kind="danger" pendingLabel="Deleting…">
              Delete for good
            </SubmitButton>
            <ButtonLink href={orderPath(number)} kind="quiet">
              Leave it in the bin
            </ButtonLink>
          </>
        }
      >
        <FormNotice className="empty:hidden">{message}</FormNotice>
      </ConfirmPanel>
    </form>
  );
}

const consequences: readonly Consequence[] = [
  {
    key: 'order',
    icon: 'trash-2',
    tone: 'bad',
    what: 'The order is gone for good, with its history, payments, shipments and messages.',
    detail: 'Nobody can bring it back, and its number is never given out again.',
  },
  {
    key: 'ledger',
    icon: 'boxes',
    what: 'Stock, sales and the callbacks of the gateways stay as they are.',
    detail: 'They are the shop’s books.',
  },
];
