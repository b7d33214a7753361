import { isCurrency } from '#domain/currency';
import { formatMoney } from '#domain/money';
import type { Order, Payment } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import { isSettled } from '#domain/order-status';
import { amountDue, isStanding, shortfall } from '#domain/totals';
import type { CallbackVerdict } from '#domain/vocabulary';
import type { Claim } from './gateways/gateway';
import type { JudgedAccount } from './judged-account';

/** What a claim comes to: the verdict and its reason for the inbox, and what to do to the order. */
export type Judgement = Readonly<{
  verdict: CallbackVerdict;
  reason: string;
  command: OrderCommand | null;
}>;

export type Judged = Readonly<{
  claim: Claim;
  account: JudgedAccount;
  order: Order | null;
  /** Another order that this transaction of the account has paid. */
  paidElsewhere: string | null;
  /** Whether a message has told that this transaction was called off or ran out of time. */
  isCalledOff: boolean;
}>;

/**
 * What a proved claim does to an order, if anything. Pure. Only an approved and captured payment of
 * exactly what is due, in the order's currency, pays; whatever else it is waits or is noted.
 */
export function judgeCallback(judged: Judged): Judgement {
  const { claim, account, order } = judged;
  if (claim.test === true && account.live) {
    return only('not_live', 'A test message; this account takes real payments only.');
  }
  if (claim.status === 'ignored') return only('ignored', 'This message is not about a payment.');
  if (claim.test === false && account.tellsLive && !account.live) {
    return only('held', 'This is a real payment, but the account is set to take test payments.');
  }
  if (!order) return unknownOrder(claim);
  if (order.deletedAt !== null) {
    return only(
      'order_unknown',
      `Order ${order.number} is in the bin. It is looked at again when the order is restored.`,
    );
  }
  return judgeKnown(judged, order);
}

function judgeKnown(judged: Judged, order: Order): Judgement {
  const { claim } = judged;
  switch (claim.status) {
    case 'approved':
      return judgeApproved(judged, order);
    case 'declined':
    case 'error':
    case 'expired':
    case 'cancelled':
      return judgeDeclined(judged, order);
    case 'held':
      return only(
        'held',
        'The gateway is looking into this payment. It tells us when that is decided.',
      );
    case 'pending':
      return only('held', 'The customer has started to pay; the money has not come in yet.');
    case 'refunded':
    case 'chargeback':
    case 'chargeback_reversed':
      return judgeReturned(judged, order);
    case 'ignored':
      return only('ignored', 'This message is not about a payment.');
    default:
      return claim.status satisfies never;
  }
}

function judgeApproved(judged: Judged, order: Order): Judgement {
  const { claim } = judged;
  const known = knownPayment(judged, order);
  if (known && isStanding(known)) return sameAgain(claim, known);
  if (known?.status === 'reversed') {
    return only('duplicate', 'This payment was taken back by a roll back before; it stays so.');
  }
  if (judged.paidElsewhere !== null) {
    return only('already_paid', `This transaction has paid order ${judged.paidElsewhere} already.`);
  }
  if (order.cancelledAt !== null) {
    return only('order_cancelled', 'The order was cancelled before this payment came in.');
  }
  if (isSettled(order) && shortfall(order) === 0) {
    return only('already_paid', 'The order was paid before: the customer may have paid twice.');
  }
  if (claim.trust !== 'full' && claim.trust !== 'fetchback') {
    return only('held', 'This message is not proved in full. Check the payment at the gateway.');
  }
  return judgeAmount(judged, order);
}

function judgeAmount({ claim, account, isCalledOff }: Judged, order: Order): Judgement {
  const due = amountDue(order);
  const isAgreed = account.amountIsAgreed && claim.amountMinor === null;
  if (!isAgreed && claim.currency !== order.currency) {
    return only(
      'currency_differs',
      `Paid in ${claim.currency ?? 'no currency'}, the order is in ${order.currency}.`,
    );
  }
  if (!isAgreed && claim.amountMinor !== due) {
    return only(
      'amount_differs',
      `Paid ${said(claim)}, ${formatMoney(due, order.currency)} is due.`,
    );
  }
  const payment = {
    account: account.slug,
    method: account.gateway,
    amountMinor: due,
    transactionId: claim.transactionId,
    authorizationCode: claim.authorizationCode,
  };
  const amount = formatMoney(due, order.currency);
  if (claim.captured === false && isCalledOff && !account.returnsAreUnproved) {
    return only('declined', 'This authorisation was called off; no money moved.');
  }
  if (claim.captured === false) {
    return {
      verdict: 'held',
      reason: `${amount} is authorised and not captured: no money has come in yet.`,
      command: { type: 'note_payment', status: 'authorised', payment },
    };
  }
  return isSettled(order)
    ? applied(`Paid ${amount}, the rest of what was due.`, { type: 'keep_payment', payment })
    : applied(`Paid ${amount}.`, { type: 'pay', payment });
}

/** Gateways tell one payment by several messages; a later one may bring the authorization code. */
function sameAgain(claim: Claim, known: Payment): Judgement {
  if (isOfAnotherAmount(claim, known)) {
    const before = formatMoney(known.amountMinor, known.currency);
    return only(
      'amount_differs',
      `The same payment, told with ${said(claim)}; ${before} was taken before. Look at it at the gateway.`,
    );
  }
  const { authorizationCode } = claim;
  const isNew = authorizationCode !== null && known.authorizationCode === null;
  return {
    verdict: 'duplicate',
    reason: isNew
      ? 'The same payment again; its authorization code was added to the order.'
      : 'The same payment again, told by another message.',
    command: isNew
      ? { type: 'learn_authorization_code', paymentId: known.id, authorizationCode }
      : null,
  };
}

