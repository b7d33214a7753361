import type { Line, Order, Payment } from './order';
import { untouchedOrder } from './untouched-order';

export function aLine(change: Partial<Line> = {}): Line {
  return {
    id: change.productId ?? 'mug',
    productId: 'mug',
    sku: 'MUG',
    name: 'Mug',
    kind: 'physical',
    quantity: 2,
    unitPriceMinor: 1000,
    discountMinor: 0,
    taxMinor: 0,
    codesWaiting: 0,
    ...change,
  };
}

export const mugs = aLine({ discountMinor: 100, taxMinor: 190 });
export const poster = aLine({
  productId: 'poster',
  name: 'Poster',
  quantity: 1,
  unitPriceMinor: 500,
});
export const licences = aLine({ productId: 'licence', name: 'Licence', kind: 'codes' });
export const book = aLine({ productId: 'book', name: 'Book', kind: 'file', quantity: 1 });

/** A pending order as it was placed: two mugs and a poster, 29.50 in all. */
export function anOrder(change: Partial<Order> = {}): Order {
  return {
    ...untouchedOrder,
    id: 1001,
    number: '1001',
    token: 'token',
    currency: 'EUR',
    customerId: 'customer',
    customer: { email: 'ada@example.org', name: 'Ada', phone: null, locale: null },
    billingAddress: null,
    shippingAddress: { name: 'Ada', line1: '1 Mill Lane', city: 'Leeds', country: 'GB' },
    lines: [mugs, poster],
    shippingMethod: 'Post',
    shippingMinor: 400,
    shippingTaxMinor: 60,
    orderDiscountMinor: 100,
    paymentMethod: null,
    tags: [],
    note: null,
    placedAt: 1_600_000_000_000,
    ...change,
  };
}

export function aPayment(change: Partial<Payment> = {}): Payment {
  return {
    id: 'payment',
    account: null,
    method: 'cheque',
    amountMinor: 1000,
    refundedMinor: 0,
    currency: 'EUR',
    status: 'received',
    transactionId: null,
    authorizationCode: null,
    cardBrand: null,
    cardLast4: null,
    note: null,
    receivedAt: 0,
    ...change,
  };
}
