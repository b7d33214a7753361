import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { callbacks, paymentAccounts } from '#db/schema/payments';
import type { Currency } from '#domain/currency';
import { decideOrder } from '#domain/decide-order';
import { evolveAll } from '#domain/evolve-order';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { OrderEvent } from '#domain/order-event';
import type { Actor, CallbackVerdict } from '#domain/vocabulary';
import { attemptsMax, commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { type AppError, invalid, notFound, refused } from '#server/errors';
import { CurrencyCode, RequiredText } from '#server/input';
import { acceptedEvents, worldOf } from '#server/orders/change-order';
import { changeStatements } from '#server/orders/change-statements';
import {
  assembleFacts,
  factQueries,
  type OrderFacts,
  type OrderKey,
} from '#server/orders/read-order';
import type { ShopSettings } from '#server/settings/shop-settings';
import { applyDependents, expectWaiting } from './apply-claim';
import { decideResolution, permittedActions, type Resolved } from './decide-resolution';
import { expectSeen, Seen } from './expect-seen';
import { judgeCallback } from './judge-callback';
import { judgedAccount } from './judged-account';
import {
  expectNotAuthorised,
  expectNotElsewhere,
  expectNotSpent,
  isAuthorisation,
  ordersHolding,
  paidElsewhere,
} from './orders-holding';
import { accountColumns } from './payment-account';
import { readForClaim } from './read-for-claim';

const Id = z.string().max(100);
const AmountGiven = z
  .int({ error: 'Enter a whole amount.' })
  .positive('Enter an amount above zero.')
  .optional();

export const ResolveCallback = z.discriminatedUnion('action', [
  z.strictObject({
    ...{ id: Id, seen: Seen, action: z.literal('attach'), orderNumber: RequiredText(200) },
  }),
  z.strictObject({
    ...{ id: Id, seen: Seen, action: z.enum(['accept', 'apply']), amount: AmountGiven },
    /** In which currency the amount was entered. */
    currency: CurrencyCode.optional(),
  }),
  z.strictObject({ id: Id, seen: Seen, action: z.literal('dismiss'), reason: RequiredText(500) }),
]);
export type ResolveCallback = z.infer<typeof ResolveCallback>;

type Request = Readonly<{ input: ResolveCallback; actor: Actor; shop: ShopSettings }>;

/**
 * Does what a person decided about a callback that waits, in one batch with the order's history and
 * the inbox: attach it to an order, take the money as it came, or dismiss it. Never twice: whoever
 * comes second is refused. Throws `not_found`, `refused` with reason and remedy, `invalid`, and
 * `conflict` when five attempts were lost.
 */
export async function resolveCallback(ctx: Context, request: Request): Promise<CallbackVerdict> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const found = await read(ctx, request.input);
    const outcome = outcomeOf(ctx, request, found);
    if (!(await commit(ctx.db, outcome.statements))) continue;
    if (outcome.isPaid) await applyWhatWaited(ctx, request, found);
    return outcome.verdict;
  }
  throw conflict();
}

type Found = Awaited<ReturnType<typeof read>>;

async function read({ db }: Context, input: ResolveCallback) {
  const key: OrderKey =
    input.action === 'attach'
      ? { number: input.orderNumber }
      : {
          idIs: sql<number>`(SELECT id FROM orders WHERE number = (SELECT order_number FROM callbacks WHERE callbacks.id = ${input.id}))`,
        };
  const [[row], holding, ...facts] = await db.batch([
    db
      .select({ callback: callbacks, account: accountColumns })
      .from(callbacks)
      .innerJoin(paymentAccounts, eq(paymentAccounts.slug, callbacks.account))
      .where(eq(callbacks.id, input.id)),
    ordersHolding(db, input.id),
    ...factQueries(db, key),
  ]);
  if (!row?.callback.claim) throw notFound('The callback');
  return {
    ...row,
    claim: row.callback.claim,
    ...{ holding, facts: assembleFacts(facts) },
  };
}

type Outcome = Readonly<{
  verdict: CallbackVerdict;
  isPaid: boolean;
  statements: readonly Statement[];
}>;

