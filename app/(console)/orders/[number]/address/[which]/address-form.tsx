'use client';

import { useActionState } from 'react';
import { Button } from '#app/_ui/button';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FieldRow, FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { type Choice, SelectField } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import type { Address } from '#domain/address';
import { untouched } from '../../../../_forms/command-state';
import { useFocusOnFault } from '../../../../_forms/use-focus-on-fault';
import { addressAction } from '../../_parts/correction-actions';
import { orderPath } from '../../_parts/order-path';

type Props = Readonly<{
  number: string;
  which: 'billing' | 'shipping';
  address: Address | null;
  countries: readonly Choice[];
}>;

export function AddressForm({ number, which, address, countries }: Props) {
  const [{ message, fields, values }, action] = useActionState(addressAction, untouched);
  const ref = useFocusOnFault(fields);
  const field = (name: Exclude<keyof Address, 'country'>) => ({
    name,
    maxLength: name === 'postalCode' ? 40 : 200,
    autoComplete: 'off',
    defaultValue: values[name] ?? address?.[name] ?? '',
    error: fields[name],
  });
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="which" value={which} />
      <Card>
        <FormStack>
          <FieldRow>
            <Field label="Name" {...field('name')} required />
            <Field label="Company" {...field('company')} optional />
          </FieldRow>
          <Field label="Street and number" {...field('line1')} required />
          <Field label="Flat, floor, care of" {...field('line2')} optional />
          <FieldRow>
            <Field label="Postal code" {...field('postalCode')} optional />
            <Field label="City" {...field('city')} required />
          </FieldRow>
          <FieldRow>
            <Field label="State or region" {...field('region')} optional />
            <SelectField
              label="Country"
              name="country"
              emptyLabel="Choose…"
              choices={countries}
              defaultValue={values.country ?? address?.country ?? ''}
              error={fields.country}
              required
            />
          </FieldRow>
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
            <ButtonLink href={orderPath(number)} kind="quiet">
              Back
            </ButtonLink>
            {address === null ? null : (
              <span className="ms-auto">
                <Button kind="quiet" name="intent" value="remove">
                  Remove this address
                </Button>
              </span>
            )}
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}
