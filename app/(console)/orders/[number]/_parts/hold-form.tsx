'use client';

import { useActionState } from 'react';
import { Field } from '#app/_ui/field';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../_forms/command-state';
import { holdAction } from './step-actions';

export function HoldForm({ number }: Readonly<{ number: string }>) {
  const [{ message, fields, values }, action] = useActionState(holdAction, untouched);
  return (
    <form action={action} className="grid gap-2">
      <input type="hidden" name="number" value={number} />
      <Field
        label="Why it waits"
        name="reason"
        maxLength={500}
        defaultValue={values.reason}
        error={fields.reason}
        optional
      />
      <FormNotice className="empty:hidden">{message}</FormNotice>
      <SubmitButton kind="secondary" pendingLabel="Holding…">
        Put on hold
      </SubmitButton>
    </form>
  );
}
