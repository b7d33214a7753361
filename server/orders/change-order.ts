import { decideOrder } from '#domain/decide-order';
import type { Decision, World } from '#domain/decision';
import { evolveAll } from '#domain/evolve-order';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { OrderEvent } from '#domain/order-event';
import { refusalOf } from '#domain/refusal-of';
import type { Actor } from '#domain/vocabulary';
import type { Statement } from '#server/commit';
import { attemptsMax, commit, conflict } from '#server/commit';
import type { Context } from '#server/context';
import type { CodeNamed } from '#server/digital/code-facts';
import { AppError, invalid, notFound, refused } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import { today } from '#server/settings/today';
import { wakeWorker } from '#server/wake-worker';
import { changeStatements } from './change-statements';
import { type OrderFacts, type OrderKey, readOrderFacts } from './read-order';

export type ChangeRequest = Readonly<{
  order: OrderKey;
  command: OrderCommand;
  actor: Actor;
  shop: ShopSettings;
  /** The serial code that the command is about; read together with the order. */
  code?: CodeNamed;
  /** The version that a person had before their eyes: nothing is done to another one. */
  seenVersion?: number | undefined;
  /** Statements that belong into the same batch, such as the answer kept under an Idempotency-Key. */
  alongside?: (after: Order) => readonly Statement[];
  onWritten?: (written: Written) => void;
}>;

/** What a change came to: its events, and the results of the batch, those of `alongside` at its end. */
type Written = Readonly<{ events: readonly OrderEvent[]; results: readonly unknown[] }>;

/**
 * The one way to change an order: read, decide, write in one batch; again after a lost race, five
 * times at most. Returns the order as it is after the change. Throws `not_found` (also for a
 * deleted order, unless it is to be restored), `refused`, `invalid` and `conflict`.
 */
export async function changeOrder(ctx: Context, request: ChangeRequest): Promise<Order> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const facts = await readOrderFacts(ctx.db, request.order, request.code);
    if (!facts || (facts.order.deletedAt !== null && request.command.type !== 'restore')) {
      throw notFound('The order');
    }
    const { order: before } = facts;
    const at = ctx.now();
    const world = worldOf(ctx, facts, { shop: request.shop, at });
    if (isStale(request, before)) throw changedMeanwhile();
    const events = acceptedEvents(decideOrder(before, request.command, world));
    const after = evolveAll(before, events, at);
    const change = { before, after, events, actor: request.actor, at, shop: request.shop };
    const statements = events.length > 0 ? changeStatements(ctx, change) : [];
    const results = await commit(ctx.db, [...statements, ...(request.alongside?.(after) ?? [])]);
    if (!results) continue;
    request.onWritten?.({ events, results });
    if (frees(events, before)) wakeWorker('round');
    return after;
  }
  throw conflict();
}

/** Where the command is refused anyway, the refusal says more. */
function isStale({ seenVersion, command }: ChangeRequest, order: Order): boolean {
  const isSeen = seenVersion === undefined || seenVersion === order.version;
  return !isSeen && refusalOf(order, command.type) === null;
}

/** What a person is told whose page shows an order that is no longer so. */
export function changedMeanwhile(): AppError {
  return new AppError(
    'conflict',
    'This order was changed while you had it open. Nothing was done: look at it again first.',
  );
}

/** Codes that a roll back puts back into their pool go to whoever waits for them, at once. */
function frees(events: readonly OrderEvent[], { lines }: Order): boolean {
  const isRolledBack = events.some(({ type }) => type === 'rolled_back');
  return isRolledBack && lines.some(({ kind }) => kind === 'codes');
}

/** What a decision may look at, from the facts that were read with the order. */
export function worldOf(
  ctx: Context,
  facts: OrderFacts,
  { shop, at }: Readonly<{ shop: ShopSettings; at: number }>,
): World {
  const { products, sale, code } = facts;
  const { deliveredOnTracking, downloadsMax, downloadDays, deliveryTimes } = shop;
  const settings = { deliveredOnTracking, downloadsMax, downloadDays, deliveryTimes };
  const clock = { at, today: today(at, shop.timeZone) };
  return { products, sale, ...settings, ...clock, newId: ctx.newId, ...(code && { code }) };
}

/** The events of a decision; throws `refused` with reason and remedy, or `invalid` with the fields. */
export function acceptedEvents(decision: Decision): readonly OrderEvent[] {
  switch (decision.kind) {
    case 'accepted':
      return decision.events;
    case 'invalid':
      throw invalid(decision.fields);
    case 'refused': {
      const { reason, remedy } = decision.refusal;
      throw refused(reason, remedy);
    }
    default:
      return decision satisfies never;
  }
}
