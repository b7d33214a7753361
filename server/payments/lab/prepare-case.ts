import type { Order } from '#domain/order';
import { amountDue, totalsOf } from '#domain/totals';
import type { Context } from '#server/context';
import { invalid, notFound, refused } from '#server/errors';
import { assembleFacts, factQueries, type OrderFacts } from '#server/orders/read-order';
import type { ShopSettings } from '#server/settings/shop-settings';
import { findSigner } from '../gateways/samples/sample-signers';
import { type AccountRow, accountQuery, gatewayAccount } from '../payment-account';
import { secretsIfReadable } from '../read-gateway-account';
import { type LabCase, type LabMessage, messagesOf } from './lab-cases';
import { labCasesOf } from './lab-cases-of';
import { sampleOrder } from './sample-order';

export type LabAsked = Readonly<{
  slug: string;
  case: LabCase;
  /** An order of the shop; null for one that exists in the rehearsal only. */
  orderNumber: string | null;
  shop: ShopSettings;
}>;

export type PreparedCase = Readonly<{
  account: AccountRow;
  facts: OrderFacts;
  messages: readonly LabMessage[];
}>;

/**
 * Signs the messages of a case with the account's own secrets. One round trip. Throws `not_found`,
 * `invalid` beside `orderNumber`, and `refused` where the account cannot sign, or its gateway sends no
 * such message.
 */
export async function prepareCase(ctx: Context, asked: LabAsked): Promise<PreparedCase> {
  const [[account], ...rows] = await ctx.db.batch([
    accountQuery(ctx.db, asked.slug),
    ...factQueries(ctx.db, { number: asked.orderNumber ?? '' }),
  ]);
  if (!account) throw notFound('The payment account');
  if (secretsIfReadable(account, ctx.env.authSecret) === null) throw secretsLost();
  const facts = factsFor(ctx, asked, account, assembleFacts(rows));
  return { account, facts, messages: messagesFor(ctx, asked, account, facts.order) };
}

function factsFor(
  ctx: Context,
  { orderNumber, shop }: LabAsked,
  { currency }: AccountRow,
  found: OrderFacts | null,
): OrderFacts {
  if (orderNumber === null) {
    const order = sampleOrder(currency ?? shop.currency, ctx.now());
    return { order, products: new Map(), sale: [] };
  }
  if (found && found.order.deletedAt === null) return found;
  throw invalid({ orderNumber: `There is no order ${orderNumber}.` });
}

function messagesFor(
  ctx: Context,
  asked: LabAsked,
  account: AccountRow,
  order: Order,
): readonly LabMessage[] {
  const sign = findSigner(account.gateway);
  if (sign === null) throw onlyTheGatewaySigns();
  const { grand } = totalsOf(order);
  const subject = {
    orderNumber: order.number,
    amountMinor: amountDue(order) || grand,
    currency: order.currency,
    reference: ctx.newId().replaceAll('-', '').slice(-12),
    atMs: ctx.now(),
  };
  const opened = gatewayAccount(account, ctx.env);
  const offered = labCasesOf(account.gateway, opened);
  if (offered.length === 0) throw nothingToSignWith();
  const messages = messagesOf(asked.case, { subject, sign, account: opened });
  if (messages === null || !offered.includes(asked.case)) throw notTold();
  return messages;
}

function onlyTheGatewaySigns() {
  return refused(
    'Messages of this gateway can be made by the gateway alone.',
    'Send a test from its own control panel.',
  );
}

function secretsLost() {
  return refused(
    'The secrets of this account cannot be read any more.',
    'Put the former AUTH_SECRET back, or enter the secrets anew.',
  );
}

function notTold() {
  return refused(
    'No message of this gateway tells that about this order.',
    'Choose another case, or another order.',
  );
}

function nothingToSignWith() {
  return refused(
    'The account has no secret that a message could be signed with.',
    'Send a test from the control panel of the gateway, or enter the secret that it signs with.',
  );
}
