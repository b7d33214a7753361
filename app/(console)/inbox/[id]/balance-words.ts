import { formatMoney } from '#domain/money';
import type { CallbackOrder } from '#server/payments/read-callback-page';

/** How far money differs from the total of an order, as the end of a sentence; empty where not. */
export function balanceWords(
  { currency, grandMinor }: Pick<CallbackOrder, 'currency' | 'grandMinor'>,
  paidMinor: number,
): string {
  const overMinor = paidMinor - grandMinor;
  if (overMinor === 0) return '';
  return overMinor > 0
    ? `, overpaid by ${formatMoney(overMinor, currency)}`
    : `, and ${formatMoney(-overMinor, currency)} stays due`;
}
