'use client';

import { useActionState } from 'react';
import { Card } from '#app/_ui/card';
import { FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../../_forms/command-state';
import { restoreGrantAction, revokeGrantAction } from '../../_parts/grant-actions';
import { type OfGrant, ReasonField } from './of-grant';

export function RevokeGrantForm({ number, grantId }: OfGrant) {
  const [{ message, fields, values }, action] = useActionState(revokeGrantAction, untouched);
  return (
    <form action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="grantId" value={grantId} />
      <Card title="Revoke">
        <FormStack>
          <p className="text-ink-soft">
            The files leave the customer’s page, and downloads that have begun stop. You can give
            them back later.
          </p>
          <ReasonField values={values} fields={fields} />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <div>
            <SubmitButton kind="danger" pendingLabel="Revoking…">
              Revoke the downloads
            </SubmitButton>
          </div>
        </FormStack>
      </Card>
    </form>
  );
}

export function RestoreGrantForm({ number, grantId }: OfGrant) {
  const [{ message, fields, values }, action] = useActionState(restoreGrantAction, untouched);
  return (
    <form action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="grantId" value={grantId} />
      <Card title="These downloads are revoked">
        <FormStack>
          <p className="text-ink-soft">
            The customer gets them back as they were, with what is left of them.
          </p>
          <ReasonField values={values} fields={fields} />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <div>
            <SubmitButton pendingLabel="Giving back…">Give the downloads back</SubmitButton>
          </div>
        </FormStack>
      </Card>
    </form>
  );
}
