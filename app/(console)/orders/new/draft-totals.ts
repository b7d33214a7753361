import { type Currency, isCurrency } from '#domain/currency';
import { parseMoneyInput } from '#domain/money';
import type { Line } from '#domain/order';
import { lineTotal, type Totals, totalsOf } from '#domain/totals';
import { typedNumber } from '../../products/typed-number';
import type { Draft, DraftLine } from './draft';

export type DraftTotals = Readonly<{
  currency: Currency;
  /** What each line costs; null where its price or quantity is not known or cannot be read. */
  lines: readonly (number | null)[];
  totals: Totals;
  /** Every line and amount could be read, so the server will find the same. */
  isWhole: boolean;
}>;

/** The totals of a form as it is typed, by the arithmetic that the server uses. */
export function draftTotals(draft: Draft): DraftTotals {
  const currency = isCurrency(draft.currency) ? draft.currency : 'USD';
  const amounts = [draft.shippingAmount, draft.shippingTax, draft.discount].map((text) =>
    amountOf(text, currency),
  );
  const lines = draft.lines.map((line) => readLine(line, currency));
  const [shippingMinor, shippingTaxMinor, orderDiscountMinor] = amounts;
  const totals = totalsOf({
    lines: lines.filter((line) => line !== null),
    shippingMinor: shippingMinor ?? 0,
    shippingTaxMinor: shippingTaxMinor ?? 0,
    orderDiscountMinor: orderDiscountMinor ?? 0,
    payments: [],
  });
  return {
    currency,
    lines: lines.map((line) => line && lineTotal(line)),
    totals,
    isWhole: !amounts.includes(null) && !lines.includes(null),
  };
}

function readLine(line: DraftLine, currency: Currency): Line | null {
  const isListed = line.unitPrice.trim() === '' && line.listCurrency === currency;
  const unitPriceMinor = isListed
    ? Number(line.listPrice)
    : line.unitPrice.trim() === ''
      ? null
      : parseMoneyInput(line.unitPrice, currency);
  const quantity = typedNumber(line.quantity);
  const discountMinor = amountOf(line.discount, currency);
  const taxMinor = amountOf(line.tax, currency);
  if (unitPriceMinor === null || discountMinor === null || taxMinor === null) return null;
  if (quantity === null || quantity === undefined) return null;
  const { sku, name } = line;
  const unmoved = { id: '', productId: null, kind: 'physical', codesWaiting: 0 } as const;
  return { ...unmoved, sku, name, quantity, unitPriceMinor, discountMinor, taxMinor };
}

/** Nothing typed is nothing; null is what cannot be read. */
function amountOf(text: string, currency: Currency): number | null {
  return text.trim() === '' ? 0 : parseMoneyInput(text, currency);
}
