'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { ConfirmPanel } from '#app/_ui/confirm-panel';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../_forms/command-state';
import { mergeCustomersAction } from '../../actions';
import { customerHref } from '../../customer-address';

type Person = Readonly<{ id: string; name: string; email: string }>;

/** `merge` goes into `keep`; the other way round is one click away. */
export function MergeForm({ keep, merge }: Readonly<{ keep: Person; merge: Person }>) {
  const [{ message }, action] = useActionState(mergeCustomersAction, untouched);
  return (
    <form action={action}>
      <input type="hidden" name="keepId" value={keep.id} />
      <input type="hidden" name="mergeId" value={merge.id} />
      <ConfirmPanel
        title={
          <span className="wrap-anywhere">
            Merge <bdi>{merge.email}</bdi> into <bdi>{keep.email}</bdi>?
          </span>
        }
        lead="This cannot be taken back."
        consequences={[
          {
            key: 'keep',
            icon: 'user',
            what: (
              <span className="wrap-anywhere">
                <bdi>{keep.name}</bdi>, {keep.email}, stays.
              </span>
            ),
            detail: 'New orders from either e-mail address belong to this customer.',
          },
          {
            key: 'orders',
            icon: 'receipt-text',
            what: 'All orders, addresses and notes of both stand on one page.',
            detail: 'What is written on the orders themselves does not change.',
          },
        ]}
        actions={
          <>
            <SubmitButton pendingLabel="Merging…">Merge</SubmitButton>
            <ButtonLink href={customerHref(merge.id, '/merge', { with: keep.id })}>
              The other way round
            </ButtonLink>
            <ButtonLink href={customerHref(keep.id)} kind="quiet">
              Leave them as they are
            </ButtonLink>
          </>
        }
      >
        <FormNotice className="empty:hidden">{message}</FormNotice>
      </ConfirmPanel>
    </form>
  );
}
