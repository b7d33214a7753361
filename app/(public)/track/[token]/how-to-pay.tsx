import { createElement, Fragment } from 'react';
import { CopyText } from '#app/_ui/copy-text';
import { Money } from '#app/_ui/money';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { copyWords } from '../copy-words';
import { Section } from './section';

/** What is still to be paid, and how, in the shop's own words. */
export function HowToPay({ page }: Readonly<{ page: TrackingPage }>) {
  const { dueMinor, method, instructions, currency, locale, number } = page;
  if (!isPaidByHand(page)) return null;
  const { say, pieces } = trackingWords(locale);
  const copied = (
    <span className="text-ink">
      <CopyText text={number} what={say('copy.orderNumber')} words={copyWords(locale)} />
    </span>
  );
  return (
    <Section title={say(method ? `pay.${method}` : 'pay.due')}>
      <div className="rounded-lg border border-line px-4 py-3">
        <p className="font-semibold text-xl">
          <Money minor={dueMinor} currency={currency} locale={locale} />
        </p>
        {instructions ? (
          <p dir="auto" className="mt-1 whitespace-pre-line">
            {instructions}
          </p>
        ) : null}
        {method === 'wire' || method === 'cheque' ? (
          <p className="mt-2 text-ink-soft">
            {createElement(Fragment, null, ...pieces('pay.reference', { number: copied }))}
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
