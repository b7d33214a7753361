import { Card } from '#app/_ui/card';
import { Notice } from '#app/_ui/notice';
import { Pager } from '#app/_ui/pager';
import { codesMax } from '#server/api/products-router';
import type { ProductPage } from '#server/catalog/read-product-page';
import { type Cursors, productHref } from '../product-address';
import { SupplyWords } from '../supply-words';
import { ImportCodesForm } from './import-codes-form';
import { PoolTable } from './pool-table';

type Props = Readonly<{
  page: ProductPage;
  sku: string;
  cursors: Cursors;
  nowMs: number;
  timeZone: string;
}>;

export function PoolCards({ page, sku, cursors, nowMs, timeZone }: Props) {
  const { product, codes, owed } = page;
  const to = (cursor: string | null) =>
    cursor === null
      ? undefined
      : `${productHref(sku, { moves: cursors.moves ?? null, codes: cursor })}#codes`;
  const isPaged = codes.previousCursor !== null || codes.nextCursor !== null;
  return (
    <>
      {owed.units > 0 ? <Owed {...owed} /> : null}
      <Card title="Pool">
        <p className="mb-4 flex flex-wrap items-baseline gap-x-3">
          <span className="font-semibold text-2xl tabular-nums">
            {product.codesAvailable.toLocaleString('en')}
          </span>
          {product.codesAvailable < 5 ? (
            <SupplyWords product={product} />
          ) : (
            <span className="text-ink-soft">codes ready to be handed out</span>
          )}
        </p>
        <ImportCodesForm sku={sku} codesMax={codesMax} />
      </Card>
      <Card
        title="Codes"
        aside="Masked; every look is recorded."
        id="codes"
        flush
        footer={
          isPaged ? (
            <Pager newerHref={to(codes.previousCursor)} olderHref={to(codes.nextCursor)} />
          ) : undefined
        }
      >
        <PoolTable sku={sku} codes={codes.data} {...{ nowMs, timeZone }} />
      </Card>
    </>
  );
}

function Owed({ units, orders }: ProductPage['owed']) {
  const codes = `${units.toLocaleString('en')} ${units === 1 ? 'code is' : 'codes are'}`;
  return (
    <Notice
      tone="warn"
      title={`${codes} owed to ${orders.toLocaleString('en')} paid ${orders === 1 ? 'order' : 'orders'}`}
    >
      Codes that you add go to them first, the order that has waited longest at the head.
    </Notice>
  );
}
