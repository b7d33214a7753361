import { CopyText } from '#app/_ui/copy-text';
import { Money } from '#app/_ui/money';
import type { OfflineMethod } from '#domain/vocabulary';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { Section } from './section';

/** What is still to be paid, and how, in the shop's own words. */
export function HowToPay({ page }: Readonly<{ page: TrackingPage }>) {
  const { dueMinor, method, instructions, currency, moneyLocale, number } = page;
  if (!isPaidByHand(page)) return null;
  return (
    <Section title={method ? methodWords[method] : 'Still to be paid'}>
      <div className="rounded-lg border border-line px-4 py-3">
        <p className="font-semibold text-xl">
          <Money minor={dueMinor} currency={currency} locale={moneyLocale} />
        </p>
        {instructions ? (
          <p dir="auto" className="mt-1 whitespace-pre-line">
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
    </Section>
  );
}

/** Whether something is due that the shop has told how to pay; a gateway has told it elsewhere. */
export function isPaidByHand({ dueMinor, method, instructions }: TrackingPage): boolean {
  return dueMinor > 0 && (method !== null || instructions !== '');
}

const methodWords = {
  cheque: 'Pay by cheque',
  wire: 'Pay by bank transfer',
  cash: 'Pay in cash',
  terminal: 'Pay by card at our terminal',
} as const satisfies Record<OfflineMethod, string>;
