import type { Line, Order, OrderRequest } from './order';
import { isStanding, totalsOf } from './totals';
import type {
  FulfilmentStatus,
  OrderFlag,
  OrderStatus,
  PaymentStatus,
  RequestKind,
} from './vocabulary';

/** The three statuses and the flags of an order; the only function that computes them. */
export type Standing = Readonly<{
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  flags: readonly OrderFlag[];
}>;

/** Headline, payment axis, fulfilment axis and flags, from the facts of the order alone. */
export function standingOf(order: Order): Standing {
  const fulfilmentStatus = fulfilmentOf(order);
  return {
    status: headlineOf(order, fulfilmentStatus),
    paymentStatus: paymentOf(order),
    fulfilmentStatus,
    flags: flagsOf(order),
  };
}

/** Whether the goods were paid in full, so that stock, sales, codes and grants have moved. */
export function isSettled(order: Order): boolean {
  return order.paidVersion !== null;
}

/** Units of a line that have left in shipments that were not voided. */
export function shippedQuantity(order: Order, lineId: string): number {
  return order.shipments
    .filter((shipment) => shipment.voidedAt === null)
    .flatMap((shipment) => shipment.lines)
    .filter((line) => line.lineId === lineId)
    .reduce((total, line) => total + line.quantity, 0);
}

/** Units of a line that still have to be shipped; none for codes and files. */
export function quantityToShip(order: Order, line: Line): number {
  return line.kind === 'physical' ? line.quantity - shippedQuantity(order, line.id) : 0;
}

/** Whether a parcel is on its way, or there already. */
export function hasAnythingLeft({ shipments }: Order): boolean {
  return shipments.some((shipment) => shipment.voidedAt === null);
}

/** What the customer asked and the shop has not answered. */
export function openRequestOf({ requests }: Order, kind: RequestKind): OrderRequest | null {
  return requests.find((request) => request.kind === kind && request.answeredAt === null) ?? null;
}

function headlineOf(order: Order, fulfilment: FulfilmentStatus): OrderStatus {
  if (order.cancelledAt !== null) return 'cancelled';
  if (!isSettled(order)) return 'pending';
  return fulfilment === 'delivered' || fulfilment === 'shipped' ? fulfilment : 'paid';
}

function paymentOf(order: Order): PaymentStatus {
  const { grand, paid, refunded } = totalsOf(order);
  if (!order.payments.some(isStanding)) return 'unpaid';
  if (refunded > 0 && refunded >= paid) return 'refunded';
  if (paid - refunded >= grand) return 'paid';
  return refunded > 0 ? 'partly_refunded' : 'partly_paid';
}

function fulfilmentOf(order: Order): FulfilmentStatus {
  if (!isSettled(order)) return 'unfulfilled';
  if (order.deliveredAt !== null) return 'delivered';
  const hasLeft = hasAnythingLeft(order);
  const isComplete = !isAnythingOutstanding(order);
  if (!hasLeft) return 'unfulfilled';
  return isComplete ? 'shipped' : 'partly_shipped';
}

/** Whether goods still have to be shipped or codes still have to be handed out. */
export function isAnythingOutstanding(order: Order): boolean {
  return order.lines.some((line) => line.codesWaiting > 0 || quantityToShip(order, line) > 0);
}

/** Whether every parcel that left can be asked after: its tracking number is known. */
export function isEverythingTracked({ shipments }: Order): boolean {
  const standing = shipments.filter(({ voidedAt }) => voidedAt === null);
  return standing.every(
    ({ parcels }) =>
      parcels.length > 0 && parcels.every(({ trackingNumber }) => trackingNumber !== null),
  );
}

/** Whether all the money went back, or the customer's bank took some: nobody waits for goods then. */
export function isMoneyBack(order: Order): boolean {
  const isTakenBack = order.payments.some(({ status }) => status === 'charged_back');
  return isTakenBack || paymentOf(order) === 'refunded';
}

/** Whether goods are still here that a customer has paid for and waits for. */
export function owesGoods(order: Order): boolean {
  return (
    isSettled(order) &&
    order.cancelledAt === null &&
    order.deletedAt === null &&
    !isMoneyBack(order) &&
    order.lines.some((line) => quantityToShip(order, line) > 0)
  );
}

function flagsOf(order: Order): readonly OrderFlag[] {
  const flags: Readonly<Record<OrderFlag, boolean>> = {
    short_stock: order.shortStock,
    codes_short: order.lines.some((line) => line.codesWaiting > 0),
    on_hold: order.heldAt !== null,
    authorised: order.payments.some((payment) => payment.status === 'authorised'),
    refunded: order.payments.some(
      (payment) =>
        isStanding(payment) && payment.status !== 'charged_back' && payment.refundedMinor > 0,
    ),
    charged_back: order.payments.some((payment) => payment.status === 'charged_back'),
    cancel_requested: openRequestOf(order, 'cancel') !== null,
    not_received: openRequestOf(order, 'not_received') !== null,
    late: order.slippedOn !== null && order.slippedOn === order.expectedOn && owesGoods(order),
  };
  return (Object.keys(flags) as OrderFlag[]).filter((flag) => flags[flag]);
}
