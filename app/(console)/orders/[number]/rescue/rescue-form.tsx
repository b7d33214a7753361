'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import type { RescueForm as Rescue } from '#server/orders/read-rescue-form';
import { untouched } from '../../../_forms/command-state';
import { useFocusOnFault } from '../../../_forms/use-focus-on-fault';
import type { Clock } from '../_parts/clock';
import { orderPath } from '../_parts/order-path';
import { MissedList } from './missed-list';
import { rescueAction } from './rescue-action';

type Props = Readonly<{ form: Rescue; clock: Clock }>;

export function RescueForm({ form: { number, version, customer, missed, others }, clock }: Props) {
  const [{ message, fields, values }, action] = useActionState(rescueAction, untouched);
  const ref = useFocusOnFault(fields);
  const isSentBefore = values.number !== undefined;
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value={version} />
      <Card>
        <FormStack>
          <MissedList missed={missed} clock={clock} />
          <Field
            label="E-mail address"
            name="email"
            type="email"
            maxLength={254}
            autoComplete="off"
            defaultValue={values.email ?? customer.email}
            error={fields.email}
            required
          />
          {others.length === 0 ? null : (
            <CheckboxField
              label={othersWords(others)}
              name="withOthers"
              hint={
                others.length === 1
                  ? 'It has the same address. What was missed of it is sent again too.'
                  : 'They have the same address. What was missed of them is sent again too.'
              }
              defaultChecked={!isSentBefore || values.withOthers !== undefined}
            />
          )}
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Sending…">
              {missed.length === 0 ? 'Correct the address' : 'Correct and send again'}
            </SubmitButton>
            <ButtonLink href={orderPath(number)} kind="quiet">
              Back
            </ButtonLink>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}

const namedMax = 5;

function othersWords(others: readonly string[]): string {
  const named = others.slice(0, namedMax).join(', ');
  const more = others.length > namedMax ? ` and ${others.length - namedMax} more` : '';
  return others.length === 1 ? `Also for order ${named}` : `Also for orders ${named}${more}`;
}
