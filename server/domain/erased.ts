import type { Address } from './address';
import type { Customer, Order } from './order';

/** Who stands on an order whose personal data was erased. `.invalid` is nobody's (RFC 2606 §2). */
export const erasedCustomer: Customer = {
  email: 'erased@customer.invalid',
  name: 'Erased customer',
  phone: null,
  locale: null,
};

export function isErased({ customer }: Order): boolean {
  return customer.email === erasedCustomer.email;
}

/**
 * The order as the books need it: what was bought and paid and which country it went to, which
 * decides about the tax. Free text goes too, since anything may stand in it.
 */
export function withoutPersonalData(order: Order): Order {
  return {
    ...order,
    customer: erasedCustomer,
    billingAddress: countryOnly(order.billingAddress),
    shippingAddress: countryOnly(order.shippingAddress),
    note: null,
    cancelReason: null,
    requests: order.requests.map((request) => ({ ...request, text: null, answerText: null })),
    payments: order.payments.map((payment) => ({
      ...payment,
      ...{ cardBrand: null, cardLast4: null, note: null },
    })),
    shipments: order.shipments.map((shipment) => ({
      ...shipment,
      note: null,
      parcels: shipment.parcels.map((parcel) => ({
        ...parcel,
        ...{ trackingNumber: null, trackingUrl: null },
      })),
    })),
  };
}

function countryOnly(address: Address | null): Address | null {
  if (address === null) return null;
  return { name: erasedCustomer.name, line1: '–', city: '–', country: address.country };
}
