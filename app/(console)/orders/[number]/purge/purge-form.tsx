import type { Consequence } from '#app/_ui/confirm-panel';
import { ConfirmForm } from '../../../_forms/confirm-form';
import { orderPath } from '../_parts/order-path';
import { purgeAction } from './purge-action';

export function PurgeForm({ number }: Readonly<{ number: string }>) {
  return (
    <ConfirmForm
      action={purgeAction}
      hidden={{ number }}
      consequences={consequences}
      button={{ label: 'Delete for good', pending: 'Deleting…', kind: 'danger' }}
      back={{ href: orderPath(number), label: 'Leave it in the bin' }}
    />
  );
}

const consequences: readonly Consequence[] = [
  {
    key: 'order',
    icon: 'trash-2',
    tone: 'bad',
    what: 'The order is gone for good, with its history, payments, shipments and messages.',
    detail: 'Nobody can bring it back, and its number is never given out again.',
  },
  {
    key: 'ledger',
    icon: 'boxes',
    what: 'Stock, sales and the callbacks of the gateways stay as they are.',
    detail: 'They are the shop’s books.',
  },
];
