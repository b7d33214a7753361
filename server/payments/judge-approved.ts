import { formatMoney } from '#domain/money';
import type { Order, Payment } from '#domain/order';
import { isSettled } from '#domain/order-status';
import { amountDue, isStanding, shortfall } from '#domain/totals';
import type { Claim } from './gateways/gateway';
import { applied, type Judged, type Judgement, knownPayment, only, said } from './judgement';

/** What a claim of money that came in does to an order: see `judgeCallback`. Pure. */
export function judgeApproved(judged: Judged, order: Order): Judgement {
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
