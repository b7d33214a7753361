import type { Order, Payment } from '#domain/order';
import { isStanding } from '#domain/totals';
import { applied, type Judged, type Judgement, knownPayment, only, said } from './judgement';

/** What money that went back, or a dispute, does to an order. Pure. */
export function judgeReturned(judged: Judged, order: Order): Judgement {
  const { claim, account } = judged;
  const known = knownPayment(judged, order) ?? onlyPayment(judged, order);
  if (known?.status === 'reversed') {
    const what = `${said(claim)} went back of a payment that was taken back on this order before.`;
    return only('held', `${what} It is not recorded there; dismiss this once you know of it.`);
  }
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
