import type { Address } from '#domain/address';
import { type CustomerCommand, hasMoney, type Obstacle, obstacleOf } from '#domain/obstacle-of';
import type { Order, OrderRequest } from '#domain/order';
import { isSettled } from '#domain/order-status';
import { isStanding, totalsOf } from '#domain/totals';
import type { RequestKind } from '#domain/vocabulary';

/** How the money of an order stands, for the head of its receipt. */
export type ReceiptState =
  | 'paid'
  | 'partlyPaid'
  | 'refunded'
  | 'partlyRefunded'
  | 'takenBack'
  | 'cancelled';

/** What became of a request, in the one word that the page has sentences for. */
export type OwnRequest = Readonly<{
  id: string;
  kind: RequestKind;
  askedAt: number;
  stands: 'open' | 'answered' | 'left';
  answerText: string | null;
}>;

/** What only the customer of an order is told and may do; with just the link nobody sees it. */
export type OwnPart = Readonly<{
  /** What stands in the way of each command; null where it can be given. */
  obstacles: Readonly<Record<CustomerCommand, Obstacle | null>>;
  /** Nobody needs to be asked. */
  isCancelledAtOnce: boolean;
  /** Codes or downloads that end with the order. */
  hasDigital: boolean;
  /** The newest of each kind, unless it was withdrawn. */
  requests: readonly OwnRequest[];
  placedAt: number;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  customerName: string;
  /** Null where nothing was ever paid. */
  receipt: ReceiptState | null;
}>;

export function viewOwnPart(order: Order): OwnPart {
  const { placedAt, billingAddress, shippingAddress, customer, lines } = order;
  return {
    obstacles: {
      ask_to_cancel: obstacleOf(order, 'ask_to_cancel'),
      correct_own_address: obstacleOf(order, 'correct_own_address'),
      report_not_received: obstacleOf(order, 'report_not_received'),
      choose_payment_method: obstacleOf(order, 'choose_payment_method'),
      withdraw_request: obstacleOf(order, 'withdraw_request'),
    },
    isCancelledAtOnce: !hasMoney(order),
    hasDigital: isSettled(order) && lines.some(({ kind }) => kind !== 'physical'),
    requests: order.cancelledAt === null ? newestRequests(order) : [],
    customerName: customer.name,
    receipt: receiptStateOf(order),
    ...{ placedAt, billingAddress, shippingAddress },
  };
}

function newestRequests({ requests }: Order): readonly OwnRequest[] {
  return (['cancel', 'not_received'] as const).flatMap((kind) => {
    const newest = requests.findLast((request) => request.kind === kind);
    return newest && newest.answer !== 'withdrawn' ? [ownRequest(newest)] : [];
  });
}

function ownRequest({ id, kind, askedAt, answeredAt, answerText }: OrderRequest): OwnRequest {
  const answered = kind === 'cancel' && answerText === null ? 'left' : 'answered';
  return { id, kind, askedAt, answerText, stands: answeredAt === null ? 'open' : answered };
}

/** A roll back keeps the payment on record, so what was paid once can always be shown. */
function receiptStateOf(order: Order): ReceiptState | null {
  const { paid, refunded } = totalsOf(order);
  const { payments, cancelledAt } = order;
  if (!payments.some((payment) => isStanding(payment) || payment.status === 'reversed'))
    return null;
  if (cancelledAt !== null) return 'cancelled';
  if (!payments.some(isStanding)) return 'takenBack';
  if (refunded > 0) return refunded >= paid ? 'refunded' : 'partlyRefunded';
  return isSettled(order) ? 'paid' : 'partlyPaid';
}

/** Whether somebody who signs in finds anything to do here. */
export function hasOwnPart(order: Order): boolean {
  const { obstacles, receipt, requests } = viewOwnPart(order);
  const { choose_payment_method, ...own } = obstacles;
  const isAnythingOffered = Object.values(own).includes(null);
  return receipt !== null || requests.length > 0 || isAnythingOffered;
}
