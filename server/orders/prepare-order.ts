import type { Currency } from '#domain/currency';
import { amountMax, formatMoney } from '#domain/money';
import type { Line, Order } from '#domain/order';
import { sortedTags } from '#domain/sorted-tags';
import { totalsOf } from '#domain/totals';
import { untouchedOrder } from '#domain/untouched-order';
import type { ProductKind } from '#domain/vocabulary';
import { invalid } from '#server/errors';
import { addressGiven } from './address-given';
import type { PlaceOrder } from './order-input';

export type PricedProduct = Readonly<{
  id: string;
  sku: string;
  name: string;
  kind: ProductKind;
  priceMinor: number;
  currency: Currency;
}>;

type Given = Readonly<{
  id: number;
  number: string;
  token: string;
  customerId: string;
  products: ReadonlyMap<string, PricedProduct>;
  at: number;
  newId: () => string;
}>;

type Faults = Record<string, string>;

/**
 * The order that an input asks for, lines priced by their products. Throws `invalid` with every
 * field that is wrong: an unknown sku without name and price, a price in another currency, a
 * discount above what it is taken from, a total beyond exact numbers.
 */
export function prepareOrder(input: PlaceOrder, given: Given): Order {
  const faults: Faults = {};
  const lines = input.lines.map((line, index) =>
    prepareLine(line, { input, given, path: `lines.${index}`, faults }),
  );
  const order: Order = {
    ...untouchedOrder,
    id: given.id,
    number: given.number,
    token: given.token,
    customerId: given.customerId,
    currency: input.currency,
    customer: input.customer,
    billingAddress: addressGiven(input.billingAddress),
    shippingAddress: addressGiven(input.shippingAddress),
    lines,
    shippingMethod: input.shipping?.method ?? null,
    shippingMinor: input.shipping?.amount ?? 0,
    shippingTaxMinor: input.shipping?.tax ?? 0,
    orderDiscountMinor: input.discount,
    paymentMethod: input.paymentMethod,
    tags: sortedTags(input.tags),
    note: input.note,
    placedAt: input.placedAt ?? given.at,
  };
  checkTotals(order, faults);
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return order;
}

type LineGiven = Readonly<{ input: PlaceOrder; given: Given; path: string; faults: Faults }>;

function prepareLine(
  line: PlaceOrder['lines'][number],
  { input, given, path, faults }: LineGiven,
): Line {
  const product = given.products.get(line.sku);
  const unitPriceMinor = line.unitPrice ?? product?.priceMinor ?? 0;
  if (!product && (line.name === undefined || line.unitPrice === undefined)) {
    faults[`${path}.sku`] =
      `There is no product ${line.sku}. Give the line a name and a unitPrice, or add the product.`;
  } else if (line.unitPrice === undefined && product && product.currency !== input.currency) {
    faults[`${path}.unitPrice`] =
      `The price of ${line.sku} is in ${product.currency}. Give a unitPrice in ${input.currency}.`;
  } else if (line.discount > unitPriceMinor * line.quantity) {
    faults[`${path}.discount`] = 'The discount is more than the line costs.';
  }
  return {
    id: given.newId(),
    productId: product?.id ?? null,
    sku: line.sku,
    name: line.name ?? product?.name ?? line.sku,
    kind: product?.kind ?? 'physical',
    quantity: line.quantity,
    unitPriceMinor,
    discountMinor: line.discount,
    taxMinor: line.tax,
    codesWaiting: 0,
  };
}

function checkTotals(order: Order, faults: Faults): void {
  const { items, grand, tax } = totalsOf(order);
  if (items > amountMax || tax > amountMax || grand > amountMax) {
    const largest = formatMoney(amountMax, order.currency);
    faults.lines ??= `The total is larger than an order may be (${largest}).`;
  }
  const lineDiscounts = order.lines.reduce((sum, line) => sum + line.discountMinor, 0);
  if (order.orderDiscountMinor > items - lineDiscounts) {
    faults.discount ??= 'The discount is more than the items cost.';
  }
}
