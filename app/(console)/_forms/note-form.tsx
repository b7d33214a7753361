'use client';

import { useActionState } from 'react';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import { type CommandState, untouched } from './command-state';

type Props = Readonly<{
  action: (state: CommandState, form: FormData) => Promise<CommandState>;
  /** Whose note it is: the number of the order, the id of the customer. */
  hidden: Readonly<Record<string, string>>;
  note: string | null;
}>;

export function NoteForm({ action, hidden, note }: Props) {
  const [{ message, fields, values }, send] = useActionState(action, untouched);
  return (
    <form action={send} className="grid gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
