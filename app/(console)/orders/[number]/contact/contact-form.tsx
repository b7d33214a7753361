'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { FieldRow, FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import type { Customer } from '#domain/order';
import { untouched } from '../../../_forms/command-state';
import { LanguageField } from '../../../_forms/language-field';
import { useFocusOnFault } from '../../../_forms/use-focus-on-fault';
import { contactAction } from '../_parts/correction-actions';
import { orderPath } from '../_parts/order-path';

type Props = Readonly<{ number: string; customer: Customer }>;

export function ContactForm({ number, customer }: Props) {
  const [{ message, fields, values }, action] = useActionState(contactAction, untouched);
  const ref = useFocusOnFault(fields);
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <Card>
        <FormStack>
          <Field
            label="Name"
            name="name"
            maxLength={200}
            autoComplete="off"
            defaultValue={values.name ?? customer.name}
            error={fields.name}
            required
          />
          <Field
            label="E-mail address"
            name="email"
            type="email"
            maxLength={254}
            autoComplete="off"
            hint="Messages that have not left yet go to the new address."
            defaultValue={values.email ?? customer.email}
            error={fields.email}
            required
          />
          <CheckboxField
            label="Replace the link to the customer’s page"
            name="renewLink"
            hint="For an old address that is somebody else’s: the messages sent there open nothing any more, and the new link goes to the new address."
            defaultChecked={values.renewLink !== undefined}
          />
          <FieldRow>
            <Field
              label="Phone"
              name="phone"
              type="tel"
              maxLength={60}
              autoComplete="off"
              defaultValue={values.phone ?? customer.phone ?? ''}
              error={fields.phone}
              optional
            />
            <LanguageField
              name="locale"
              value={values.locale ?? customer.locale ?? ''}
              error={fields.locale}
            />
          </FieldRow>
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
            <ButtonLink href={orderPath(number)} kind="quiet">
              Back
            </ButtonLink>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}
