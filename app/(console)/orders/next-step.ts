import type { IconName } from '#app/_ui/icon';
import type { OrderFlag } from '#domain/vocabulary';
import type { OrderSummaryView } from '#server/orders/view-order';
import type { Tone } from '../../_ui/tones';

export type NextStep = Readonly<{ words: string; icon: IconName; tone: Tone }>;

/** What a person should do next with an order; null where nothing is left to do. */
export function nextStep(order: OrderSummaryView): NextStep | null {
  if (order.status === 'cancelled') return null;
  const flagged = byFlag.find(([flag]) => order.flags.includes(flag));
  return flagged ? flagged[1] : byStatus(order);
}

/** The gravest first. */
const byFlag: readonly (readonly [OrderFlag, NextStep])[] = [
  ['charged_back', { words: 'Answer the charge back', icon: 'shield-alert', tone: 'bad' }],
  ['cancel_requested', { words: 'Answer the customer', icon: 'circle-help', tone: 'warn' }],
  ['not_received', { words: 'Answer the customer', icon: 'circle-help', tone: 'warn' }],
  ['late', { words: 'Name a new day, or ship', icon: 'clock', tone: 'bad' }],
  ['on_hold', { words: 'Release it when ready', icon: 'pause', tone: 'warn' }],
  ['codes_short', { words: 'Import codes', icon: 'key-round', tone: 'warn' }],
  ['short_stock', { words: 'Restock, then ship', icon: 'boxes', tone: 'warn' }],
  ['authorised', { words: 'Take the money', icon: 'hourglass', tone: 'warn' }],
];

function byStatus(order: OrderSummaryView): NextStep | null {
  switch (order.status) {
    case 'pending':
      return order.paymentStatus === 'partly_paid'
        ? { words: 'Collect the rest', icon: 'wallet', tone: 'neutral' }
        : { words: 'Await payment', icon: 'clock', tone: 'neutral' };
    case 'paid':
      return order.fulfilmentStatus === 'partly_shipped'
        ? { words: 'Ship the rest', icon: 'package', tone: 'accent' }
        : { words: 'Ship it', icon: 'package', tone: 'accent' };
    case 'shipped':
      return { words: 'Mark delivered', icon: 'package-check', tone: 'neutral' };
    default:
      return null;
  }
}
