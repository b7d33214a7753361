import type { Currency } from '#domain/currency';
import { exponentOf } from '#domain/currency';
import type { Order } from '#domain/order';

/** An order that exists nowhere but in a rehearsal: one thing for about sixty of the currency. */
export function sampleOrder(currency: Currency, placedAt: number): Order {
  const unitPriceMinor = Math.round(59.9 * 10 ** exponentOf(currency));
  return {
    id: 0,
    number: 'SAMPLE-1',
    version: 1,
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
    payments: [],
    shipments: [],
    shortStock: false,
    tags: [],
    note: null,
    placedAt,
    paidVersion: null,
    paidAt: null,
    deliveredAt: null,
    heldAt: null,
    cancelledAt: null,
    cancelReason: null,
    deletedAt: null,
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
