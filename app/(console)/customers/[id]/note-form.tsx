'use client';

import { useActionState } from 'react';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import { untouched } from '../../_forms/command-state';
import { noteCustomerAction } from '../actions';

export function NoteForm({ id, note }: Readonly<{ id: string; note: string | null }>) {
  const [{ message, fields, values }, action] = useActionState(noteCustomerAction, untouched);
  return (
    <form action={action} className="grid gap-2">
      <input type="hidden" name="id" value={id} />
      <TextareaField
        label="Note"
        name="note"
        rows={3}
        maxLength={2000}
        hint="Only staff see it."
        defaultValue={values.note ?? note ?? ''}
        error={fields.note}
      />
      <FormNotice className="empty:hidden">{message}</FormNotice>
      <div>
        <SubmitButton kind="secondary" size="small" pendingLabel="Saving…">
          Save note
        </SubmitButton>
      </div>
    </form>
  );
}
