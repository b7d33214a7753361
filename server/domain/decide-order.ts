import { decideGiveCode, decideReplaceCode } from './decide-codes';
import { decideExpect, decideSlip } from './decide-expect';
import { decideChangeGrant } from './decide-grant';
import {
  decideKeepPayment,
  decidePay,
  deliverIfComplete,
  handOutWaiting,
  settled,
} from './decide-pay';
import {
  answeredByLeaving,
  decideAnswer,
  decideAskToCancel,
  decideChoosePaymentMethod,
  decideCorrectOwnAddress,
  decideReportNotReceived,
  decideWithdraw,
} from './decide-request';
import { decideShip } from './decide-ship';
import { accept, type Decision, refused, type World } from './decision';
import { isErased } from './erased';
import type { Order, Payment } from './order';
import type { OrderCommand } from './order-command';
import type { OrderEvent } from './order-event';
import { isSettled } from './order-status';
import { refusalOf } from './refusal-of';
import { rollBack } from './roll-back';
import { sortedTags } from './sorted-tags';
import { amountDue, isStanding } from './totals';

/**
 * What a command does to an order: pure, total and final. The guards come first, so a command that
 * `permittedCommands` does not list is always refused.
 */
export function decideOrder(order: Order, command: OrderCommand, world: World): Decision {
  const refusal = refusalOf(order, command.type);
  if (refusal) return { kind: 'refused', refusal };
  const decision = decidePermitted(order, command, world);
  return decision.kind === 'accepted' ? deliverIfComplete(order, decision.events, world) : decision;
}

function decidePermitted(order: Order, command: OrderCommand, world: World): Decision {
  switch (command.type) {
    case 'pay':
      return decidePay(order, command.payment, world);
    case 'keep_payment':
      return decideKeepPayment(order, command.payment, world);
    case 'resolve_callback': {
      const { callbackId, action, reason } = command;
      return accept({ type: 'callback_resolved', callbackId, action, reason });
    }
    case 'note_payment':
      return decideNotePayment(order, command, world);
    case 'refund':
    case 'charge_back':
    case 'reverse_charge_back':
    case 'learn_authorization_code':
      return decidePaymentUpdate(order, command, world);
    case 'hand_out_codes':
      return handOutWaiting(order, world);
    case 'replace_code':
      return decideReplaceCode(order, command, world);
    case 'give_code':
      return decideGiveCode(order, command, world);
    case 'ship':
      return answeredByLeaving(order, decideShip(order, command, world));
    case 'deliver':
      return accept({ type: 'delivered', reason: command.reason });
    case 'roll_back':
      return accept(...rollBack(order, command, world));
    case 'cancel':
      return decideCancel(order, command, world);
    case 'reopen':
      return accept({ type: 'reopened', reason: command.reason });
    case 'delete':
      return accept(...rollBack(order, command, world), {
        type: 'deleted',
        reason: command.reason,
      });
    case 'restore':
      return accept({ type: 'restored' });
    case 'hold':
      return accept({ type: 'held', reason: command.reason });
    case 'release':
      return accept({ type: 'released' });
    case 'note':
      return accept({ type: 'noted', note: command.note });
    case 'tag':
      return accept({ type: 'tagged', tags: sortedTags(command.tags) });
    case 'correct_contact':
      return decideCorrectContact(command);
    case 'correct_address':
      return accept({
        type: 'address_corrected',
        which: command.which,
        address: command.address,
      });
    case 'correct_tracking':
      return decideCorrectTracking(order, command);
    case 'resend':
      return decideResend(order, command);
    case 'erase_personal_data':
      return isErased(order) ? accept() : accept({ type: 'personal_data_erased' });
    case 'change_grant':
      return decideChangeGrant(order, command, world);
    case 'ask_to_cancel':
      return decideAskToCancel(order, command, world);
    case 'report_not_received':
      return decideReportNotReceived(command, world);
    case 'correct_own_address':
      return decideCorrectOwnAddress(order, command);
    case 'withdraw_request':
      return decideWithdraw(order, command);
    case 'choose_payment_method':
      return decideChoosePaymentMethod(order, command);
    case 'answer_request':
      return decideAnswer(order, command, world);
    case 'expect':
      return decideExpect(order, command, world);
    case 'slip':
      return decideSlip(order, world);
    case 'renew_link': {
      const { token, reason, notify } = command;
      return accept({ type: 'link_renewed', token, reason, notify });
    }
    default:
      return command satisfies never;
  }
}

function decideNotePayment(
  order: Order,
  command: OrderCommand & { type: 'note_payment' },
  world: World,
): Decision {
  const given = command.payment;
  const amountMinor = given.amountMinor ?? 0;
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0) {
    return { kind: 'invalid', fields: { amount: 'Enter a whole amount.' } };
  }
  const known = order.payments.find(
    (payment) =>
      payment.account === (given.account ?? null) &&
      payment.transactionId !== null &&
      payment.transactionId === (given.transactionId ?? null),
  );
  const isOpen = known?.status === 'authorised' || known?.status === 'declined';
  if (known && (!isOpen || known.status === command.status)) return accept();
  const payment: Payment = {
    id: known?.id ?? world.newId(),
    account: given.account ?? null,
    method: given.method,
    amountMinor,
    refundedMinor: 0,
    currency: order.currency,
    status: command.status,
    transactionId: given.transactionId ?? null,
    authorizationCode: given.authorizationCode ?? null,
    cardBrand: given.cardBrand ?? null,
    cardLast4: given.cardLast4 ?? null,
    note: given.note ?? null,
    receivedAt: world.at,
  };
  return accept({ type: 'payment_recorded', payment });
}

