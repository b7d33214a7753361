import type { Metadata } from 'next';
import { PageHeader } from '#app/_ui/page-header';
import { countries, countryName } from '#domain/country';
import { api } from '#server/api/caller';
import { currencyChoices } from '#server/settings/shop-choices';
import { consoleSession } from '../../console-session';
import { blankDraft } from './draft';
import { PhoneOrderForm } from './phone-order-form';

export const metadata: Metadata = { title: 'New order' };

export default async function NewOrderPage() {
  const { shop } = await consoleSession('/orders/new');
  const { formKey, methods } = await (await api()).phoneOrders.form({});
  return (
    <>
      <PageHeader title="New order" back={{ href: '/orders', label: 'Orders' }} />
      <PhoneOrderForm
        blank={blankDraft(formKey, shop.currency)}
        currencies={currencyChoices()}
        countries={countryChoices()}
        methods={methods.map(({ method, name }) => ({ value: method, label: name }))}
      />
    </>
  );
}

function countryChoices() {
  return countries
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
