import { Card } from '#app/_ui/card';
import { CodeText } from '#app/_ui/code-text';
import { DetailsList } from '#app/_ui/details-list';
import { Money } from '#app/_ui/money';
import { StatusBadge } from '#app/_ui/status-badge';
import { Table } from '#app/_ui/table';
import { TextLink } from '#app/_ui/text-link';
import type { Line, Order } from '#domain/order';
import { isSettled, shippedQuantity } from '#domain/order-status';
import { lineTotal } from '#domain/totals';
import type { OrderPage } from '#server/orders/read-order-page';

export function LinesCard({ page }: Readonly<{ page: OrderPage }>) {
  const { order } = page;
  const units = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Card
      title="Items"
      aside={`${units} ${units === 1 ? 'unit' : 'units'}`}
      flush
      footer={<Sums page={page} />}
    >
      <Table
        caption={`Items of order ${order.number}`}
        rows={order.lines}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: 'Item', cell: (line) => <Name line={line} /> },
          {
            key: 'done',
            header: 'Handed over',
            narrow: 'start',
            cell: (line) => <HandedOver order={order} line={line} />,
          },
          {
            key: 'quantity',
            header: 'Quantity',
            align: 'end',
            narrow: 'end',
            cell: ({ quantity, unitPriceMinor }) => (
              <span className="whitespace-nowrap">
                {quantity} × <Money minor={unitPriceMinor} currency={order.currency} />
              </span>
            ),
          },
          {
            key: 'total',
            header: 'Total',
            align: 'end',
            narrow: 'end',
            cell: (line) => <Total order={order} line={line} />,
          },
        ]}
      />
    </Card>
  );
}

function Name({ line: { name, sku, productId } }: Readonly<{ line: Line }>) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <p>
        <bdi>{name}</bdi>
      </p>
      <p className="text-ink-soft text-sm">
        {productId === null ? (
          <CodeText>{sku}</CodeText>
        ) : (
          <TextLink href={`/products/${encodeURIComponent(sku)}`} className="inline-block">
            <CodeText>{sku}</CodeText>
          </TextLink>
        )}
      </p>
    </div>
  );
}

function HandedOver({ order, line }: Readonly<{ order: Order; line: Line }>) {
  if (line.codesWaiting > 0) {
    return (
      <span className="text-warn">
        {line.codesWaiting} of {line.quantity} codes missing
      </span>
    );
  }
  if (line.kind !== 'physical') return <StatusBadge kind="product" value={line.kind} plain />;
  const shipped = shippedQuantity(order, line.id);
  return (
    <span className="text-ink-soft tabular-nums">
      {shipped} of {line.quantity} shipped
    </span>
  );
}

function Total({ order, line }: Readonly<{ order: Order; line: Line }>) {
  const { discountMinor, taxMinor } = line;
  return (
    <>
      <Money minor={lineTotal(line)} currency={order.currency} />
      {discountMinor > 0 || taxMinor > 0 ? (
        <span className="block text-ink-soft text-sm">
          {discountMinor > 0 ? (
            <>
              less <Money minor={discountMinor} currency={order.currency} />
            </>
          ) : null}
          {discountMinor > 0 && taxMinor > 0 ? ', ' : null}
          {taxMinor > 0 ? (
            <>
              with <Money minor={taxMinor} currency={order.currency} /> tax
            </>
          ) : null}
        </span>
      ) : null}
    </>
  );
}

function Sums({ page }: Readonly<{ page: OrderPage }>) {
  const { order, totals, dueMinor, overpaidMinor } = page;
  const money = (minor: number) => <Money minor={minor} currency={order.currency} />;
  const method = order.shippingMethod === null ? '' : `, ${order.shippingMethod}`;
  return (
    <div className="ms-auto max-w-sm wrap-anywhere">
      <DetailsList
        layout="sums"
        items={[
          { term: 'Items', detail: money(totals.items) },
          { term: 'Discount', detail: totals.discount > 0 ? money(-totals.discount) : null },
          {
            term: `Shipping${method}`,
            detail: totals.shipping > 0 || method !== '' ? money(totals.shipping) : null,
          },
          { term: 'Tax', detail: totals.tax > 0 ? money(totals.tax) : null },
          { term: 'Total', detail: money(totals.grand), strong: true },
          { term: 'Paid', detail: totals.paid > 0 ? money(totals.paid) : null },
          { term: 'Refunded', detail: totals.refunded > 0 ? money(-totals.refunded) : null },
          {
            term: isSettled(order) ? 'Still due' : 'Still to be paid',
            detail: totals.paid > 0 && dueMinor > 0 ? money(dueMinor) : null,
            strong: true,
          },
          {
            term: 'Overpaid by',
            detail: overpaidMinor > 0 ? money(overpaidMinor) : null,
            strong: true,
          },
        ]}
      />
    </div>
  );
}
