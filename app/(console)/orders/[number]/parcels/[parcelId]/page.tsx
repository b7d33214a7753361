import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CommandPage } from '../../_parts/command-page';
import { parcelTyped } from '../../_parts/parcel-typed';
import { readOrder } from '../../_parts/read-order';
import { TrackingForm } from './tracking-form';

export const metadata: Metadata = { title: 'Correct the tracking' };

type Props = Readonly<{ params: Promise<Readonly<{ number: string; parcelId: string }>> }>;

export default async function ParcelPage({ params }: Props) {
  const { parcelId } = await params;
  const { page } = await readOrder(params, `/parcels/${encodeURIComponent(parcelId)}`);
  const { order, refusals } = page;
  const standing = order.shipments.filter(({ voidedAt }) => voidedAt === null);
  const parcel = standing.flatMap(({ parcels }) => parcels).find(({ id }) => id === parcelId);
  if (!parcel) notFound();
  return (
    <CommandPage
      number={order.number}
      title={`Correct the tracking of order ${order.number}`}
      refusal={refusals.correct_tracking ?? null}
    >
      <TrackingForm
        number={order.number}
        parcelId={parcelId}
        parcel={parcelTyped(parcel)}
        email={order.customer.email}
      />
    </CommandPage>
  );
}
