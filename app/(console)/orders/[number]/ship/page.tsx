import type { Metadata } from 'next';
import { quantityToShip } from '#domain/order-status';
import { today } from '#server/settings/today';
import { dayWords } from '../../../../_ui/day-words';
import { CommandPage } from '../_parts/command-page';
import type { NumberParams } from '../_parts/number-params';
import { readOrder } from '../_parts/read-order';
import { RequestNotices } from '../_parts/request-notices';
import { ShipForm } from './ship-form';

export const metadata: Metadata = { title: 'Ship' };

export default async function ShipPage({ params }: Readonly<{ params: NumberParams }>) {
  const { page, shop, nowMs } = await readOrder(params, '/ship');
  const { order, refusals } = page;
  const day = today(nowMs, shop.timeZone);
  const lines = order.lines
    .map((line) => ({ ...line, left: quantityToShip(order, line) }))
    .filter(({ left }) => left > 0);
  return (
    <CommandPage
      number={order.number}
      title={`Ship order ${order.number}`}
      meta={
        <>
          {order.expectedOn === null ? null : (
            <>The customer expects it on {dayWords(order.expectedOn, day)}. </>
          )}
          {shop.deliveredOnTracking
            ? 'Once everything has left with a tracking number, the order counts as delivered.'
            : 'Once everything has left, the order waits until you mark it delivered.'}
        </>
      }
      refusal={refusals.ship ?? null}
    >
      <div className="mb-4 grid gap-3 empty:hidden">
        <RequestNotices page={page} clock={{ nowMs, timeZone: shop.timeZone }} isShipping />
      </div>
      <ShipForm
        number={order.number}
        version={order.version}
        today={day}
        email={order.customer.email}
        lines={lines.map(({ id, name, sku, left }) => ({ id, name, sku, left }))}
      />
    </CommandPage>
  );
}