function outcomeOf(ctx: Context, request: Request, found: Found): Outcome {
  const { callback, facts } = found;
  if (callback.resolvedAt !== null) throw resolvedBefore();
  expectSeen(request.input, callback, facts?.order ?? null);
  const { commands, verdict, reason } = resolvedAs(request, found);
  const order = facts?.order ?? null;
  const { action } = request.input;
  const said = request.input.action === 'dismiss' ? request.input.reason.trim() : null;
  const told: OrderCommand = {
    type: 'resolve_callback',
    callbackId: callback.id,
    action,
    reason: said,
  };
  const isTold = order !== null && order.deletedAt === null;
  const isOpen = action === 'attach' && permittedActions(verdict, found.claim).length > 0;
  return {
    verdict,
    isPaid: commands.some(({ type }) => type === 'pay' || type === 'keep_payment'),
    statements: [
      expectWaiting(ctx, { waitingId: callback.id, verdict: callback.verdict }),
      expectSameOrder(ctx, callback),
      ...(commands.some(isAuthorisation) && order
        ? [expectNotElsewhere(ctx, callback, order)]
        : []),
      ...(isTold ? changeOf(ctx, request, facts, [...commands, told]) : []),
      ctx.db
        .update(callbacks)
        .set({
          verdict,
          ...(reason !== null && { reason }),
          ...(order && { orderNumber: order.number }),
          ...(!isOpen && {
            ...{ sealed: null, askAt: null },
            resolvedAt: ctx.now(),
            resolution: {
              ...{ action, actor: request.actor, reason: said },
              before: { verdict: callback.verdict, reason: callback.reason },
            },
          }),
        })
        .where(eq(callbacks.id, callback.id)),
    ],
  };
}

function resolvedBefore(): AppError {
  return refused(
    'Somebody has settled this callback already.',
    'Look at it again: nothing was changed now.',
  );
}

/** Fails the batch when somebody has attached the callback to another order meanwhile. */
function expectSameOrder({ db }: Context, { id, orderNumber }: Found['callback']): Statement {
  return db.run(
    sql`INSERT INTO expectations (found, expected) SELECT count(*), 1 FROM callbacks WHERE id = ${id} AND order_number IS ${orderNumber}`,
  );
}

function resolvedAs({ input }: Request, found: Found): Resolved {
  if (input.action === 'attach') return attached(input.orderNumber, found);
  const { callback, account, claim, holding, facts } = found;
  const order = facts?.order ?? null;
  if (input.action !== 'dismiss') {
    expectCurrency(order, input.currency);
    expectNotSpent(holding, order?.number ?? null);
  }
  const resolution =
    input.action === 'dismiss'
      ? { action: input.action }
      : { action: input.action, amountMinor: input.amount ?? null };
  const waiting = { verdict: callback.verdict, claim, account };
  const resolved = decideResolution(waiting, order, resolution);
  if (!('remedy' in resolved)) return resolved;
  throw refused(resolved.reason, resolved.remedy);
}

/** Somebody may have attached the callback to another order since the amount was entered. */
function expectCurrency(order: Order | null, entered: Currency | undefined): void {
  if (order === null || entered === undefined || entered === order.currency) return;
  throw refused(
    'The amount was entered in another currency than that of the order now.',
    'Look at the callback again, and enter it once more.',
  );
}

/** As if the message had named that order. */
function attached(orderNumber: string, found: Found): Resolved {
  const { callback, account, claim, holding, facts } = found;
  const order = facts?.order ?? null;
  if (!order || order.deletedAt !== null) {
    throw invalid({ orderNumber: `There is no order ${orderNumber}.` });
  }
  if (!permittedActions(callback.verdict, claim).includes('attach')) throw resolvedBefore();
  const { verdict, reason, command } = judgeCallback({
    claim: { ...claim, orderNumber: order.number },
    account: judgedAccount(account),
    order,
    paidElsewhere: paidElsewhere(holding, order.number),
    isCalledOff: false,
  });
  if (command !== null && isAuthorisation(command)) expectNotAuthorised(holding, order.number);
  return { commands: command ? [command] : [], verdict, reason };
}

/** The statements of several commands, one after the other, as one change. Throws what is refused. */
function changeOf(
  ctx: Context,
  { actor, shop }: Request,
  facts: OrderFacts | null,
  commands: readonly OrderCommand[],
): readonly Statement[] {
  if (!facts) return [];
  const at = ctx.now();
  const world = worldOf(ctx, facts, { shop, at });
  const before = facts.order;
  let after: Order = before;
  const events: OrderEvent[] = [];
  for (const command of commands) {
    const accepted = acceptedEvents(decideOrder(after, command, world));
    events.push(...accepted);
    after = evolveAll(after, accepted, at);
  }
  return changeStatements(ctx, { before, after, events, actor, at, shop });
}

async function applyWhatWaited(
  ctx: Context,
  { shop }: Request,
  { account, claim, facts }: Found,
): Promise<void> {
  const known = { ...claim, orderNumber: facts?.order.number ?? claim.orderNumber };
  const { dependents } = await readForClaim(ctx, { claim: known, account });
  await applyDependents(ctx, { account, shop }, dependents);
}
