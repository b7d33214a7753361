import { promisedBy } from './decide-expect';
import { issuedGrants } from './decide-grant';
import { accept, type Decision, refused, type World } from './decision';
import { evolveAll } from './evolve-order';
import type { Line, MovementFacts, Order, Payment } from './order';
import type { PaymentGiven } from './order-command';
import type { CodesOwed, OrderEvent } from './order-event';
import { isAnythingOutstanding, isEverythingTracked, isSettled } from './order-status';
import { amountDue } from './totals';

/**
 * The full amount settles the order: stock, sales, codes and grants move with it. Less is recorded
 * and moves nothing, unless the difference was accepted. Stock and pools never refuse money; what
 * is short is flagged.
 */
export function decidePay(order: Order, given: PaymentGiven, world: World): Decision {
  const due = amountDue(order);
  const amountMinor = given.amountMinor ?? due;
  if (!isAmount(amountMinor, due)) {
    return invalidAmount;
  }
  const isAccepted = given.isDifferenceAccepted === true;
  if (amountMinor > due && !isAccepted) {
    return refused(
      'The amount is more than is still to be paid.',
      'Enter the amount that is due, or leave it out to pay all of it.',
    );
  }
  const payment = receivedPayment(order, given, amountMinor, world);
  return amountMinor < due && !isAccepted
    ? accept({ type: 'payment_recorded', payment })
    : accept(settled(order, payment, world));
}

/** Adds money to a settled order, which is overpaid then; nothing moves again. */
export function decideKeepPayment(order: Order, given: PaymentGiven, world: World): Decision {
  const { amountMinor = 0 } = given;
  return Number.isSafeInteger(amountMinor) && amountMinor > 0
    ? accept({
        type: 'payment_recorded',
        payment: receivedPayment(order, given, amountMinor, world),
      })
    : invalidAmount;
}

/** Only an order that costs nothing is paid with nothing. */
function isAmount(amountMinor: number, due: number): boolean {
  return Number.isSafeInteger(amountMinor) && (amountMinor > 0 || amountMinor === due);
}

const invalidAmount: Decision = {
  kind: 'invalid',
  fields: { amount: 'Enter an amount above zero.' },
};

function receivedPayment(
  order: Order,
  given: PaymentGiven,
  amountMinor: number,
  world: World,
): Payment {
  const authorised = order.payments.find(
    (payment) =>
      payment.status === 'authorised' &&
      payment.account === (given.account ?? null) &&
      payment.transactionId === (given.transactionId ?? null),
  );
  return {
    id: authorised?.id ?? world.newId(),
    account: given.account ?? null,
    method: given.method,
    amountMinor,
    refundedMinor: 0,
    currency: order.currency,
    status: 'received',
    transactionId: given.transactionId ?? null,
    authorizationCode: given.authorizationCode ?? authorised?.authorizationCode ?? null,
    cardBrand: given.cardBrand ?? authorised?.cardBrand ?? null,
    cardLast4: given.cardLast4 ?? authorised?.cardLast4 ?? null,
    note: given.note ?? authorised?.note ?? null,
    receivedAt: world.at,
  };
}

/** The event that settles an order with the payment that completes it. */
export function settled(order: Order, payment: Payment, world: World): OrderEvent {
  const movements = saleMovements(order, world);
  return {
    type: 'paid',
    payment,
    movements,
    codes: codesOwed(order.lines.map(owedInFull), world),
    grants: issuedGrants(order, world),
    shortProductIds: movements
      .filter(({ productId, stockDelta }) => isShort(productId, stockDelta, world))
      .map(({ productId }) => productId),
    expectedOn: promisedBy(order, world),
  };
}

/** One movement per product, however many lines it has. */
function saleMovements(order: Order, world: World): readonly MovementFacts[] {
  const units = new Map<string, number>();
  for (const { productId, quantity } of order.lines) {
    if (productId !== null) units.set(productId, (units.get(productId) ?? 0) + quantity);
  }
  return [...units].map(([productId, quantity]) => ({
    productId,
    stockDelta: world.products.get(productId)?.trackStock ? -quantity : 0,
    soldDelta: quantity,
  }));
}

function isShort(productId: string, stockDelta: number, world: World): boolean {
  return stockDelta < 0 && (world.products.get(productId)?.stock ?? 0) + stockDelta < 0;
}

type Owed = Readonly<{ line: Line; units: number }>;

const owedInFull = (line: Line): Owed => ({ line, units: line.quantity });

/** Shares the pools out among the lines in their order; what a pool lacks stays waiting. */
function codesOwed(owed: readonly Owed[], world: World): readonly CodesOwed[] {
  const left = new Map([...world.products].map(([id, { codesAvailable }]) => [id, codesAvailable]));
  return owed.flatMap(({ line: { id: lineId, kind, productId }, units }) => {
    if (kind !== 'codes' || productId === null || units === 0) return [];
    const available = left.get(productId) ?? 0;
    const handOut = Math.min(available, units);
    left.set(productId, available - handOut);
    return [{ lineId, productId, handOut, waiting: units - handOut }];
  });
}

/** Serves the lines of a paid order that still wait for codes, as far as the pools reach. */
export function handOutWaiting(order: Order, world: World): Decision {
  const owed = order.lines.map((line) => ({ line, units: line.codesWaiting }));
  const codes = codesOwed(owed, world).filter(({ handOut }) => handOut > 0);
  return codes.length > 0
    ? accept({ type: 'codes_handed_out', codes })
    : refused('The pool has no codes.', 'Import codes for the product first.');
}

/**
 * Adds the delivery that follows of itself: everything digital is handed out, and every parcel
 * left with a tracking number (where the setting says so).
 */
export function deliverIfComplete(
  order: Order,
  events: readonly OrderEvent[],
  world: World,
): Decision {
  const after = evolveAll(order, events, world.at);
  const isComplete =
    events.some(isCompleting) &&
    isSettled(after) &&
    after.deliveredAt === null &&
    !isAnythingOutstanding(after) &&
    hasTracking(after, world.deliveredOnTracking);
  return isComplete ? accept(...events, { type: 'delivered', reason: null }) : accept(...events);
}

const completing: ReadonlySet<OrderEvent['type']> = new Set([
  'paid',
  'shipped',
  'codes_handed_out',
  'code_given',
  'tracking_corrected',
]);

/** One code in place of another completes nothing; more than one serves what was missing. */
function isCompleting(event: OrderEvent): boolean {
  return completing.has(event.type) || (event.type === 'code_replaced' && event.handOut > 1);
}

function hasTracking(order: Order, deliveredOnTracking: boolean): boolean {
  const shipments = order.shipments.filter(({ voidedAt }) => voidedAt === null);
  return shipments.length === 0 || (deliveredOnTracking && isEverythingTracked(order));
}
