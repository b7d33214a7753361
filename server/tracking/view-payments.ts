import type { Order, Payment } from '#domain/order';
import { isStanding } from '#domain/totals';
import { offlineMethods } from '#domain/vocabulary';
import { paymentsOf } from './money-back';
import type { TrackedEvent } from './public-history';
import { trackingWords } from './words/tracking-words';

/** Money that came in at some time; a declined or an authorised try was none. */
export type PagePayment = Readonly<{
  amountMinor: number;
  at: number;
  /** "Visa ending 4242", "bank transfer"; null where only the name of a gateway is known. */
  by: string | null;
  /** Whether it still counts towards the order. */
  isStanding: boolean;
}>;

export function viewPayments(
  { payments }: Order,
  events: readonly TrackedEvent[],
  locale: string,
): readonly PagePayment[] {
  const known = new Set(paymentsOf(events).map(({ id }) => id));
  return payments
    .filter((payment) => isStanding(payment) || known.has(payment.id))
    .map((payment) => viewPayment(payment, locale));
}

function viewPayment(payment: Payment, locale: string): PagePayment {
  const { amountMinor, receivedAt: at } = payment;
  return { amountMinor, at, by: methodInWords(payment, locale), isStanding: isStanding(payment) };
}

function methodInWords(
  { cardBrand, cardLast4: digits, method }: Payment,
  locale: string,
): string | null {
  const { say } = trackingWords(locale);
  const offline = offlineMethods.find((known) => known === method);
  if (digits === null) return offline ? say(`method.${offline}`) : null;
  if (!cardBrand) return say('method.anyCard', { digits });
  const brand = cardBrand.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return say('method.card', { brand, digits });
}
