import type { ReactNode } from 'react';
import { type Detail, DetailsList } from '#app/_ui/details-list';
import { Money } from '#app/_ui/money';
import type { PagePayment, TrackingPage } from '#server/tracking/view-tracking-page';
import { Day } from './day';

type Props = Readonly<{ page: TrackingPage }>;

/** What was bought, what it costs, and the money that came in for it. */
export function OrderSum({ page }: Props) {
  return (
    <>
      <ul className="divide-y divide-line border-line border-b">
        {page.lines.map(({ id, name, quantity, totalMinor }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 py-2">
            <span className="flex min-w-0 gap-2">
              <span className="shrink-0 text-ink-soft tabular-nums">{quantity} ×</span>
              <span dir="auto" className="wrap-anywhere min-w-0">
                {name}
              </span>
            </span>
            <Amount page={page} minor={totalMinor} />
          </li>
        ))}
      </ul>
      <div className="pt-3">
        <DetailsList layout="sums" items={[...costs(page), ...money(page)]} />
      </div>
    </>
  );
}

function costs(page: TrackingPage): readonly Detail[] {
  const { items, discount, shipping, tax, grand } = page.totals;
  const { shippingMethod } = page;
  const hasParts = grand !== items || shippingMethod !== null;
  const shippingTerm = shippingMethod === null ? 'Shipping' : <>Shipping, {shippingMethod}</>;
  return [
    { term: 'Items', detail: hasParts ? <Amount page={page} minor={items} /> : null },
    { term: 'Discount', detail: unlessZero(page, -discount) },
    {
      term: shippingTerm,
      detail:
        shippingMethod === null ? (
          unlessZero(page, shipping)
        ) : (
          <Amount page={page} minor={shipping} />
        ),
    },
    { term: 'Tax', detail: unlessZero(page, tax) },
    { term: 'Total', detail: <Amount page={page} minor={grand} />, strong: true },
  ];
}

function money(page: TrackingPage): readonly Detail[] {
  const { payments, totals, dueMinor } = page;
  return [
    ...payments.map((payment) => ({
      term: <PaymentTerm payment={payment} page={page} />,
      detail: <Amount page={page} minor={payment.amountMinor} struck={!payment.isStanding} />,
    })),
    { term: 'Refunded', detail: unlessZero(page, -totals.refunded) },
    {
      term: 'Still to be paid',
      detail: totals.paid === 0 ? null : unlessZero(page, dueMinor),
      strong: true,
    },
  ];
}

function PaymentTerm({ payment, page }: Props & Readonly<{ payment: PagePayment }>) {
  const { at, by, isStanding } = payment;
  return (
    <>
      {isStanding ? 'Paid' : 'No longer counted: paid'}
      {by ? ` by ${by}` : ''}, <Day at={at} page={page} length="day" />
    </>
  );
}

function unlessZero(page: TrackingPage, minor: number): ReactNode {
  return minor === 0 ? null : <Amount page={page} minor={minor} />;
}

function Amount({ page, minor, struck }: Props & Readonly<{ minor: number; struck?: boolean }>) {
  const { currency, locale } = page;
  return <Money minor={minor} currency={currency} locale={locale} struck={struck} />;
}
