import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { PageHeader } from '#app/_ui/page-header';
import { Pager } from '#app/_ui/pager';
import { Tabs } from '#app/_ui/tabs';
import { type OrderStatus, orderStatuses } from '#domain/vocabulary';
import { api } from '#server/api/caller';
import type { OrderListPage } from '#server/orders/read-order-list';
import { consoleSession } from '../console-session';
import { FirstSteps } from './first-steps';
import {
  isNarrowed,
  type ListAddress,
  listHref,
  readListAddress,
  type SearchParams,
} from './list-address';
import { NothingFound } from './nothing-found';
import { nothing, OrderFilters } from './order-filters';
import { OrdersTable } from './orders-table';
import { Today } from './today';

export const metadata: Metadata = { title: 'Orders' };

type Props = Readonly<{ searchParams: Promise<SearchParams> }>;

export default async function OrdersPage({ searchParams }: Props) {
  const address = readListAddress(await searchParams);
  const { shop, counts, nowMs } = await consoleSession(listHref(address, address));
  const list = await browse(address);
  if (list.exactNumber !== null && isOnlySearched(address)) {
    redirect(`/orders/${encodeURIComponent(list.exactNumber)}`);
  }
  const isShopEmpty = Object.values(list.counts).every((count) => count === 0);
  if (isShopEmpty && !isNarrowed(address)) return <FirstSteps shopName={shop.name} />;
  const isBin = address.status === 'deleted';
  return (
    <>
      <PageHeader
        title="Orders"
        actions={
          <ButtonLink href="/orders/new" kind="primary" icon="plus">
            New order
          </ButtonLink>
        }
      />
      <Today list={list} waiting={counts} />
      <Card
        flush
        footer={list.data.length > 0 ? <Pages address={address} list={list} /> : undefined}
      >
        <div className="pt-1">
          <Tabs label="Orders by status" tabs={tabsOf(address, list.counts)} />
        </div>
        <OrderFilters address={address} />
        <div className="border-line border-t">
          <OrdersTable
            orders={list.data}
            isBin={isBin}
            nowMs={nowMs}
            timeZone={shop.timeZone}
            empty={<NothingFound address={address} />}
          />
        </div>
      </Card>
    </>
  );
}

const pageLength = 25;

/** A cursor from another sorting, or one that somebody made up, leads to the first page. */
async function browse(address: ListAddress): Promise<OrderListPage> {
  const { payment, fulfilment, from, to, ...rest } = address;
  const asked = {
    ...rest,
    ...{ paymentStatus: payment, fulfilmentStatus: fulfilment, placedFrom: from, placedTo: to },
    limit: pageLength,
  } as const;
  const { orders } = await api();
  try {
    return await orders.browse(asked);
  } catch (error) {
    if (address.cursor === undefined) throw error;
    redirect(listHref(address));
  }
}

/** A number typed and Enter, in whatever tab: no filter asks for a list. */
function isOnlySearched({ q, status, sort, ...filters }: ListAddress): boolean {
  const isFiltered = Object.values(filters).some((part) => part !== undefined);
  return q !== undefined && status !== 'deleted' && !isFiltered;
}

function tabsOf(address: ListAddress, counts: OrderListPage['counts']) {
  const all = orderStatuses.reduce((sum, status) => sum + counts[status], 0);
  const tab = (status: ListAddress['status'], label: string, count: number) => ({
    href: listHref({ ...nothing, status }),
    label,
    count,
    active: address.status === status,
  });
  return [
    tab(undefined, 'All', all),
    ...orderStatuses.map((status) => tab(status, tabLabels[status], counts[status])),
    tab('deleted', 'Bin', counts.deleted),
  ];
}

const tabLabels = {
  pending: 'To be paid',
  paid: 'To ship',
  shipped: 'Shipped',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
} as const satisfies Record<OrderStatus, string>;

function Pages({ address, list }: Readonly<{ address: ListAddress; list: OrderListPage }>) {
  const { nextCursor, previousCursor, data } = list;
  const isByTotal = address.sort.endsWith('total');
  const isOldestFirst = address.sort === 'placedAt';
  return (
    <Pager
      newerHref={
        previousCursor === null ? undefined : listHref(address, { cursor: previousCursor })
      }
      olderHref={nextCursor === null ? undefined : listHref(address, { cursor: nextCursor })}
      words={isByTotal ? ['Back', 'Next'] : isOldestFirst ? ['Older', 'Newer'] : undefined}
    >
      {`${data.length} ${data.length === 1 ? 'order' : 'orders'} shown`}
    </Pager>
  );
}
