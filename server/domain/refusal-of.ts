import { slipsOn } from './lateness';
import type { Order } from './order';
import type { OrderCommandType } from './order-command';
import { isAnythingOutstanding, isSettled, quantityToShip, standingOf } from './order-status';
import { type Refusal, refuse } from './refusal';
import { nothingAsked, standsAgainst } from './stands-against';
import { isStanding } from './totals';

type Guard = (order: Order) => Refusal | null;

/** The whole life of an order in one table: what each command takes for granted of the order. */
const guards: Readonly<Record<OrderCommandType, Guard>> = {
  pay: (order) => first(inBin, cancelled('Reopen it first.'), alreadyPaid)(order),
  keep_payment: (order) =>
    first(inBin, cancelled('Reopen it and mark it paid.'), notPaid('Mark it paid.'))(order),
  note_payment: (order) => first(inBin)(order),
  resolve_callback: (order) => first(inBin)(order),
  refund: (order) => first(inBin, noPayment)(order),
  charge_back: (order) => first(inBin, noPayment)(order),
  reverse_charge_back: (order) => first(inBin, noPayment)(order),
  learn_authorization_code: (order) => first(inBin, noPayment)(order),
  ship: (order) =>
    first(
      inBin,
      cancelled('Reopen it and mark it paid first.'),
      notPaid('Mark it paid first.'),
      nothingToShip,
      onHold,
    )(order),
  deliver: (order) =>
    first(
      inBin,
      cancelled('Reopen it first.'),
      notPaid('Mark it paid and ship it first.'),
      codesOwed,
      notShipped,
    )(order),
  roll_back: (order) => first(inBin, cancelled('Reopen it first.'), nothingToRollBack)(order),
  cancel: (order) => first(inBin, cancelled('Nothing more needs doing.'), goodsHaveLeft)(order),
  reopen: (order) => first(inBin, notCancelled)(order),
  delete: (order) => first(inBin)(order),
  restore: (order) => (order.deletedAt === null ? notInBin : null),
  hold: (order) =>
    first(inBin, cancelled('A cancelled order needs no hold.'), onHold, nothingLeftToHold)(order),
  release: (order) => first(inBin, notOnHold)(order),
  note: (order) => first(inBin)(order),
  tag: (order) => first(inBin)(order),
  correct_contact: (order) => first(inBin)(order),
  correct_address: (order) => first(inBin)(order),
  correct_tracking: (order) => first(inBin, noParcel)(order),
  resend: (order) => first(inBin)(order),
  hand_out_codes: (order) =>
    first(
      inBin,
      cancelled('Reopen it and mark it paid first.'),
      notPaid('Mark it paid first.'),
      noCodesWaiting,
    )(order),
  erase_personal_data: (order) => first(inBin, stillOpen)(order),
  change_grant: (order) =>
    first(
      inBin,
      cancelled('Reopen it and mark it paid first.'),
      notPaid('Mark it paid first.'),
      noGrant,
    )(order),
  replace_code: (order) => changesCodes(order),
  give_code: (order) => changesCodes(order),
  ask_to_cancel: (order) => first(inBin, standsAgainst('ask_to_cancel'))(order),
  correct_own_address: (order) => first(inBin, standsAgainst('correct_own_address'))(order),
  report_not_received: (order) => first(inBin, standsAgainst('report_not_received'))(order),
  choose_payment_method: (order) => first(inBin, standsAgainst('choose_payment_method'))(order),
  withdraw_request: (order) => first(inBin, standsAgainst('withdraw_request'))(order),
  answer_request: (order) => first(inBin, nothingAsked)(order),
  expect: (order) => first(inBin, cancelled('Reopen it first.'), noGoods, isDelivered)(order),
  slip: (order) =>
    first(
      inBin,
      cancelled('Reopen it and mark it paid first.'),
      notPaid('Mark it paid first.'),
      cannotSlip,
    )(order),
  renew_link: (order) => first(inBin)(order),
};

function changesCodes(order: Order): Refusal | null {
  return first(
    inBin,
    cancelled('Reopen it and mark it paid first.'),
    notPaid('Mark it paid first.'),
    noCodes,
  )(order);
}

/** Why `command` is refused for this order whatever its details, or null where it may go ahead. */
export function refusalOf(order: Order, command: OrderCommandType): Refusal | null {
  return guards[command](order);
}

/** The commands that the order would take now: the buttons to show. */
export function permittedCommands(order: Order): readonly OrderCommandType[] {
  const all = Object.keys(guards) as OrderCommandType[];
  return all.filter((command) => refusalOf(order, command) === null);
}

function first(...candidates: readonly Guard[]): Guard {
  return (order) => {
    for (const guard of candidates) {
      const refusal = guard(order);
      if (refusal) return refusal;
    }
    return null;
  };
}

const notInBin = refuse('The order is not in the bin.', 'Only a deleted order can be restored.');

function inBin(order: Order): Refusal | null {
  if (order.deletedAt === null) return null;
  return refuse('The order is in the bin.', 'Restore it first.');
}

