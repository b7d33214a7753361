import { Field } from '#app/_ui/field';
import type { CommandState } from '../../../../_forms/command-state';

export type OfGrant = Readonly<{ number: string; grantId: string }>;

export function ReasonField({ values, fields }: Pick<CommandState, 'values' | 'fields'>) {
  return (
    <Field
      label="Why"
      name="reason"
      maxLength={500}
      autoComplete="off"
      hint="Kept in the history; the customer does not see it."
      defaultValue={values.reason}
      error={fields.reason}
      optional
    />
  );
}
