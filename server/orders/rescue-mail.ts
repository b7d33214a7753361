import { sql } from 'drizzle-orm';
import { decideOrder } from '#domain/decide-order';
import { evolveAll } from '#domain/evolve-order';
import type { Actor } from '#domain/vocabulary';
import { attemptsMax, commit, conflict } from '#server/commit';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { missedMail } from '#server/mail/missed-mail';
import type { ShopSettings } from '#server/settings/shop-settings';
import { acceptedEvents, changedMeanwhile, worldOf } from './change-order';
import { changeStatements } from './change-statements';
import { orderMessagesQuery } from './order-messages';
import { otherOrdersQuery } from './other-orders-with-address';
import { assembleFacts, factQueries } from './read-order';

type Rescue = Readonly<{
  number: string;
  email: string;
  /** Also the other orders that have the address of this one. */
  withOthers: boolean;
  /** The version that a person had before their eyes. */
  seenVersion?: number | undefined;
  actor: Actor;
  shop: ShopSettings;
}>;

/** How many messages are sent again, and which other orders got the address too. */
export type Rescued = Readonly<{ sent: number; others: readonly string[] }>;

/**
 * Corrects the e-mail address of an order and sends again, in the batch of that change, all that
 * the customer has missed; asked for twice, it is sent once. The other orders follow one by one,
 * each in a change of its own. Throws `not_found` and `conflict`.
 */
export async function rescueMail(ctx: Context, asked: Rescue): Promise<Rescued> {
  const { number, withOthers } = asked;
  // Before anything changes: an order that is corrected may go to another customer.
  const email = sql<string>`(SELECT customer_email FROM orders WHERE number = ${number})`;
  const others = withOthers ? await otherOrdersQuery(ctx.db, { number, email }) : [];
  let total = await rescueOrder(ctx, asked);
  for (const other of others) {
    const of = { ...asked, number: other.number, seenVersion: undefined };
    total += await rescueOrder(ctx, of);
  }
  return { sent: total, others: others.map((other) => other.number) };
}

/** How many messages it sent again. */
async function rescueOrder(ctx: Context, asked: Rescue): Promise<number> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const at = ctx.now();
    const { facts, missed } = await readRescue(ctx, asked.number);
    const { order: before } = facts;
    if (before.customer.email === asked.email && missed.length === 0) return 0;
    if (before.version !== (asked.seenVersion ?? before.version)) throw changedMeanwhile();
    const customer = { ...before.customer, email: asked.email };
    const command = { type: 'correct_contact', customer, sendAgain: missed } as const;
    const world = worldOf(ctx, facts, { shop: asked.shop, at });
    const events = acceptedEvents(decideOrder(before, command, world));
    const after = evolveAll(before, events, at);
    const change = { before, after, events, actor: asked.actor, at, shop: asked.shop };
    if (await commit(ctx.db, changeStatements(ctx, change))) return missed.length;
  }
  throw conflict();
}

/** The order, and the ids of the messages that its customer has missed. */
async function readRescue(ctx: Context, number: string) {
  const [kept, ...rows] = await ctx.db.batch([
    orderMessagesQuery(ctx.db, sql`(SELECT id FROM orders WHERE number = ${number})`),
    ...factQueries(ctx.db, { number }),
  ]);
  const facts = assembleFacts(rows);
  if (!facts || facts.order.deletedAt !== null) throw notFound('The order');
  return { facts, missed: missedMail(kept, facts.order).map(({ id }) => id) };
}
