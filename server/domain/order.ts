import type { Address } from './address';
import type { Currency } from './currency';
import type { PaymentRecordStatus, ProductKind, RequestAnswer, RequestKind } from './vocabulary';

export type Customer = Readonly<{
  email: string;
  name: string;
  phone: string | null;
  locale: string | null;
}>;

/** One product and a quantity. `codesWaiting` counts the units that are paid and still lack a code. */
export type Line = Readonly<{
  id: string;
  productId: string | null;
  sku: string;
  name: string;
  kind: ProductKind;
  quantity: number;
  unitPriceMinor: number;
  discountMinor: number;
  taxMinor: number;
  codesWaiting: number;
}>;

/**
 * Money received, authorised or declined. `refundedMinor` is what was refunded of `amountMinor`; a
 * charge back leaves it alone, so that a dispute that is won restores it.
 */
export type Payment = Readonly<{
  id: string;
  account: string | null;
  method: string;
  amountMinor: number;
  refundedMinor: number;
  currency: Currency;
  status: PaymentRecordStatus;
  transactionId: string | null;
  authorizationCode: string | null;
  cardBrand: string | null;
  cardLast4: string | null;
  note: string | null;
  receivedAt: number;
}>;

export type Parcel = Readonly<{
  id: string;
  carrier: string;
  trackingNumber: string | null;
  trackingUrl: string | null;
}>;

export type ShipmentLine = Readonly<{ lineId: string; quantity: number }>;

/** Goods that left. A voided shipment is kept on record and counts for nothing. */
export type Shipment = Readonly<{
  id: string;
  shippedOn: string;
  note: string | null;
  parcels: readonly Parcel[];
  lines: readonly ShipmentLine[];
  createdAt: number;
  voidedAt: number | null;
}>;

/**
 * A customer's right to the files of a line: each may be downloaded `downloadsMax` times until
 * `expiresAt`, or for ever where that is null. Of several grants of one line the last one counts.
 */
export type Grant = Readonly<{
  id: string;
  lineId: string;
  productId: string;
  quantity: number;
  downloadsMax: number;
  issuedAt: number;
  expiresAt: number | null;
  revokedAt: number | null;
}>;

/** What a customer asked of the shop, in their words, and what became of it. One is open per kind. */
export type OrderRequest = Readonly<{
  id: string;
  kind: RequestKind;
  text: string | null;
  askedAt: number;
  answeredAt: number | null;
  answer: RequestAnswer | null;
  answerText: string | null;
}>;

/** The facts of an order. Statuses, totals of money and flags are computed from these and nothing else. */
export type Order = Readonly<{
  id: number;
  number: string;
  version: number;
  token: string;
  currency: Currency;
  customerId: string;
  customer: Customer;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  lines: readonly Line[];
  shippingMethod: string | null;
  shippingMinor: number;
  shippingTaxMinor: number;
  orderDiscountMinor: number;
  paymentMethod: string | null;
  payments: readonly Payment[];
  shipments: readonly Shipment[];
  grants: readonly Grant[];
  requests: readonly OrderRequest[];
  shortStock: boolean;
  tags: readonly string[];
  note: string | null;
  placedAt: number;
  /** The version of the event that settled the order: its movements are what a roll back undoes. */
  paidVersion: number | null;
  paidAt: number | null;
  deliveredAt: number | null;
  heldAt: number | null;
  cancelledAt: number | null;
  cancelReason: string | null;
  deletedAt: number | null;
  /** The day (YYYY-MM-DD in the shop) on which the customer may expect the goods. */
  expectedOn: string | null;
  /** The last expected day that passed while goods were still here, and was recorded. */
  slippedOn: string | null;
}>;

/** What a change of the ledger adds to one product: units, negative when goods leave. */
export type MovementFacts = Readonly<{
  productId: string;
  stockDelta: number;
  soldDelta: number;
}>;
