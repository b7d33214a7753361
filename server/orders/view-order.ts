import * as z from 'zod';
import { carrierId } from '#domain/carriers';
import { currencies } from '#domain/currency';
import type { Order } from '#domain/order';
import { shippedQuantity, standingOf } from '#domain/order-status';
import { goneBack, lineTotal, totalsOf } from '#domain/totals';
import { trackingUrl } from '#domain/tracking-number';
import {
  fulfilmentStatuses,
  orderFlags,
  orderStatuses,
  paymentRecordStatuses,
  paymentStatuses,
  productKinds,
} from '#domain/vocabulary';

const Minor = z.int().describe('Minor units of the currency');
const IsoTime = z.string().describe('ISO 8601, UTC');
const AddressView = z
  .object({
    name: z.string(),
    company: z.string().optional(),
    line1: z.string(),
    line2: z.string().optional(),
    city: z.string(),
    region: z.string().optional(),
    postalCode: z.string().optional(),
    country: z.string().describe('ISO 3166-1 alpha-2'),
  })
  .nullable();
const Totals = z.object({
  items: Minor,
  discount: Minor,
  shipping: Minor,
  tax: Minor,
  grand: Minor,
  paid: Minor,
  refunded: Minor,
});

export const OrderSummaryView = z.object({
  number: z.string(),
  status: z.enum(orderStatuses),
  paymentStatus: z.enum(paymentStatuses),
  fulfilmentStatus: z.enum(fulfilmentStatuses),
  flags: z.array(z.enum(orderFlags)),
  currency: z.enum(currencies),
  totals: Totals,
  customer: z.object({
    email: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    locale: z.string().nullable(),
  }),
  tags: z.array(z.string()),
  note: z.string().nullable(),
  placedAt: IsoTime,
  version: z.int(),
});
export type OrderSummaryView = z.infer<typeof OrderSummaryView>;

export const OrderView = OrderSummaryView.extend({
  billingAddress: AddressView,
  shippingAddress: AddressView,
  shipping: z.object({ method: z.string().nullable(), amount: Minor, tax: Minor }).nullable(),
  paymentMethod: z.string().nullable(),
  lines: z.array(
    z.object({
      id: z.string(),
      sku: z.string(),
      name: z.string(),
      kind: z.enum(productKinds),
      quantity: z.int(),
      unitPrice: Minor,
      discount: Minor,
      tax: Minor,
      total: Minor,
      shippedQuantity: z.int(),
    }),
  ),
  payments: z.array(
    z.object({
      id: z.string(),
      method: z.string(),
      account: z.string().nullable().describe('Slug of the payment account'),
      amount: Minor,
      refunded: Minor,
      currency: z.enum(currencies),
      status: z.enum(paymentRecordStatuses),
      transactionId: z.string().nullable(),
      authorizationCode: z.string().nullable(),
      receivedAt: IsoTime,
    }),
  ),
  shipments: z.array(
    z.object({
      id: z.string(),
      shippedOn: z.string().describe('YYYY-MM-DD'),
      parcels: z.array(
        z.object({
          carrier: z.string(),
          trackingNumber: z.string().nullable(),
          trackingUrl: z.string().nullable(),
        }),
      ),
      note: z.string().nullable(),
      lines: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
      voided: z.boolean(),
    }),
  ),
  cancelReason: z.string().nullable(),
  trackingUrl: z.string().describe("The customer's page"),
});
export type OrderView = z.infer<typeof OrderView>;

/** An order as the API shows it. Serial codes are never in it. `appUrl` has no slash at its end. */
export function viewOrder(order: Order, appUrl: string): OrderView {
  return {
    number: order.number,
    ...mutable(standingOf(order)),
    currency: order.currency,
    totals: totalsOf(order),
    customer: order.customer,
    billingAddress: order.billingAddress,
    shippingAddress: order.shippingAddress,
    shipping: viewShipping(order),
    paymentMethod: order.paymentMethod,
    lines: order.lines.map((line) => viewLine(order, line)),
    payments: order.payments.map(viewPayment),
    shipments: order.shipments.map(viewShipment),
    trackingUrl: `${appUrl}/track/${order.token}`,
    tags: [...order.tags],
    note: order.note,
    cancelReason: order.cancelReason,
    placedAt: iso(order.placedAt),
    version: order.version,
  };
}

export function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}

function mutable({ flags, ...statuses }: ReturnType<typeof standingOf>) {
  return { ...statuses, flags: [...flags] };
}

function viewShipping(order: Order): OrderView['shipping'] {
  const { shippingMethod: method, shippingMinor: amount, shippingTaxMinor: tax } = order;
  return method === null && amount === 0 && tax === 0 ? null : { method, amount, tax };
}

function viewLine(order: Order, line: Order['lines'][number]): OrderView['lines'][number] {
  const { id, sku, name, kind, quantity } = line;
  return {
    ...{ id, sku, name, kind, quantity },
    unitPrice: line.unitPriceMinor,
    discount: line.discountMinor,
    tax: line.taxMinor,
    total: lineTotal(line),
    shippedQuantity: shippedQuantity(order, id),
  };
}

/** A payment as the API shows it. */
export function viewPayment(payment: Order['payments'][number]): OrderView['payments'][number] {
  const { id, method, account, currency, status, transactionId, authorizationCode } = payment;
  return {
    ...{ id, method, account, currency, status, transactionId, authorizationCode },
    amount: payment.amountMinor,
    refunded: goneBack(payment),
    receivedAt: iso(payment.receivedAt),
  };
}

/** A shipment as the API shows it, voided ones too. */
export function viewShipment(shipment: Order['shipments'][number]): OrderView['shipments'][number] {
  const { id, shippedOn, note, lines, parcels, voidedAt } = shipment;
  return {
    ...{ id, shippedOn, note },
    parcels: parcels.map(({ carrier, trackingNumber, trackingUrl: link }) => ({
      carrier,
      trackingNumber,
      trackingUrl: link ?? linkOf(carrier, trackingNumber),
    })),
    lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
    voided: voidedAt !== null,
  };
}

/** The carrier's own page for a number, where there is one; links are built when they are shown. */
export function linkOf(carrier: string, trackingNumber: string | null): string | null {
  return trackingNumber === null ? null : trackingUrl(carrierId(carrier), trackingNumber);
}
