import { settled } from './decide-pay';
import { accept, type Decision, refused, type World } from './decision';
import type { Order, Payment } from './order';
import type { OrderCommand } from './order-command';
import type { OrderEvent } from './order-event';
import { isSettled } from './order-status';
import { amountDue, isStanding } from './totals';

/** An authorisation or a declined try: on record, and nothing moves. */
export function decideNotePayment(
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

/** What became of a payment that counts: refunded, charged back, won back, or its code learned. */
export function decidePaymentUpdate(order: Order, command: PaymentUpdate, world: World): Decision {
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
