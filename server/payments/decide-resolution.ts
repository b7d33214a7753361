import type { Currency } from '#domain/currency';
import { formatMoney } from '#domain/money';
import type { Order } from '#domain/order';
import type { OrderCommand, PaymentGiven } from '#domain/order-command';
import { isSettled } from '#domain/order-status';
import { type Refusal, refuse } from '#domain/refusal';
import type { CallbackAction, CallbackVerdict } from '#domain/vocabulary';
import type { Claim } from './gateways/gateway';

/** A callback that waits for a person. */
export type Waiting = Readonly<{
  verdict: CallbackVerdict;
  claim: Claim;
  account: Readonly<{ slug: string; gateway: string }>;
}>;

/** What a person wants done. `amountMinor` is what a payment in another currency is worth in the order's. */
export type Resolution =
  | Readonly<{ action: 'accept' | 'apply'; amountMinor: number | null }>
  | Readonly<{ action: 'dismiss' }>;

/** What is done to the order, and what the inbox says then. */
export type Resolved = Readonly<{
  commands: readonly OrderCommand[];
  verdict: CallbackVerdict;
  /** Null where the former reason still says it best. */
  reason: string | null;
}>;

/**
 * The actions that make sense of a callback: none where nothing waits for a person. Money that did
 * not come in, or went back, cannot be applied to an order by hand.
 */
export function permittedActions(
  verdict: CallbackVerdict,
  claim: Claim | null,
): readonly CallbackAction[] {
  const actions = claim === null ? [] : (offered[verdict] ?? []);
  const isMoneyIn = claim?.status === 'approved';
  return actions.filter((action) => isMoneyIn || (action !== 'accept' && action !== 'apply'));
}

const offered: Readonly<Partial<Record<CallbackVerdict, readonly CallbackAction[]>>> = {
  already_paid: ['accept', 'attach', 'dismiss'],
  amount_differs: ['accept', 'attach', 'dismiss'],
  currency_differs: ['accept', 'attach', 'dismiss'],
  order_unknown: ['attach', 'dismiss'],
  order_cancelled: ['apply', 'attach', 'dismiss'],
  held: ['apply', 'attach', 'dismiss'],
  error: ['apply', 'attach', 'dismiss'],
};

/**
 * What a person's decision does to the order: the amount that came in is taken as it is, a cancelled
 * order is reopened first, and a paid one keeps the money. Pure. Refuses what makes no sense.
 */
export function decideResolution(
  waiting: Waiting,
  order: Order | null,
  resolution: Resolution,
): Resolved | Refusal {
  const { verdict, claim } = waiting;
  if (!permittedActions(verdict, claim).includes(resolution.action)) return nothingWaits;
  if (resolution.action === 'dismiss') return { commands: [], verdict, reason: null };
  if (!order || order.deletedAt !== null) return noOrder;
  return takeMoney(waiting, order, resolution.amountMinor);
}

const nothingWaits = refuse(
  'This cannot be done with this callback any more.',
  'Look at it again: it may have been settled in the meantime.',
);

const noOrder = refuse(
  'There is no order that this callback belongs to.',
  'Attach it to an order, or dismiss it.',
);

function takeMoney(
  { claim, account }: Waiting,
  order: Order,
  worthMinor: number | null,
): Resolved | Refusal {
  const amountMinor = toldAmount(claim, order.currency) ?? worthMinor;
  if (amountMinor === null || amountMinor <= 0) return noAmount(order);
  const isKnown = order.payments.some(
    ({ account: of, transactionId, status }) =>
      of === account.slug && transactionId === claim.transactionId && status === 'received',
  );
  if (isKnown && claim.transactionId !== null) return takenAlready;
  const payment = { ...paymentOf(claim, account), amountMinor, isDifferenceAccepted: true };
  return {
    commands: commandsFor(order, payment),
    verdict: 'applied',
    reason: `${formatMoney(amountMinor, order.currency)} was taken as it came.`,
  };
}

/** What came in, in minor units of that currency; null where the message does not say. Pure. */
export function toldAmount(claim: Claim | null, currency: Currency): number | null {
  const isSameCurrency = claim?.currency === currency || claim?.currency === null;
  return isSameCurrency ? claim.amountMinor : null;
}

function commandsFor(order: Order, payment: PaymentGiven): readonly OrderCommand[] {
  if (isSettled(order)) return [{ type: 'keep_payment', payment }];
  const pay: OrderCommand = { type: 'pay', payment };
  return order.cancelledAt === null ? [pay] : [{ type: 'reopen', reason: null }, pay];
}

function noAmount({ currency }: Order): Refusal {
  return refuse(
    `The message does not say what came in, in ${currency}.`,
    `Enter what it is worth in ${currency}.`,
  );
}

const takenAlready = refuse(
  'This payment is on the order already.',
  'Dismiss this callback: nothing is missing.',
);

function paymentOf(claim: Claim, account: Waiting['account']): PaymentGiven {
  return {
    account: account.slug,
    method: account.gateway,
    transactionId: claim.transactionId,
    authorizationCode: claim.authorizationCode,
  };
}
