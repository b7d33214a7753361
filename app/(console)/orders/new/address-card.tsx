import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import type { Choice } from '#app/_ui/select-field';
import type { FieldFaults } from '#server/errors';
import { AddressFields } from './address-fields';
import type { Draft } from './draft';

type Props = Readonly<{ base: Draft; fields: FieldFaults; countries: readonly Choice[] }>;

/** The billing address hides by the state of its checkbox, so it needs no script. */
export function AddressCard({ base, fields, countries }: Props) {
  const { shippingAddress, billingAddress, isBillingSame } = base;
  return (
    <Card title="Shipping address" aside="Leave it empty where nothing is shipped.">
      <AddressFields which="shippingAddress" address={shippingAddress} {...{ fields, countries }} />
      <CheckboxField
        className="mt-4"
        label="The billing address is the same"
        name="isBillingSame"
        defaultChecked={isBillingSame}
      />
      <fieldset className="mt-4 border-line border-t pt-4 group-has-[[name=isBillingSame]:checked]/order:hidden">
        <legend className="sr-only">Billing address</legend>
        <p aria-hidden className="mb-3 font-semibold">
          Billing address
        </p>
        <AddressFields which="billingAddress" address={billingAddress} {...{ fields, countries }} />
      </fieldset>
    </Card>
  );
}
