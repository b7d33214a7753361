import { Card } from '#app/_ui/card';
import { type Detail, DetailsList } from '#app/_ui/details-list';
import { Money } from '#app/_ui/money';
import type { TrackingPage } from '#server/tracking/view-tracking-page';

type Props = Readonly<{ page: TrackingPage }>;

/** What was bought and what it costs. */
export function OrderSum({ page }: Props) {
  const { lines } = page;
  return (
    <Card title="What you ordered">
      <ul className="divide-y divide-line border-line border-b">
        {lines.map(({ id, name, quantity, totalMinor }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 py-2">
            <span className="flex min-w-0 gap-2">
              <span className="shrink-0 text-ink-soft tabular-nums">{quantity} ×</span>
              <span dir="auto" className="min-w-0">
                {name}
              </span>
            </span>
            <Amount page={page} minor={totalMinor} />
          </li>
        ))}
      </ul>
      <div className="pt-3">
        <DetailsList layout="sums" items={sums(page)} />
      </div>
    </Card>
  );
}

function sums(page: TrackingPage): readonly Detail[] {
  const { totals, shippingMethod, dueMinor } = page;
  const { items, discount, shipping, tax, grand, paid, refunded } = totals;
  const unlessZero = (minor: number) => (minor === 0 ? null : <Amount page={page} minor={minor} />);
  const isPlain = grand === items;
  return [
    { term: 'Items', detail: isPlain ? null : <Amount page={page} minor={items} /> },
    { term: 'Discount', detail: unlessZero(-discount) },
    {
      term: shippingMethod === null ? 'Shipping' : <>Shipping, {shippingMethod}</>,
      detail:
        shippingMethod === null ? unlessZero(shipping) : <Amount page={page} minor={shipping} />,
    },
    { term: 'Tax', detail: unlessZero(tax) },
    { term: 'Total', detail: <Amount page={page} minor={grand} />, strong: true },
    { term: 'Paid', detail: unlessZero(paid) },
    { term: 'Refunded', detail: unlessZero(-refunded) },
    { term: 'Still to be paid', detail: paid === 0 ? null : unlessZero(dueMinor), strong: true },
  ];
}

function Amount({ page, minor }: Props & Readonly<{ minor: number }>) {
  return <Money minor={minor} currency={page.currency} locale={page.locale} />;
}
