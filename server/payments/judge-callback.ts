import type { Order } from '#domain/order';
import { isSettled } from '#domain/order-status';
import { isStanding } from '#domain/totals';
import type { Claim } from './gateways/gateway';
import { judgeApproved } from './judge-approved';
import { judgeReturned } from './judge-returned';
import { type Judged, type Judgement, knownPayment, only } from './judgement';

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
