import { isCountry } from '#domain/country';
import { type Currency, isCurrency } from '#domain/currency';
import { formatDecimal, parseMoneyInput } from '#domain/money';
import type { FieldFaults } from '#server/errors';
import { typedNumber } from '../../products/typed-number';
import { addressParts, type Draft, type DraftAddress, type DraftLine } from './draft';

type Read = Readonly<{ order: unknown; faults: FieldFaults }>;

/**
 * What was typed as `PlaceOrder` takes it, and the fields that cannot be read at all, by the same
 * paths that the server uses. Pure.
 */
export function orderOfDraft(draft: Draft): Read {
  const faults: Record<string, string> = {};
  const currency = isCurrency(draft.currency) ? draft.currency : 'USD';
  const money = (path: string, text: string) => readMoney(text, currency, () => path, faults);
  const shippingAddress = addressOf(draft.shippingAddress, 'shippingAddress', draft, faults);
  const { email, name, phone, locale } = draft.customer;
  const order = {
    currency: draft.currency,
    customer: { email, name, phone, ...(locale && { locale }) },
    shippingAddress,
    billingAddress: draft.isBillingSame
      ? shippingAddress
      : addressOf(draft.billingAddress, 'billingAddress', draft, faults),
    lines: draft.lines.map((line, index) => lineOf(line, { index, currency, faults })),
    shipping: shippingOf(draft, money),
    discount: money('discount', draft.discount) ?? 0,
    paymentMethod: draft.paymentMethod,
    note: draft.note,
    tags: draft.tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  };
  return { order, faults };
}

type LineGiven = Readonly<{ index: number; currency: Currency; faults: Record<string, string> }>;

function lineOf(line: DraftLine, { index, currency, faults }: LineGiven) {
  const path = (part: string) => `lines.${index}.${part}`;
  const money = (part: 'unitPrice' | 'discount' | 'tax') =>
    readMoney(line[part], currency, () => path(part), faults);
  const quantity = typedNumber(line.quantity);
  if (quantity === null || quantity === undefined) faults[path('quantity')] = 'Enter how many.';
  if (line.sku.trim() === '') faults[path('sku')] = 'Enter a SKU, or remove the line.';
  const unitPrice = money('unitPrice');
  const name = line.known === '' ? line.name.trim() : '';
  return {
    sku: line.sku.trim(),
    ...(name && { name }),
    quantity: quantity ?? 1,
    ...(unitPrice !== undefined && { unitPrice }),
    discount: money('discount') ?? 0,
    tax: money('tax') ?? 0,
  };
}

function readMoney(
  text: string,
  currency: Currency,
  path: () => string,
  faults: Record<string, string>,
): number | undefined {
  if (text.trim() === '') return undefined;
  const minor = parseMoneyInput(text, currency);
  if (minor === null)
    faults[path()] = `Enter an amount such as ${formatDecimal(12_500, currency)}.`;
  return minor ?? 0;
}

function shippingOf(
  { shippingMethod, shippingAmount, shippingTax }: Draft,
  money: (path: string, text: string) => number | undefined,
) {
  const amount = money('shipping.amount', shippingAmount);
  const tax = money('shipping.tax', shippingTax);
  const isBlank = shippingMethod.trim() === '' && amount === undefined && tax === undefined;
  const method = shippingMethod.trim() || 'Standard';
  return isBlank ? null : { method, amount: amount ?? 0, tax: tax ?? 0 };
}

/** Null where nothing was typed; a name that is left out is the customer's. */
function addressOf(
  typed: DraftAddress,
  path: string,
  { customer }: Draft,
  faults: Record<string, string>,
) {
  const { country, ...texts } = typed;
  if (Object.values(texts).every((text) => text.trim() === '')) return null;
  if (!isCountry(country)) faults[`${path}.country`] = 'Choose a country.';
  const kept = addressParts.filter((part) => typed[part].trim() !== '');
  const needed = { line1: '', city: '', name: customer.name, country };
  return { ...needed, ...Object.fromEntries(kept.map((part) => [part, typed[part].trim()])) };
}
