import clsx from 'clsx';
import { createElement, Fragment, type ReactNode } from 'react';
import { Money } from '#app/_ui/money';
import type { PagePayment } from '#server/tracking/view-payments';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { Day } from './day';
import { isPaidByHand } from './how-to-pay';

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
              <span className="wrap-anywhere min-w-0">
                <bdi>{name}</bdi>
              </span>
            </span>
            <Amount page={page} minor={totalMinor} />
          </li>
        ))}
      </ul>
      <dl className="grid gap-1.5 pt-3">
        {[...costs(page), ...money(page)]
          .filter(({ detail }) => detail !== null)
          .map(({ term, detail, isStrong }, index) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once and never reordered
              key={index}
              className={clsx(
                'flex items-baseline justify-between gap-4',
                isStrong && 'font-semibold',
              )}
            >
              <dt className={clsx('min-w-0', !isStrong && 'text-ink-soft')}>{term}</dt>
              <dd className="shrink-0 tabular-nums">{detail}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

/** Left out where `detail` is null: what is zero is not said. */
type Sum = Readonly<{ term: ReactNode; detail: ReactNode; isStrong?: boolean }>;

function costs(page: TrackingPage): readonly Sum[] {
  const { items, discount, shipping, tax, grand } = page.totals;
  const { shippingMethod } = page;
  const { say, pieces } = trackingWords(page.locale);
  const hasParts = grand !== items || shippingMethod !== null;
  const method = <bdi>{shippingMethod}</bdi>;
  const shippingTerm =
    shippingMethod === null
      ? say('sum.shipping')
      : createElement(Fragment, null, ...pieces('sum.shippingBy', { method }));
  return [
    { term: say('sum.items'), detail: hasParts ? <Amount page={page} minor={items} /> : null },
    { term: say('sum.discount'), detail: unlessZero(page, -discount) },
    {
      term: shippingTerm,
      detail:
        shippingMethod === null ? (
          unlessZero(page, shipping)
        ) : (
          <Amount page={page} minor={shipping} />
        ),
    },
    { term: say('sum.tax'), detail: unlessZero(page, tax) },
    { term: say('sum.total'), detail: <Amount page={page} minor={grand} />, isStrong: true },
  ];
}

function money(page: TrackingPage): readonly Sum[] {
  const { payments, totals, paidBackMinor, dueMinor } = page;
  const { say } = trackingWords(page.locale);
  const isSaidAbove = isPaidByHand(page) && totals.paid === 0;
  return [
    ...payments.map((payment) => ({
      term: <PaymentTerm payment={payment} page={page} />,
      detail: <Amount page={page} minor={payment.amountMinor} struck={!payment.isStanding} />,
    })),
    { term: say('sum.paidBack'), detail: unlessZero(page, -paidBackMinor) },
    {
      term: say('sum.due'),
      detail: dueMinor > 0 && !isSaidAbove ? <Amount page={page} minor={dueMinor} /> : null,
      isStrong: true,
    },
  ];
}

function PaymentTerm({ payment, page }: Props & Readonly<{ payment: PagePayment }>) {
  const { at, by: method, isStanding } = payment;
  const { pieces } = trackingWords(page.locale);
  const day = <Day at={at} page={page} length="day" />;
  const key = isStanding ? 'paid' : 'notCounted';
  const words =
    method === null ? pieces(`sum.${key}`, { day }) : pieces(`sum.${key}By`, { day, method });
  return createElement(Fragment, null, ...words);
}

function unlessZero(page: TrackingPage, minor: number): ReactNode {
  return minor === 0 ? null : <Amount page={page} minor={minor} />;
}

function Amount({ page, minor, struck }: Props & Readonly<{ minor: number; struck?: boolean }>) {
  const { currency, locale } = page;
  return <Money minor={minor} currency={currency} locale={locale} struck={struck} />;
}
