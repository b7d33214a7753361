'use client';

import { useActionState } from 'react';
import { Field } from '#app/_ui/field';
import { FormNotice } from '#app/_ui/form-notice';
import { SelectField } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { adjustStockAction } from '../actions';
import { useFaultFocus } from '../use-fault-focus';

export function AdjustStockForm({ sku }: Readonly<{ sku: string }>) {
  const [{ notice, fields, values }, action] = useActionState(adjustStockAction, {
    notice: null,
    fields: {},
    values: { way: 'add', pieces: '', reason: '' },
  });
  const form = useFaultFocus(fields);
  return (
    <form ref={form} action={action} noValidate className="grid gap-3">
      <input type="hidden" name="sku" value={sku} />
      <div className="grid items-start gap-3 sm:grid-cols-[9rem_6rem_minmax(0,1fr)]">
        <SelectField label="Change" name="way" choices={ways} defaultValue={values.way} />
        <Field
          label="Pieces"
          name="pieces"
          type="number"
          maxLength={16}
          defaultValue={values.pieces}
          error={fields.pieces}
          required
        />
        <Field
          label="Reason"
          name="reason"
          placeholder="Delivery, damage, counted…"
          maxLength={200}
          defaultValue={values.reason}
          error={fields.reason}
          required
        />
      </div>
      <FormNotice tone={notice?.tone} className="empty:hidden">
        {notice?.text}
      </FormNotice>
      <div>
        <SubmitButton kind="secondary" pendingLabel="Changing…">
          Change stock
        </SubmitButton>
      </div>
    </form>
  );
}

const ways = [
  { value: 'add', label: 'Add' },
  { value: 'take', label: 'Take away' },
  { value: 'set', label: 'Set to' },
];
