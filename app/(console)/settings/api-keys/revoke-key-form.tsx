'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { ConfirmPanel } from '#app/_ui/confirm-panel';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { revokeApiKeyAction } from './actions';

type Props = Readonly<{ id: string; name: string }>;

export function RevokeKeyForm({ id, name }: Props) {
  const [fault, action] = useActionState(revokeApiKeyAction, null);
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <ConfirmPanel
        title={`Revoke the key “${name}”?`}
        consequences={[
          {
            key: 'ends',
            icon: 'circle-slash',
            tone: 'bad',
            what: 'Whatever uses it stops working at once.',
            detail: 'It cannot be undone. Make a new key and put it in first where that matters.',
          },
        ]}
        actions={
          <>
            <SubmitButton kind="danger" pendingLabel="Revoking…">
              Revoke this key
            </SubmitButton>
            <ButtonLink href="/settings/api-keys" kind="quiet">
              Keep it
            </ButtonLink>
          </>
        }
      >
        <FormNotice className="empty:-mt-4">{fault?.message}</FormNotice>
      </ConfirmPanel>
    </form>
  );
}
