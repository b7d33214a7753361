import { Field } from '#app/_ui/field';
import { FieldRow, FormStack } from '#app/_ui/form-layout';
import { type Choice, SelectField } from '#app/_ui/select-field';
import type { FieldFaults } from '#server/errors';
import type { DraftAddress } from './draft';

type Props = Readonly<{
  which: 'shippingAddress' | 'billingAddress';
  address: DraftAddress;
  fields: FieldFaults;
  countries: readonly Choice[];
}>;

export function AddressFields({ which, address, fields, countries }: Props) {
  const part = (name: keyof DraftAddress) => ({
    name: `${which}.${name}`,
    maxLength: name === 'postalCode' ? 40 : 200,
    dir: 'auto',
    autoComplete: 'off',
    defaultValue: address[name],
    error: fields[`${which}.${name}`],
  });
  return (
    <FormStack>
      <FieldRow>
        <Field label="Name" {...part('name')} placeholder="As above" />
        <Field label="Company" {...part('company')} optional />
      </FieldRow>
      <FieldRow>
        <Field label="Street and number" {...part('line1')} />
        <Field label="Flat, floor, care of" {...part('line2')} optional />
      </FieldRow>
      <FieldRow>
        <Field label="Postal code" {...part('postalCode')} />
        <Field label="City" {...part('city')} />
      </FieldRow>
      <FieldRow>
        <Field label="State or region" {...part('region')} optional />
        <SelectField
          label="Country"
          name={`${which}.country`}
          choices={countries}
          emptyLabel="Choose…"
          defaultValue={address.country}
          error={fields[`${which}.country`]}
        />
      </FieldRow>
    </FormStack>
  );
}
