import { Card } from '#app/_ui/card';
import { Pager } from '#app/_ui/pager';
import type { ProductPage } from '#server/catalog/read-product-page';
import type { ProductView } from '#server/catalog/view-product';
import { type Cursors, productHref } from '../product-address';
import { MovementsTable } from './movements-table';

type Props = Readonly<{
  product: ProductView;
  movements: ProductPage['movements'];
  cursors: Cursors;
  nowMs: number;
  timeZone: string;
}>;

export function MovementsCard({ product, movements, cursors, nowMs, timeZone }: Props) {
  const { sku, kind, stock } = product;
  const isCounted = kind === 'physical' && stock !== null;
  const to = (cursor: string | null) =>
    cursor === null
      ? undefined
      : `${productHref(sku, { codes: cursors.codes ?? null, moves: cursor })}#movements`;
  const { data, previousCursor, nextCursor } = movements;
  const isPaged = previousCursor !== null || nextCursor !== null;
  return (
    <Card
      title={
        isCounted ? `Why the stock is ${stock.toLocaleString('en').replace('-', '−')}` : 'Sales'
      }
      id="movements"
      flush
      footer={
        isPaged ? <Pager newerHref={to(previousCursor)} olderHref={to(nextCursor)} /> : undefined
      }
    >
      <MovementsTable movements={data} {...{ isCounted, nowMs, timeZone }} />
    </Card>
  );
}
