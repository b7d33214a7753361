'use client';

import { useActionState, useState } from 'react';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { PageGrid } from '#app/_ui/page-grid';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import type { OfflineMethod } from '#domain/vocabulary';
import { type OfflineValues, saveOfflineAction } from './actions';
import { OfflinePreview } from './offline-preview';

type Props = Readonly<{ method: OfflineMethod; saved: OfflineValues; amount: string }>;

export function OfflineForm({ method, saved, amount }: Props) {
  const [{ notice, fields, values }, action] = useActionState(saveOfflineAction, {
    notice: null,
    fields: {},
    values: saved,
  });
  const [instructions, setInstructions] = useState(values.instructions);
  return (
    <PageGrid
      aside={<OfflinePreview method={method} instructions={instructions} amount={amount} />}
    >
      <form action={action} noValidate>
        <input type="hidden" name="method" value={method} />
        <Card>
          <FormStack>
            <Field
              label="Name"
              name="name"
              hint="Staff choose it by this name."
              maxLength={100}
              autoComplete="off"
              defaultValue={values.name}
              error={fields.name}
              width="medium"
              required
            />
            <TextareaField
              label="What the customer is told"
              name="instructions"
              hint="How to pay, to whom, and what happens then. It stands in the message that the order was received, and on the tracking page until the order is paid."
              rows={8}
              maxLength={2000}
              defaultValue={values.instructions}
              onChange={({ currentTarget }) => setInstructions(currentTarget.value)}
              error={fields.instructions}
              optional
            />
            <CheckboxField
              key={String(values.enabled)}
              label="Offer it for new orders"
              name="enabled"
              hint="Orders that were placed with it keep it."
              defaultChecked={values.enabled}
            />
            <FormNotice tone={notice?.tone} className="empty:hidden">
              {notice?.text}
            </FormNotice>
            <FormActions>
              <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
            </FormActions>
          </FormStack>
        </Card>
      </form>
    </PageGrid>
  );
}
