'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { ConfirmPanel, type Consequence } from '#app/_ui/confirm-panel';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../_forms/command-state';
import { eraseCustomerAction } from '../../actions';
import { customerHref } from '../../customer-address';

export function EraseForm({ id, name }: Readonly<{ id: string; name: string }>) {
  const [{ message }, action] = useActionState(eraseCustomerAction, untouched);
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <ConfirmPanel
        title={
          <span className="wrap-anywhere">
            Erase what you keep about <bdi>{name}</bdi>?
          </span>
        }
        consequences={consequences}
        actions={
          <>
            <SubmitButton kind="danger" pendingLabel="Erasing…">
              Erase for good
            </SubmitButton>
            <ButtonLink href={customerHref(id)} kind="quiet">
              Keep it
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
    key: 'person',
    icon: 'eye-off',
    tone: 'bad',
    what: 'Name, e-mail, phone, addresses, notes, card digits and tracking numbers are gone for good.',
    detail: 'So are the messages that were sent, and what the gateways sent about these orders.',
  },
  {
    key: 'link',
    icon: 'link',
    what: 'The links to their tracking pages stop working, and with them codes and downloads.',
  },
  {
    key: 'bin',
    icon: 'trash-2',
    what: 'Their orders in the bin are deleted for good.',
  },
  {
    key: 'books',
    icon: 'landmark',
    what: 'What was sold and paid, when, and to which country stays.',
    detail: 'Your books need it. Backups that you made before still hold everything.',
  },
];
