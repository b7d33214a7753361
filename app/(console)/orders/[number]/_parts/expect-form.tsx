'use client';

import { useActionState } from 'react';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { Disclosure } from '#app/_ui/disclosure';
import { Field } from '#app/_ui/field';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import { untouched } from '../../../_forms/command-state';
import { useFocusOnFault } from '../../../_forms/use-focus-on-fault';
import { expectAction } from './step-actions';

type Props = Readonly<{
  number: string;
  /** YYYY-MM-DD in the shop's time zone, or null. */
  expectedOn: string | null;
  today: string;
  email: string;
  /** The customer of an order that is not paid is told nothing yet. */
  isPaid: boolean;
}>;

/** Behind its name until it is asked for, or until something in it is wrong. */
export function ExpectForm({ number, expectedOn, today, email, isPaid }: Props) {
  const [{ message, fields, values }, action] = useActionState(expectAction, untouched);
  const ref = useFocusOnFault(fields);
  const isSentBefore = values.number !== undefined;
  return (
    <Disclosure
      summary={expectedOn === null ? 'Name the expected day…' : 'Change the day…'}
      open={isSentBefore}
    >
      <form ref={ref} action={action} noValidate className="grid max-w-md gap-3 pb-1">
        <input type="hidden" name="number" value={number} />
        <Field
          label="Expected on"
          name="expectedOn"
          type="date"
          min={today}
          width="medium"
          hint={expectedOn === null ? undefined : 'Leave it empty to take the day away.'}
          defaultValue={values.expectedOn ?? expectedOn ?? ''}
          error={fields.expectedOn}
        />
        {isPaid ? (
          <>
            <TextareaField
              label="Words to the customer"
              name="reason"
              rows={2}
              maxLength={500}
              hint="Why it takes longer. They stand in the e-mail and in the history."
              defaultValue={values.reason}
              error={fields.reason}
              optional
            />
            <CheckboxField
              key={String(isSentBefore && values.notify === undefined)}
              label={`Tell the customer by e-mail, at ${email}`}
              name="notify"
              hint="Only where the day moves to a later one. The customer’s page shows it in any case."
              defaultChecked={!isSentBefore || values.notify !== undefined}
            />
          </>
        ) : (
          <p className="text-ink-soft text-sm">
            The customer’s page shows it once the order is paid. Nobody is told by e-mail.
          </p>
        )}
        <FormNotice className="empty:hidden">{message}</FormNotice>
        <div>
          <SubmitButton kind="secondary" size="small" pendingLabel="Saving…">
            Save the day
          </SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
