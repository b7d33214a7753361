import type { Currency } from '#domain/currency';
import { decideOrder } from '#domain/decide-order';
import { evolveAll } from '#domain/evolve-order';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import { standingOf } from '#domain/order-status';
import { totalsOf } from '#domain/totals';
import type { CallbackVerdict, OrderStatus, PaymentStatus } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { worldOf } from '#server/orders/change-order';
import type { OrderFacts } from '#server/orders/read-order';
import type { ShopSettings } from '#server/settings/shop-settings';
import { type Claim, notConfigured } from '../gateways/gateway';
import { judgeCallback } from '../judge-callback';
import { judgedAccount } from '../judged-account';
import { type AccountRow, gatewayAccount } from '../payment-account';
import { verifyMessage } from '../verify-message';
import { curlOf } from './curl-of';
import type { LabMessage } from './lab-cases';
import { type LabAsked, prepareCase } from './prepare-case';

/** What one message would have come to. */
export type RehearsedMessage = Readonly<{
  verdict: CallbackVerdict;
  reason: string;
  /** Of the order, after it. */
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  paidMinor: number;
  refundedMinor: number;
  /** The command that sends it for real; the signature may hold for five minutes only. */
  curl: string;
}>;

export type Rehearsal = Readonly<{
  orderNumber: string;
  currency: Currency;
  messages: readonly RehearsedMessage[];
}>;

/**
 * Takes the messages of a case through the same verification and the same rules as real ones, about
 * an order in memory: nothing is written. Throws as `prepareCase` does.
 */
export async function rehearse(ctx: Context, asked: LabAsked): Promise<Rehearsal> {
  const { account, facts, messages } = await prepareCase(ctx, asked);
  const stage: Stage = { ctx, account, facts, shop: asked.shop, seen: new Set(), waiting: [] };
  const told: RehearsedMessage[] = [];
  let order = facts.order;
  for (const { message, atMs } of messages) {
    const outcome = await play(stage, order, { message, atMs });
    order = outcome.order;
    const { paid, refunded } = totalsOf(order);
    const { status, paymentStatus } = standingOf(order);
    told.push({
      ...{ verdict: outcome.verdict, reason: outcome.reason, status, paymentStatus },
      ...{ paidMinor: paid, refundedMinor: refunded },
      curl: curlOf(gatewayAccount(account, ctx.env).url, message),
    });
  }
  return { orderNumber: order.number, currency: order.currency, messages: told };
}

/** What lasts from one message to the next: the event keys, and what waits for a payment. */
type Stage = Readonly<{
  ctx: Context;
  account: AccountRow;
  facts: OrderFacts;
  shop: ShopSettings;
  seen: Set<string>;
  waiting: Claim[];
}>;

type Played = Readonly<{ order: Order; verdict: CallbackVerdict; reason: string }>;

async function play(stage: Stage, order: Order, { message, atMs }: LabMessage): Promise<Played> {
  const { ctx, account, seen } = stage;
  const enabled = { ...account, enabled: true };
  const verification = account.enabled
    ? await verifyMessage(ctx, enabled, { message, atMs, registered: undefined })
    : notConfigured('This payment account is switched off.');
  if (!verification.verified) {
    return { order, verdict: verification.problem, reason: verification.reason };
  }
  const [claim] = verification.claims;
  if (verification.unconfirmed) {
    return { order, verdict: 'held', reason: verification.unconfirmed.reason };
  }
  if (seen.has(claim.eventKey)) {
    return { order, verdict: 'duplicate', reason: 'The same message again.' };
  }
  seen.add(claim.eventKey);
  return judge(stage, order, claim);
}

function judge(stage: Stage, order: Order, claim: Claim): Played {
  const { account, waiting } = stage;
  const { verdict, reason, command } = judgeCallback({
    claim,
    account: judgedAccount(account),
    order: isAbout(order, claim, account.slug) ? order : null,
    ...{ paidElsewhere: null, isCalledOff: false },
  });
  if (verdict === 'held' || verdict === 'order_unknown') waiting.push(claim);
  if (command === null) return { order, verdict, reason };
  const decided = carryOut(stage, order, command);
  if (typeof decided === 'string') return { order, verdict: 'error', reason: decided };
  const isPaid = command.type === 'pay' || command.type === 'keep_payment';
  return { order: isPaid ? withWhatWaited(stage, decided) : decided, verdict, reason };
}

/** A claim names its order, or a payment that has come in. */
function isAbout(order: Order, claim: Claim, account: string): boolean {
  if (claim.orderNumber !== null) return claim.orderNumber === order.number;
  const transactionId = claim.parentTransactionId ?? claim.transactionId;
  return order.payments.some(
    (payment) =>
      transactionId !== null &&
      payment.account === account &&
      payment.transactionId === transactionId,
  );
}

/** The order after a command, or why it refuses. */
function carryOut({ ctx, facts, shop }: Stage, order: Order, command: OrderCommand) {
  const at = ctx.now();
  const decision = decideOrder(order, command, worldOf(ctx, facts, { shop, at }));
  if (decision.kind === 'accepted') return evolveAll(order, decision.events, at);
  return decision.kind === 'refused' ? decision.refusal.reason : 'The order refused it.';
}

/** A refund that came before its payment follows it, where it is of that payment. */
function withWhatWaited(stage: Stage, order: Order): Order {
  const waited = stage.waiting.splice(0);
  return waited.reduce((current, claim) => judge(stage, current, claim).order, order);
}