/** A capture of another part, say: nobody would see that money if it were called a repeat. */
function isOfAnotherAmount({ captured, amountMinor, currency }: Claim, known: Payment): boolean {
  const isComparable = captured !== false && amountMinor !== null && currency === known.currency;
  return isComparable && amountMinor !== known.amountMinor;
}

function judgeDeclined(judged: Judged, order: Order): Judgement {
  const { claim, account } = judged;
  const known = knownPayment(judged, order);
  const isStandingNow = known !== undefined && isStanding(known);
  if (isStandingNow && claim.status === 'cancelled') {
    return only(
      'held',
      'The gateway says that this payment was voided. Roll the order back if so.',
    );
  }
  if (isStandingNow && claim.status === 'error') {
    return only(
      'held',
      'The gateway says that something failed on this payment. Look at it there.',
    );
  }
  const said = declinedReasons[claim.status] ?? 'The payment was declined.';
  if (isSettled(order) || order.cancelledAt !== null) return only('declined', said);
  return {
    verdict: 'declined',
    reason: said,
    command: {
      type: 'note_payment',
      status: 'declined',
      payment: {
        account: account.slug,
        method: account.gateway,
        ...(claim.amountMinor !== null && { amountMinor: claim.amountMinor }),
        transactionId: claim.transactionId,
      },
    },
  };
}

const declinedReasons: Readonly<Partial<Record<Claim['status'], string>>> = {
  declined: 'The payment was declined.',
  error: 'The gateway met an error; no money moved.',
  expired: 'The time to pay has run out.',
  cancelled: 'The payment was called off; no money moved.',
};

function judgeReturned(judged: Judged, order: Order): Judgement {
  const { claim, account } = judged;
  const known = knownPayment(judged, order) ?? onlyPayment(judged, order);
  if (!known || !isStanding(known))
    return only('held', 'Money went back for a payment that this order does not have.');
  if (account.returnsAreUnproved) {
    return only('held', 'The gateway does not confirm that money went back. Look at it there.');
  }
  if (claim.currency !== null && claim.currency !== known.currency) {
    return only(
      'currency_differs',
      `${claim.currency} went back, the payment was in ${known.currency}.`,
    );
  }
  if (claim.trust !== 'full' && claim.trust !== 'fetchback') {
    return only('held', 'This message is not proved in full. Check the payment at the gateway.');
  }
  if (claim.status === 'chargeback') {
    return applied(`${said(claim)} was charged back.`, {
      type: 'charge_back',
      paymentId: known.id,
    });
  }
  if (claim.status === 'chargeback_reversed' && known.status !== 'charged_back') {
    return only('held', 'A charge back was decided for the shop that has not come in yet.');
  }
  if (claim.status === 'chargeback_reversed') {
    return applied('The charge back was decided for the shop.', {
      type: 'reverse_charge_back',
      paymentId: known.id,
    });
  }
  const amountMinor = Math.abs(claim.amountMinor ?? known.amountMinor);
  const refundedMinor =
    account.refundsAreTotals || claim.amountMinor === null
      ? amountMinor
      : known.refundedMinor + amountMinor;
  return applied(`${said(claim)} was refunded.`, {
    type: 'refund',
    paymentId: known.id,
    refundedMinor,
  });
}

function unknownOrder(claim: Claim): Judgement {
  if (claim.orderNumber !== null) {
    return only(
      'order_unknown',
      `There is no order ${claim.orderNumber} yet. It is looked at again when there is.`,
    );
  }
  return claim.status === 'approved' || claim.status === 'refunded' || claim.status === 'chargeback'
    ? only('order_unknown', 'The message names no order that we know.')
    : only('ignored', 'The message names no order, and no money moved.');
}

function knownPayment({ claim, account }: Judged, order: Order): Payment | undefined {
  const transactionId = claim.parentTransactionId ?? claim.transactionId;
  return order.payments.find(
    (payment) =>
      transactionId !== null &&
      payment.account === account.slug &&
      payment.transactionId === transactionId &&
      payment.status !== 'declined',
  );
}

/**
 * A refund may carry a transaction id of its own: it means the one payment of this account. One that
 * names its payment never means another: the customer may have paid twice and got the second back.
 */
function onlyPayment({ claim, account }: Judged, order: Order): Payment | undefined {
  const namesPayment =
    (claim.parentTransactionId ?? null) !== null ||
    (account.returnsNamePayment && claim.transactionId !== null);
  const own = order.payments.filter(
    (payment) =>
      isStanding(payment) &&
      payment.account === account.slug &&
      !(namesPayment && payment.transactionId !== null),
  );
  return own.length === 1 ? own[0] : undefined;
}

function said({ amountMinor, currency }: Claim): string {
  if (amountMinor === null) return 'An amount that is not told';
  return currency !== null && isCurrency(currency)
    ? formatMoney(Math.abs(amountMinor), currency)
    : `${Math.abs(amountMinor)} ${currency ?? ''}`.trim();
}

function only(verdict: CallbackVerdict, reason: string): Judgement {
  return { verdict, reason, command: null };
}

function applied(reason: string, command: OrderCommand): Judgement {
  return { verdict: 'applied', reason, command };
}
