import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CommandPage } from '../../_parts/command-page';
import { orderPath } from '../../_parts/order-path';
import { readOrder } from '../../_parts/read-order';
import { GiveForm } from './give-form';

export const metadata: Metadata = { title: 'Give a code by hand' };

type Params = Promise<Readonly<{ number: string; lineId: string }>>;

export default async function GiveCodePage({ params }: Readonly<{ params: Params }>) {
  const { lineId } = await params;
  const { page } = await readOrder(params, `/give-code/${encodeURIComponent(lineId)}`);
  const { order } = page;
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) notFound();
  return (
    <CommandPage
      number={order.number}
      title="Give a code by hand"
      meta={`Order ${order.number}, ${line.name}`}
      refusal={line.codesWaiting > 0 ? null : nothingMissing}
    >
      <GiveForm
        number={order.number}
        lineId={line.id}
        waiting={line.codesWaiting}
        back={orderPath(order.number)}
      />
    </CommandPage>
  );
}

const nothingMissing = {
  reason: 'No code is missing in this line.',
  remedy: 'One that does not work can be replaced on the page of the order.',
};