function cancelled(remedy: string): Guard {
  return (order) => (order.cancelledAt === null ? null : refuse('The order is cancelled.', remedy));
}

function alreadyPaid(order: Order): Refusal | null {
  if (!isSettled(order)) return null;
  return refuse('The order is paid already.', 'To take the payment back, roll the order back.');
}

function notPaid(remedy: string): Guard {
  return (order) => (isSettled(order) ? null : refuse('The order is not paid.', remedy));
}

function nothingToShip(order: Order): Refusal | null {
  if (order.lines.some((line) => quantityToShip(order, line) > 0)) return null;
  return (
    noGoods(order) ??
    refuse('Everything has been shipped.', 'To ship it again, roll the order back first.')
  );
}

/** Only where codes are all that is missing: goods that are left to ship come first. */
function codesOwed(order: Order): Refusal | null {
  if (order.lines.some((line) => quantityToShip(order, line) > 0)) return null;
  if (order.lines.every((line) => line.codesWaiting === 0)) return null;
  return refuse('Codes are still owed to the customer.', 'Import codes for the product first.');
}

function notShipped(order: Order): Refusal | null {
  const { fulfilmentStatus } = standingOf(order);
  if (fulfilmentStatus === 'shipped') return null;
  if (fulfilmentStatus === 'delivered') {
    return refuse('The order is delivered already.', 'To undo that, roll the order back.');
  }
  const remedy =
    order.heldAt === null ? 'Ship what is left first.' : 'Release it and ship it first.';
  return refuse('Not everything has been shipped.', remedy);
}

function noPayment(order: Order): Refusal | null {
  if (order.payments.some(isStanding)) return null;
  return order.cancelledAt === null
    ? refuse('The order has no payment now.', 'Mark it paid first.')
    : refuse('The order is cancelled.', 'Reopen it and mark it paid first.');
}

function nothingToRollBack(order: Order): Refusal | null {
  if (isSettled(order) || order.payments.some(isStanding)) return null;
  return refuse('The order has no payment to take back.', 'Cancel or delete it instead.');
}

function goodsHaveLeft(order: Order): Refusal | null {
  const { status } = standingOf(order);
  if (status !== 'shipped' && status !== 'delivered') return null;
  return refuse(`The order is ${status} already.`, 'Roll it back first, then cancel it.');
}

function notCancelled(order: Order): Refusal | null {
  if (order.cancelledAt !== null) return null;
  return refuse('The order is not cancelled.', 'Only a cancelled order can be reopened.');
}

function onHold(order: Order): Refusal | null {
  if (order.heldAt === null) return null;
  return refuse('The order is on hold.', 'Release it first.');
}

function notOnHold(order: Order): Refusal | null {
  if (order.heldAt !== null) return null;
  return refuse('The order is not on hold.', 'Only an order on hold can be released.');
}

function nothingLeftToHold(order: Order): Refusal | null {
  if (!isSettled(order) || isAnythingOutstanding(order)) return null;
  return refuse('Everything has left already.', 'There is nothing to hold back.');
}

function noParcel(order: Order): Refusal | null {
  const standing = order.shipments.filter((shipment) => shipment.voidedAt === null);
  if (standing.some(({ parcels }) => parcels.length > 0)) return null;
  return refuse('No parcel has left.', 'Only a parcel that has left can be corrected.');
}

/** Whoever is still to pay, or to be sent something, has to be found. */
function stillOpen(order: Order): Refusal | null {
  if (order.cancelledAt !== null) return null;
  if (!isSettled(order)) return refuse('The order is not paid yet.', 'Cancel it first.');
  return isAnythingOutstanding(order)
    ? refuse(
        'Something of the order has not left yet.',
        'Cancel it, or wait until all of it has left.',
      )
    : null;
}

function noCodes(order: Order): Refusal | null {
  if (order.lines.some(({ kind }) => kind === 'codes')) return null;
  return refuse('The order has no serial codes.', 'Nothing needs doing.');
}

function noCodesWaiting(order: Order): Refusal | null {
  if (order.lines.some((line) => line.codesWaiting > 0)) return null;
  return refuse('No line is waiting for codes.', 'Nothing needs doing.');
}

function noGoods(order: Order): Refusal | null {
  if (order.lines.some(({ kind }) => kind === 'physical')) return null;
  return refuse(
    'There is nothing to ship in this order.',
    'Its codes and files are handed out by paying.',
  );
}

function isDelivered(order: Order): Refusal | null {
  if (order.deliveredAt === null) return null;
  return refuse('The order is delivered already.', 'Nothing more is expected.');
}

function cannotSlip(order: Order): Refusal | null {
  if (slipsOn(order) !== null) return null;
  return refuse('No expected day is waited for.', 'Nothing needs doing.');
}

function noGrant(order: Order): Refusal | null {
  if (order.grants.length > 0) return null;
  return refuse('There is nothing to download in this order.', 'Nothing needs doing.');
}
