import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { FilterBar } from '#app/_ui/filter-bar';
import { PageHeader } from '#app/_ui/page-header';
import { Pager } from '#app/_ui/pager';
import { statusChoices, statusWord } from '#app/_ui/status-words';
import { api } from '#server/api/caller';
import type { ProductView } from '#server/catalog/view-product';
import type { Page } from '#server/keyset';
import { consoleSession } from '../console-session';
import {
  type ListAddress,
  listHref,
  nothing,
  readListAddress,
  type SearchParams,
} from './product-address';
import { ProductsTable } from './products-table';

export const metadata: Metadata = { title: 'Products' };

type Props = Readonly<{ searchParams: Promise<SearchParams> }>;

export default async function ProductsPage({ searchParams }: Props) {
  const address = readListAddress(await searchParams);
  await consoleSession(listHref(address, address));
  const list = await browse(address);
  return (
    <>
      <PageHeader
        title="Products"
        actions={
          <ButtonLink href="/products/new" kind="primary" icon="plus">
            New product
          </ButtonLink>
        }
      />
      <Card flush footer={list.data.length > 0 ? <Pages address={address} list={list} /> : null}>
        <Filters address={address} />
        <div className="border-line border-t">
          <ProductsTable products={list.data} empty={<Nothing address={address} />} />
        </div>
      </Card>
    </>
  );
}

/** A cursor that somebody made up leads to the first page. */
async function browse({ supply, ...address }: ListAddress): Promise<Page<ProductView>> {
  const { products } = await api();
  try {
    return await products.list({ ...address, ...(supply && { isLow: true }) });
  } catch (error) {
    if (address.cursor === undefined) throw error;
    redirect(listHref({ ...address, supply }));
  }
}

function Filters({ address }: Readonly<{ address: ListAddress }>) {
  const { q, kind, supply } = address;
  const chips = [
    q && { label: `“${q}”`, removeHref: listHref(address, { q: undefined }) },
    kind && {
      label: statusWord('product', kind).word,
      removeHref: listHref(address, { kind: undefined }),
    },
    supply && { label: lowLabel, removeHref: listHref(address, { supply: undefined }) },
  ].filter((chip) => chip !== undefined && chip !== '');
  return (
    <FilterBar
      action="/products"
      search={{ value: q, label: 'Search products', placeholder: 'Parts of a name or SKU' }}
      filters={[
        { name: 'kind', label: 'Kind', choices: statusChoices('product'), value: kind },
        {
          name: 'supply',
          label: 'Stock',
          choices: [{ value: 'low', label: lowLabel }],
          value: supply,
        },
      ]}
      chips={chips}
      clearHref={listHref(nothing)}
    />
  );
}

const lowLabel = 'Running out';

function Nothing({ address }: Readonly<{ address: ListAddress }>) {
  const { q, kind, supply } = address;
  if (supply && !q) {
    return (
      <EmptyState
        title="Nothing is running out"
        action={<ButtonLink href={listHref(nothing)}>Show all products</ButtonLink>}
      >
        Products stand here when fewer than five pieces or codes are left.
      </EmptyState>
    );
  }
  if (q || kind || supply) {
    return (
      <EmptyState
        title="No product fits this"
        action={<ButtonLink href={listHref(nothing)}>Show all products</ButtonLink>}
      >
        Every word must be in the name or the SKU. Try fewer words, or only a part of one.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No products yet"
      action={
        <ButtonLink href="/products/new" kind="primary" icon="plus">
          Add the first product
        </ButtonLink>
      }
    >
      Goods with a stock, serial codes that are handed out on payment, or downloads.
    </EmptyState>
  );
}

type PagesProps = Readonly<{ address: ListAddress; list: Page<ProductView> }>;

function Pages({ address, list: { data, previousCursor, nextCursor } }: PagesProps) {
  const to = (cursor: string | null) =>
    cursor === null ? undefined : listHref(address, { cursor });
  return (
    <Pager newerHref={to(previousCursor)} olderHref={to(nextCursor)} words={['Back', 'Next']}>
      {data.length} {data.length === 1 ? 'product' : 'products'} shown
    </Pager>
  );
}
