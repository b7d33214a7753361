import type { ReactNode } from 'react';
import { Moment } from '#app/_ui/moment';
import { Table } from '#app/_ui/table';
import type { CustomerSummary } from '#server/customers/list-customers';
import { customerHref } from './customer-address';
import { SpentMoney } from './spent-money';

type Props = Readonly<{
  customers: readonly CustomerSummary[];
  nowMs: number;
  timeZone: string;
  empty: ReactNode;
}>;

export function CustomersTable({ customers, nowMs, timeZone, empty }: Props) {
  return (
    <Table
      caption="Customers, the newest first"
      rows={customers}
      rowKey={({ id }) => id}
      rowHref={({ id }) => customerHref(id)}
      isFaded={({ isErased }) => isErased}
      empty={empty}
      columns={[
        {
          key: 'name',
          header: 'Name',
          grow: true,
          cell: ({ name }) => <bdi className="wrap-anywhere">{name}</bdi>,
        },
        {
          key: 'email',
          header: 'E-mail',
          narrow: 'start',
          cell: ({ email, isErased }) => (
            <span
              title={isErased ? undefined : email}
              className="text-ink-soft @max-[40rem]/table:break-all @min-[40rem]/table:block @min-[40rem]/table:max-w-[28cqi] @min-[40rem]/table:truncate"
            >
              {isErased ? '–' : email}
            </span>
          ),
        },
        {
          key: 'last',
          header: 'Last order',
          narrow: 'end',
          cell: ({ lastOrderAt }) => (
            <span className="whitespace-nowrap text-ink-soft">
              {lastOrderAt === null ? (
                'None'
              ) : (
                <Moment at={lastOrderAt} {...{ nowMs, timeZone }} show="short" />
              )}
            </span>
          ),
        },
        {
          key: 'orders',
          header: 'Orders',
          align: 'end',
          narrow: 'hide',
          cell: ({ orders }) => orders.toLocaleString('en'),
        },
        {
          key: 'spent',
          header: 'Paid',
          align: 'end',
          narrow: 'end',
          cell: ({ spent }) => <SpentMoney spent={spent} />,
        },
      ]}
    />
  );
}
