'use client';

import { useActionState } from 'react';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { RadioGroupField } from '#app/_ui/radio-group-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../../_forms/command-state';
import { useFocusOnFault } from '../../../../_forms/use-focus-on-fault';
import { moveEndAction } from '../../_parts/grant-actions';
import { type OfGrant, ReasonField } from './of-grant';

type Props = OfGrant &
  Readonly<{
    /** The last day (YYYY-MM-DD); null where there is no end. */
    until: string | null;
    firstDay: string;
  }>;

export function MoveEndForm({ number, grantId, until, firstDay }: Props) {
  const [{ message, fields, values }, action] = useActionState(moveEndAction, untouched);
  const ref = useFocusOnFault(fields);
  const end = values.end ?? (until === null ? 'none' : 'day');
  return (
    <form ref={ref} action={action} noValidate className="group/end">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="grantId" value={grantId} />
      <Card title="Change the end">
        <FormStack>
          <RadioGroupField
            key={end}
            label="They can be used"
            name="end"
            choices={ends}
            defaultValue={end}
          />
          <Field
            label="Last day"
            name="until"
            type="date"
            width="medium"
            className="group-has-[[value=none]:checked]/end:hidden"
            min={firstDay}
            defaultValue={values.until ?? until ?? ''}
            error={fields.until}
          />
          <ReasonField values={values} fields={fields} />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <div>
            <SubmitButton pendingLabel="Saving…">Save the end</SubmitButton>
          </div>
        </FormStack>
      </Card>
    </form>
  );
}

const ends = [
  { value: 'day', label: 'Until a day' },
  { value: 'none', label: 'Without an end' },
];
