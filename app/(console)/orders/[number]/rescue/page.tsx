import type { Metadata } from 'next';
import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import { consoleSession } from '../../../console-session';
import { CommandPage } from '../_parts/command-page';
import { type NumberParams, numberIn } from '../_parts/number-params';
import { orderPath } from '../_parts/order-path';
import { RescueForm } from './rescue-form';

export const metadata: Metadata = { title: 'Correct the address and send again' };

export default async function RescuePage({ params }: Readonly<{ params: NumberParams }>) {
  const number = await numberIn(params);
  const { shop, nowMs } = await consoleSession(orderPath(number, '/rescue'));
  const { orders } = await api();
  const form = await orNotFound(orders.rescueForm({ number }));
  return (
    <CommandPage
      number={form.number}
      title="Correct the address and send again"
      meta={`Order ${form.number}, ${form.customer.name}`}
      refusal={null}
    >
      <RescueForm form={form} clock={{ nowMs, timeZone: shop.timeZone }} />
    </CommandPage>
  );
}
