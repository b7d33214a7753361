import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { countries, countryName } from '#domain/country';
import { CommandPage } from '../../_parts/command-page';
import { readOrder } from '../../_parts/read-order';
import { AddressForm } from './address-form';

export const metadata: Metadata = { title: 'Correct an address' };

type Props = Readonly<{ params: Promise<Readonly<{ number: string; which: string }>> }>;

export default async function AddressPage({ params }: Props) {
  const { which } = await params;
  if (which !== 'billing' && which !== 'shipping') notFound();
  const { page } = await readOrder(params, `/address/${which}`);
  const { order, refusals } = page;
  return (
    <CommandPage
      number={order.number}
      title={`Correct the ${which} address of order ${order.number}`}
      meta="Changes this order only."
      refusal={refusals.correct_address ?? null}
    >
      <AddressForm
        number={order.number}
        which={which}
        address={which === 'billing' ? order.billingAddress : order.shippingAddress}
        countries={countryChoices}
      />
    </CommandPage>
  );
}

const countryChoices = countries
  .map((code) => ({ value: code, label: countryName(code) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));
