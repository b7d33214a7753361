'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { RadioGroupField } from '#app/_ui/radio-group-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../../_forms/command-state';
import { useFocusOnFault } from '../../../../_forms/use-focus-on-fault';
import { replaceCodeAction } from '../../_parts/code-actions';

type Props = Readonly<{
  number: string;
  codeId: number;
  lineId: string;
  /** How many codes the pool has left. */
  left: number;
  back: string;
}>;

export function ReplaceForm({ number, codeId, lineId, left, back }: Props) {
  const [{ message, fields, values }, action] = useActionState(replaceCodeAction, untouched);
  const ref = useFocusOnFault(fields);
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="codeId" value={codeId} />
      <input type="hidden" name="lineId" value={lineId} />
      <Card>
        <FormStack>
          <p>The code is burned: nobody gets it again. The customer is told of the new one.</p>
          <RadioGroupField
            label="In its place"
            name="from"
            choices={[poolChoice(left), typedChoice]}
            defaultValue={values.from ?? 'pool'}
          />
          <Field
            label="Code"
            name="code"
            maxLength={500}
            autoComplete="off"
            hint="Only for a code that you type."
            defaultValue={values.code}
            error={fields.code}
            optional
          />
          <Field
            label="Reason"
            name="reason"
            maxLength={500}
            hint="Kept in the history; the customer does not see it."
            defaultValue={values.reason}
            error={fields.reason}
            optional
          />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <FormActions>
            <SubmitButton kind="danger" pendingLabel="Replacing…">
              Replace the code
            </SubmitButton>
            <ButtonLink href={back} kind="quiet">
              Leave it as it is
            </ButtonLink>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}

function poolChoice(left: number) {
  return left > 0
    ? { value: 'pool', label: 'The next one of the pool', hint: `${left} left.` }
    : {
        value: 'pool',
        label: 'The next one that comes in',
        hint: 'The pool is empty: the customer waits until you import codes.',
      };
}

const typedChoice = { value: 'typed', label: 'One that I type' };
