import type { Metadata } from 'next';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { Moment } from '#app/_ui/moment';
import { Notice } from '#app/_ui/notice';
import { PageGrid } from '#app/_ui/page-grid';
import { PageHeader } from '#app/_ui/page-header';
import { Pager } from '#app/_ui/pager';
import type { CustomerPage } from '#server/customers/read-customer-page';
import { NoteForm } from '../../_forms/note-form';
import { consoleSession } from '../../console-session';
import { AddressLines } from '../../orders/[number]/_parts/address-lines';
import { OrdersTable } from '../../orders/orders-table';
import { readText } from '../../products/product-address';
import { noteCustomerAction } from '../actions';
import { customerHref, type SearchParams } from '../customer-address';
import { SpentMoney } from '../spent-money';
import { ContactCard } from './contact-card';
import { DataCard } from './data-card';
import { LookalikesCard } from './lookalikes-card';
import { readCustomer } from './read-customer';
import { SessionsCard } from './sessions-card';

export const metadata: Metadata = { title: 'Customer' };

type Props = Readonly<{
  params: Promise<Readonly<{ id: string }>>;
  searchParams: Promise<SearchParams>;
}>;

export default async function CustomerRoute({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = await searchParams;
  const { shop, caller, nowMs } = await consoleSession(customerHref(id));
  const page = await readCustomer(id, readText(asked.cursor, 1000));
  const { timeZone } = shop;
  const isErased = page.customer.erasedAt !== null;
  return (
    <>
      <Header page={page} nowMs={nowMs} timeZone={timeZone} />
      <PageGrid
        aside={
          <>
            {isErased ? null : <ContactCard page={page} />}
            <Addresses page={page} />
            <SessionsCard page={page} {...{ nowMs, timeZone }} />
            {isErased ? null : (
              <Card>
                <NoteForm action={noteCustomerAction} hidden={{ id }} note={page.customer.note} />
              </Card>
            )}
            <DataCard page={page} isOwner={caller.role === 'owner'} {...{ nowMs, timeZone }} />
          </>
        }
      >
        <Done what={asked.done} />
        {isErased ? null : <LookalikesCard page={page} />}
        <Orders page={page} nowMs={nowMs} timeZone={timeZone} />
      </PageGrid>
    </>
  );
}

type PageProps = Readonly<{ page: CustomerPage }>;
type TimedProps = PageProps & Readonly<{ nowMs: number; timeZone: string }>;

function Header({ page: { customer, orderCount, spent }, nowMs, timeZone }: TimedProps) {
  return (
    <PageHeader
      title={<bdi className="wrap-anywhere">{customer.name}</bdi>}
      back={{ href: '/customers', label: 'Customers' }}
      meta={
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span>
            Since <Moment at={customer.createdAt} {...{ nowMs, timeZone }} show="date" />
          </span>
          <span>
            {orderCount.toLocaleString('en')} {orderCount === 1 ? 'order' : 'orders'}
          </span>
          {spent.length > 0 ? (
            <span className="flex items-baseline gap-x-1.5">
              Paid <SpentMoney spent={spent} />
            </span>
          ) : null}
        </span>
      }
    />
  );
}

function Done({ what }: Readonly<{ what: SearchParams[string] }>) {
  const done =
    typeof what === 'string' && Object.hasOwn(doneWords, what) ? doneWords[what] : undefined;
  if (done === undefined) return null;
  return (
    <div role="status">
      <Notice tone="good" title={done.title}>
        {done.words}
      </Notice>
    </div>
  );
}

const doneWords: Readonly<Partial<Record<string, Readonly<{ title: string; words?: string }>>>> = {
  noted: { title: 'The note is saved' },
  merged: { title: 'The two are one customer now' },
  erased: {
    title: 'The personal data is erased',
    words: 'The orders and payments stay, as your books need them.',
  },
  'signed-out': {
    title: 'The customer is signed out everywhere',
    words: 'Links to sign in that were sent before do not work any more.',
  },
};

function Orders({ page: { customer, orders, orderCount }, nowMs, timeZone }: TimedProps) {
  const to = (cursor: string | null) =>
    cursor === null ? undefined : customerHref(customer.id, '', { cursor });
  return (
    <Card
      title="Orders"
      aside={orderCount > 0 ? orderCount.toLocaleString('en') : undefined}
      flush
      footer={
        orders.nextCursor !== null || orders.previousCursor !== null ? (
          <Pager newerHref={to(orders.previousCursor)} olderHref={to(orders.nextCursor)} />
        ) : null
      }
    >
      <OrdersTable
        orders={orders.data}
        isBin={false}
        isOfOne
        nowMs={nowMs}
        timeZone={timeZone}
        empty={<EmptyState title="No orders" />}
      />
    </Card>
  );
}

function Addresses({ page: { addresses } }: PageProps) {
  if (addresses.length === 0) return null;
  return (
    <Card title={addresses.length === 1 ? 'Address' : 'Addresses'}>
      <ul className="grid gap-3">
        {addresses.map((address) => (
          <li
            key={JSON.stringify(address)}
            className="[&+li]:border-line [&+li]:border-t [&+li]:pt-3"
          >
            <AddressLines address={address} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
