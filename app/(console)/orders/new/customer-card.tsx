import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FieldRow, FormStack } from '#app/_ui/form-layout';
import type { FieldFaults } from '#server/errors';
import type { CustomerFound } from '#server/orders/find-customers';
import { LanguageField } from '../../_forms/language-field';
import { lookUp } from './actions';
import type { Draft } from './draft';
import { Finder } from './finder';

type Props = Readonly<{
  base: Draft;
  fields: FieldFaults;
  found: readonly CustomerFound[] | null;
  onPick: (customer: CustomerFound) => void;
}>;

export function CustomerCard({ base: { customer, customerQuery }, fields, found, onPick }: Props) {
  return (
    <Card title="Customer">
      <FormStack>
        <Finder
          id="customer-query"
          name="customerQuery"
          label="Has ordered before?"
          placeholder="Part of a name, e-mail or phone number"
          query={customerQuery}
          found={found}
          search={async (typed) => (await lookUp({ customer: typed })).customers ?? []}
          keyOf={({ id }) => id}
          step="pick"
          onChoose={onPick}
          nothing="Nobody found. Type their details below: they are kept with the order."
        >
          {(item) => <CustomerLine customer={item} />}
        </Finder>
        <FieldRow>
          <Field
            id="customer-name"
            label="Name"
            name="customer.name"
            dir="auto"
            maxLength={200}
            autoComplete="off"
            defaultValue={customer.name}
            error={fields['customer.name']}
            required
          />
          <Field
            label="E-mail address"
            name="customer.email"
            type="email"
            maxLength={254}
            autoComplete="off"
            defaultValue={customer.email}
            error={fields['customer.email']}
            required
          />
          <Field
            label="Phone"
            name="customer.phone"
            type="tel"
            maxLength={60}
            autoComplete="off"
            defaultValue={customer.phone}
            error={fields['customer.phone']}
            optional
          />
        </FieldRow>
        <LanguageField
          name="customer.locale"
          value={customer.locale}
          error={fields['customer.locale']}
        />
      </FormStack>
    </Card>
  );
}

function CustomerLine({ customer }: Readonly<{ customer: CustomerFound }>) {
  const { name, email, phone, orders } = customer;
  return (
    <>
      <span className="min-w-0 break-words">
        <bdi className="font-medium">{name}</bdi> <span className="text-ink-soft">{email}</span>
      </span>
      <span className="text-ink-soft text-sm">
        {phone ? `${phone} · ` : ''}
        {orders === 1 ? '1 order' : `${orders.toLocaleString('en')} orders`}
      </span>
    </>
  );
}
