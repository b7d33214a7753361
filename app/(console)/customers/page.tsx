import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { FilterBar } from '#app/_ui/filter-bar';
import { PageHeader } from '#app/_ui/page-header';
import { Pager } from '#app/_ui/pager';
import { api } from '#server/api/caller';
import type { CustomerSummary } from '#server/customers/list-customers';
import type { Page } from '#server/keyset';
import { consoleSession } from '../console-session';
import { type ListAddress, listHref, readListAddress, type SearchParams } from './customer-address';
import { CustomersTable } from './customers-table';

export const metadata: Metadata = { title: 'Customers' };

type Props = Readonly<{ searchParams: Promise<SearchParams> }>;

export default async function CustomersPage({ searchParams }: Props) {
  const address = readListAddress(await searchParams);
  const { shop, nowMs } = await consoleSession(listHref(address));
  const list = await browse(address);
  const { q } = address;
  return (
    <>
      <PageHeader title="Customers" />
      <Card flush footer={list.data.length > 0 ? <Pages address={address} list={list} /> : null}>
        <FilterBar
          action="/customers"
          search={{
            value: q,
            label: 'Search customers',
            placeholder: 'Name, e-mail, phone, address, order number',
          }}
          chips={q ? [{ label: `“${q}”`, removeHref: listHref({}) }] : []}
        />
        <div className="border-line border-t">
          <CustomersTable
            customers={list.data}
            nowMs={nowMs}
            timeZone={shop.timeZone}
            empty={<Nothing q={q} />}
          />
        </div>
      </Card>
    </>
  );
}

/** A cursor that somebody made up leads to the first page. */
async function browse(address: ListAddress): Promise<Page<CustomerSummary>> {
  const { customers } = await api();
  try {
    return await customers.list(address);
  } catch (error) {
    if (address.cursor === undefined) throw error;
    redirect(listHref({ q: address.q }));
  }
}

function Nothing({ q }: Readonly<{ q: string | undefined }>) {
  if (q === undefined) {
    return (
      <EmptyState
        title="No customers yet"
        action={
          <ButtonLink href="/orders/new" kind="primary" icon="plus">
            New order
          </ButtonLink>
        }
      >
        Whoever orders is kept here, with their orders, addresses and your notes.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nobody fits this"
      action={<ButtonLink href={listHref({})}>Show all customers</ButtonLink>}
    >
      Every word must be somewhere in a name, e-mail address, phone number, address or note. Try
      fewer words, or only a part of one.
    </EmptyState>
  );
}

type PagesProps = Readonly<{ address: ListAddress; list: Page<CustomerSummary> }>;

function Pages({ address, list: { data, previousCursor, nextCursor } }: PagesProps) {
  const to = (cursor: string | null) =>
    cursor === null ? undefined : listHref({ ...address, cursor });
  return (
    <Pager newerHref={to(previousCursor)} olderHref={to(nextCursor)}>
      {data.length} {data.length === 1 ? 'customer' : 'customers'} shown
    </Pager>
  );
}
