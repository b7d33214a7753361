'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../../_forms/command-state';
import { useFocusOnFault } from '../../../../_forms/use-focus-on-fault';
import { giveCodeAction } from '../../_parts/code-actions';

type Props = Readonly<{ number: string; lineId: string; waiting: number; back: string }>;

export function GiveForm({ number, lineId, waiting, back }: Props) {
  const [{ message, fields, values }, action] = useActionState(giveCodeAction, untouched);
  const ref = useFocusOnFault(fields);
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="lineId" value={lineId} />
      <Card>
        <FormStack>
          <p>
            {waiting === 1 ? 'One code is' : `${waiting} codes are`} still owed. The one that you
            type goes to the customer and to nobody else.
          </p>
          <Field
            label="Code"
            name="code"
            maxLength={500}
            autoComplete="off"
            defaultValue={values.code}
            error={fields.code}
            required
          />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Giving…">Give this code</SubmitButton>
            <ButtonLink href={back} kind="quiet">
              Back
            </ButtonLink>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}
