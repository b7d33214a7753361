import { CopyText } from '#app/_ui/copy-text';
import { Money } from '#app/_ui/money';
import type { OfflineMethod } from '#domain/vocabulary';
import type { PagePayment, TrackingPage } from '#server/tracking/view-tracking-page';
import { Day } from './day';
import { Section } from './section';

type Props = Readonly<{ page: TrackingPage }>;

export function Payment({ page }: Props) {
  const { dueMinor, payments } = page;
  if (dueMinor === 0 && payments.length === 0) return null;
  return (
    <Section title={dueMinor > 0 ? 'How to pay' : 'Payment'}>
      {dueMinor > 0 ? <Due page={page} /> : null}
      {payments.length > 0 ? (
        <ul className="grid gap-1">
          {payments.map((payment, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: payments have no name of their own
            <Received key={index} payment={payment} page={page} />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function Due({ page }: Props) {
  const { dueMinor, method, instructions, currency, locale, number } = page;
  return (
    <div className="mb-3 rounded-lg border border-line bg-wash px-4 py-3">
      <p className="text-ink-soft">{method ? methodWords[method] : 'Still to be paid'}</p>
      <p className="font-semibold text-xl">
        <Money minor={dueMinor} currency={currency} locale={locale} />
      </p>
      {instructions ? (
        <p dir="auto" className="mt-2 select-text whitespace-pre-line">
          {instructions}
        </p>
      ) : null}
      {method === 'wire' || method === 'cheque' ? (
        <p className="mt-2 text-ink-soft">
          Please give your order number with the payment:{' '}
          <span className="text-ink">
            <CopyText text={number} what="order number" />
          </span>
        </p>
      ) : null}
    </div>
  );
}

const methodWords = {
  cheque: 'By cheque',
  wire: 'By bank transfer',
  cash: 'In cash',
  terminal: 'By card at our terminal',
} as const satisfies Record<OfflineMethod, string>;

function Received({ payment, page }: Props & Readonly<{ payment: PagePayment }>) {
  const { amountMinor, at, by, isStanding } = payment;
  const { currency, locale } = page;
  return (
    <li>
      <Money minor={amountMinor} currency={currency} locale={locale} struck={!isStanding} />
      <span className="text-ink-soft">
        {by ? ` by ${by}` : ''}, <Day at={at} page={page} length="long" />
        {isStanding ? '' : '. It no longer counts towards this order.'}
      </span>
    </li>
  );
}
