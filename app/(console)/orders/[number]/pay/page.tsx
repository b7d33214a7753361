import type { Metadata } from 'next';
import { formatDecimal, formatMoney } from '#domain/money';
import { offlineMethods } from '#domain/vocabulary';
import { CommandPage } from '../_parts/command-page';
import type { NumberParams } from '../_parts/number-params';
import { readOrder } from '../_parts/read-order';
import { PayForm } from './pay-form';

export const metadata: Metadata = { title: 'Mark paid' };

export default async function PayPage({ params }: Readonly<{ params: NumberParams }>) {
  const { page } = await readOrder(params, '/pay');
  const { order, dueMinor, refusals } = page;
  const wish = offlineMethods.find((method) => method === order.paymentMethod);
  return (
    <CommandPage
      number={order.number}
      title={`Mark order ${order.number} paid`}
      meta="Once all of it is paid, stock falls, sales rise, codes and downloads go out, and the customer is told."
      refusal={refusals.pay ?? null}
    >
      <PayForm
        number={order.number}
        version={order.version}
        currency={order.currency}
        due={formatDecimal(dueMinor, order.currency)}
        dueWords={formatMoney(dueMinor, order.currency)}
        method={wish ?? ''}
      />
    </CommandPage>
  );
}
