import type { Metadata } from 'next';
import { api } from '#server/api/caller';
import { settingsOnly } from '../settings-only';
import { DeliveryForm } from './delivery-form';

export const metadata: Metadata = { title: 'Delivery times' };

export default async function DeliveryPage() {
  await settingsOnly();
  const { times, unlisted } = await (await api()).settings.deliveryTimes();
  return (
    <DeliveryForm
      saved={{
        rows: times.methods.map(({ method, days }) => ({ method, days: String(days) })),
        others: times.others === null ? '' : String(times.others),
      }}
      unlisted={unlisted}
    />
  );
}
