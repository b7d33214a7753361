import type { ReactNode } from 'react';
import { Money } from '#app/_ui/money';
import { StatusBadge } from '#app/_ui/status-badge';
import { type Column, Table } from '#app/_ui/table';
import type { ProductView } from '#server/catalog/view-product';
import { productHref } from './product-address';
import { SupplyWords } from './supply-words';

type Props = Readonly<{ products: readonly ProductView[]; empty: ReactNode }>;

export function ProductsTable({ products, empty }: Props) {
  return (
    <Table
      caption="Products by name"
      columns={columns}
      rows={products}
      rowKey={({ sku }) => sku}
      rowHref={({ sku }) => productHref(sku)}
      empty={empty}
    />
  );
}

const columns: readonly Column<ProductView>[] = [
  { key: 'name', header: 'Name', grow: true, cell: ({ name }) => <bdi>{name}</bdi> },
  {
    key: 'sku',
    header: 'SKU',
    narrow: 'start',
    cell: ({ sku }) => (
      <code
        title={sku}
        className="block font-mono text-[0.95em] text-ink-soft @max-[40rem]/table:break-all @min-[40rem]/table:max-w-40 @min-[40rem]/table:truncate"
      >
        {sku}
      </code>
    ),
  },
  {
    key: 'kind',
    header: 'Kind',
    narrow: 'hide',
    wideOnly: true,
    cell: ({ kind }) => <StatusBadge kind="product" value={kind} plain />,
  },
  {
    key: 'stock',
    header: 'In stock',
    align: 'end',
    narrow: 'end',
    cell: (product) => <SupplyWords product={product} />,
  },
  {
    key: 'sold',
    header: 'Sold',
    align: 'end',
    narrow: 'hide',
    cell: ({ sold }) => sold.toLocaleString('en'),
  },
  {
    key: 'price',
    header: 'Price',
    align: 'end',
    narrow: 'end',
    cell: ({ price, currency }) => <Money minor={price} currency={currency} />,
  },
];