type PaymentUpdate = OrderCommand & {
  type: 'refund' | 'charge_back' | 'reverse_charge_back' | 'learn_authorization_code';
};

function decidePaymentUpdate(order: Order, command: PaymentUpdate, world: World): Decision {
  const payment = order.payments.find(({ id }) => id === command.paymentId);
  if (!payment || !isStanding(payment)) {
    return refused('That payment is not on this order.', 'Look at the payments of the order.');
  }
  switch (command.type) {
    case 'refund':
      return decideRefund(payment, command.refundedMinor);
    case 'charge_back':
      return payment.status === 'charged_back'
        ? accept()
        : updated(payment, 'charged_back', { status: 'charged_back' });
    case 'reverse_charge_back':
      return payment.status === 'charged_back' ? decideReversal(order, payment, world) : accept();
    case 'learn_authorization_code':
      return payment.authorizationCode === null
        ? updated(payment, 'authorization_code', { authorizationCode: command.authorizationCode })
        : accept();
    default:
      return command satisfies never;
  }
}

/** The money that comes back may be what an order paid in parts was still waiting for. */
function decideReversal(order: Order, payment: Payment, world: World): Decision {
  const restored: Payment = { ...payment, status: statusWithout(payment) };
  const after = {
    ...order,
    payments: order.payments.map((known) => (known.id === payment.id ? restored : known)),
  };
  const isPaidNow = !isSettled(order) && order.cancelledAt === null && amountDue(after) === 0;
  return isPaidNow
    ? accept(settled(order, restored, world))
    : updated(restored, 'charge_back_reversed', {});
}

function decideRefund(payment: Payment, refundedMinor: number): Decision {
  const total = Math.min(refundedMinor, payment.amountMinor);
  if (!Number.isSafeInteger(total) || total <= payment.refundedMinor) return accept();
  const refunded = { ...payment, refundedMinor: total };
  const status = payment.status === 'charged_back' ? payment.status : statusWithout(refunded);
  return updated(refunded, 'refunded', { status });
}

/** What a payment is where no charge back stands against it. */
function statusWithout({ amountMinor, refundedMinor }: Payment): 'received' | 'refunded' {
  return refundedMinor > 0 && refundedMinor === amountMinor ? 'refunded' : 'received';
}

function updated(
  payment: Payment,
  what: (OrderEvent & { type: 'payment_updated' })['what'],
  change: Partial<Payment>,
): Decision {
  return accept({ type: 'payment_updated', what, payment: { ...payment, ...change } });
}

function decideCancel(
  order: Order,
  command: OrderCommand & { type: 'cancel' },
  world: World,
): Decision {
  const { reason, notify } = command;
  return accept(...rollBack(order, command, world), { type: 'cancelled', reason, notify });
}

function decideCorrectContact({
  customer,
  sendAgain = [],
  newToken,
}: OrderCommand & { type: 'correct_contact' }): Decision {
  const sentAgain = sendAgain.length > 0 ? { sentAgain: sendAgain } : {};
  const corrected: OrderEvent = { type: 'contact_corrected', customer, ...sentAgain };
  if (newToken === undefined) return accept(corrected);
  return accept(corrected, { type: 'link_renewed', token: newToken, reason: null, notify: true });
}

function decideCorrectTracking(
  order: Order,
  command: OrderCommand & { type: 'correct_tracking' },
): Decision {
  const shipment = order.shipments.find(
    ({ voidedAt, parcels }) =>
      voidedAt === null && parcels.some(({ id }) => id === command.parcelId),
  );
  if (!shipment) {
    return refused('That parcel is not on this order.', 'Look at the shipments of the order.');
  }
  return accept({
    type: 'tracking_corrected',
    shipmentId: shipment.id,
    parcel: { id: command.parcelId, ...command.parcel },
    notify: command.notify,
  });
}

function decideResend(order: Order, command: OrderCommand & { type: 'resend' }): Decision {
  const { template, shipmentId } = command;
  const shipments = order.shipments.filter(({ voidedAt }) => voidedAt === null);
  if (template === 'code_replaced') {
    return refused(
      'This message stands alone.',
      'Resend the one about the payment: it has all codes.',
    );
  }
  if (template === 'request_answered') {
    return refused('This message stands alone.', 'Write to the customer instead.');
  }
  if (template === 'late') {
    return refused('This message stands alone.', 'Name a new day: the customer is told of it.');
  }
  if (template === 'paid' && !isSettled(order)) {
    return refused('The order is not paid.', 'Mark it paid first.');
  }
  if (template === 'cancelled' && order.cancelledAt === null) {
    return refused('The order is not cancelled.', 'Cancel it first.');
  }
  if (template === 'shipped' && !shipments.some(({ id }) => id === shipmentId)) {
    return refused('That shipment is not on this order.', 'Ship the order first.');
  }
  return accept({ type: 'message_resent', template, shipmentId });
}
