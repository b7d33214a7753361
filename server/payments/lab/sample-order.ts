import type { Currency } from '#domain/currency';
import { exponentOf } from '#domain/currency';
import type { Order } from '#domain/order';
import { untouchedOrder } from '#domain/untouched-order';

/** An order that exists nowhere but in a rehearsal: one thing for about sixty of the currency. */
export function sampleOrder(currency: Currency, placedAt: number): Order {
  const unitPriceMinor = Math.round(59.9 * 10 ** exponentOf(currency));
  return {
    ...untouchedOrder,
    id: 0,
    number: 'SAMPLE-1',
    token: '',
    currency,
    customerId: '',
    customer: { email: 'customer@example.com', name: 'A customer', phone: null, locale: null },
    billingAddress: null,
    shippingAddress: null,
    lines: [{ ...sampleLine, unitPriceMinor }],
    shippingMethod: null,
    shippingMinor: 0,
    shippingTaxMinor: 0,
    orderDiscountMinor: 0,
    paymentMethod: null,
    tags: [],
    note: null,
    placedAt,
  };
}

const sampleLine = {
  id: 'sample',
  productId: null,
  sku: 'SAMPLE',
  name: 'A sample',
  kind: 'physical',
  quantity: 1,
  discountMinor: 0,
  taxMinor: 0,
  codesWaiting: 0,
} as const;
