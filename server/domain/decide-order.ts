import { decideGiveCode, decideReplaceCode } from './decide-codes';
import { decideExpect, decideSlip } from './decide-expect';
import { decideChangeGrant } from './decide-grant';
import { decideKeepPayment, decidePay, deliverIfComplete, handOutWaiting } from './decide-pay';
import { decideNotePayment, decidePaymentUpdate } from './decide-payment-record';
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
import type { Order } from './order';
import type { OrderCommand } from './order-command';
import type { OrderEvent } from './order-event';
import { isSettled } from './order-status';
import { refusalOf } from './refusal-of';
import { rollBack } from './roll-back';
import { sortedTags } from './sorted-tags';

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
        before: command.which === 'shipping' ? order.shippingAddress : order.billingAddress,
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
