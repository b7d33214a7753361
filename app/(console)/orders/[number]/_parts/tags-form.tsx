'use client';

import { useActionState } from 'react';
import { Field } from '#app/_ui/field';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../_forms/command-state';
import { tagAction } from './step-actions';

export function TagsForm({ number, tags }: Readonly<{ number: string; tags: string }>) {
  const [{ message, fields, values }, action] = useActionState(tagAction, untouched);
  return (
    <form action={action} className="grid gap-2">
      <input type="hidden" name="number" value={number} />
      <Field
        label="Tags"
        name="tags"
        hint="Separate them by commas."
        autoComplete="off"
        defaultValue={values.tags ?? tags}
        error={Object.values(fields)[0]}
      />
      <FormNotice className="empty:hidden">{message}</FormNotice>
      <div>
        <SubmitButton kind="secondary" size="small" pendingLabel="Saving…">
          Save tags
        </SubmitButton>
      </div>
    </form>
  );
}
