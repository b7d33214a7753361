import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from '#app/_ui/icon';
import { Moment } from '#app/_ui/moment';
import { Money } from '#app/_ui/money';
import { StatusBadge } from '#app/_ui/status-badge';
import { type Column, Table } from '#app/_ui/table';
import type { OrderSummaryView } from '#server/orders/view-order';
import { toneInks } from '../../_ui/tones';
import { nextStep } from './next-step';

type Props = Readonly<{
  orders: readonly OrderSummaryView[];
  isBin: boolean;
  nowMs: number;
  timeZone: string;
  empty: ReactNode;
  /** All are of one customer, whom the page is about. */
  isOfOne?: boolean;
}>;

export function OrdersTable({ orders, isBin, nowMs, timeZone, empty, isOfOne = false }: Props) {
  return (
    <Table
      caption={isBin ? 'Orders in the bin' : 'Orders'}
      rows={orders}
      rowKey={({ number }) => number}
      rowHref={({ number }) => `/orders/${encodeURIComponent(number)}`}
      isFaded={({ status }) => status === 'cancelled'}
      columns={[
        {
          key: 'number',
          header: 'Order',
          cell: ({ number }) => (
            <span
              title={number}
              className={clsx(cut, '@max-[40rem]/table:break-all @min-[40rem]/table:max-w-[11cqi]')}
            >
              {number}
            </span>
          ),
        },
        {
          key: 'placed',
          header: 'Placed',
          narrow: 'end',
          cell: ({ placedAt }) => (
            <span className="whitespace-nowrap text-ink-soft">
              <Moment at={Date.parse(placedAt)} {...{ nowMs, timeZone }} show="short" />
            </span>
          ),
        },
        ...(isOfOne ? [] : [customerColumn]),
        {
          key: 'status',
          header: 'Status',
          narrow: isOfOne ? 'start' : 'bare',
          cell: (order) => <Statuses order={order} isBin={isBin} />,
        },
        ...(isBin ? [] : [nextColumn]),
        {
          key: 'total',
          header: 'Total',
          align: 'end',
          narrow: 'end',
          cell: ({ totals, currency }) => <Money minor={totals.grand} currency={currency} />,
        },
      ]}
      empty={empty}
    />
  );
}

/** One line in a table, whatever somebody typed; cards have the room for all of it. */
const cut = '@min-[40rem]/table:block @min-[40rem]/table:truncate';

const customerColumn: Column<OrderSummaryView> = {
  key: 'customer',
  header: 'Customer',
  narrow: 'start',
  cell: ({ customer }) => (
    <bdi
      title={customer.email}
      className={clsx(cut, '@min-[40rem]/table:max-w-[14cqi] @min-[56rem]/table:max-w-[18cqi]')}
    >
      {customer.name}
    </bdi>
  ),
};

const nextColumn: Column<OrderSummaryView> = {
  key: 'next',
  header: 'To do',
  narrow: 'bare',
  cell: (order) => {
    const step = nextStep(order);
    if (!step) return null;
    return (
      <span className="inline-flex items-center gap-1.5 align-bottom @min-[40rem]/table:min-w-28">
        <Icon
          name={step.icon}
          size={15}
          className={clsx(toneInks[step.tone], '@min-[40rem]/table:@max-[64rem]/table:hidden')}
        />
        <span
          className={clsx(
            '@min-[40rem]/table:@max-[64rem]/table:min-w-22 @min-[40rem]/table:@max-[64rem]/table:whitespace-normal',
            step.tone === 'neutral' && 'text-ink-soft',
          )}
        >
          {step.words}
        </span>
      </span>
    );
  },
};

/** The headline, and the other statuses and flags where they add something to it. */
function Statuses({ order, isBin }: Readonly<{ order: OrderSummaryView; isBin: boolean }>) {
  const { status, paymentStatus, fulfilmentStatus, flags } = order;
  const isPaymentTold = paymentStatus === 'paid' || paymentStatus === 'unpaid';
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 align-bottom">
      <StatusBadge kind="order" value={isBin ? 'deleted' : status} plain />
      {isPaymentTold ? null : <StatusBadge kind="payment" value={paymentStatus} plain />}
      {fulfilmentStatus === 'partly_shipped' ? (
        <StatusBadge kind="fulfilment" value={fulfilmentStatus} plain />
      ) : null}
      {flags
        .filter((flag) => flag !== 'refunded')
        .map((flag) => (
          <StatusBadge key={flag} kind="flag" value={flag} plain />
        ))}
    </span>
  );
}
