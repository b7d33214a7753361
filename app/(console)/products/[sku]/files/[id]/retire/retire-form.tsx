'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { ConfirmPanel, type Consequence } from '#app/_ui/confirm-panel';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../../../_forms/command-state';
import { productHref } from '../../../../product-address';
import { retireFileAction } from '../../../file-actions';

type Props = Readonly<{ sku: string; id: string; isLast: boolean }>;

export function RetireForm({ sku, id, isLast }: Props) {
  const [{ message }, action] = useActionState(retireFileAction, untouched);
  return (
    <form action={action}>
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="id" value={id} />
      <ConfirmPanel
        title="This is what will happen"
        consequences={[...consequences, ...(isLast ? [lastOne] : [])]}
        actions={
          <>
            <SubmitButton kind="danger" pendingLabel="Retiring…">
              Retire the file
            </SubmitButton>
            <ButtonLink href={productHref(sku)} kind="quiet">
              Leave it
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
    key: 'buyers',
    icon: 'circle-slash',
    tone: 'bad',
    what: 'Nobody can download it any more, not even those who bought it before.',
    detail: 'A download that is under way is finished.',
  },
  {
    key: 'bytes',
    icon: 'undo-2',
    what: 'Nothing is deleted: you can bring it back from the list of retired files.',
  },
];

const lastOne: Consequence = {
  key: 'last',
  icon: 'triangle-alert',
  tone: 'warn',
  what: 'The product has no other file: until you upload one, buyers get nothing.',
};
