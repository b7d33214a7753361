import { eq, sql } from 'drizzle-orm';
import { insertInto } from '#db/row-statements';
import { type CallbackResolution, callbacks } from '#db/schema/payments';
import { decideOrder } from '#domain/decide-order';
import { evolveAll } from '#domain/evolve-order';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { OrderEvent } from '#domain/order-event';
import type { Actor, CallbackVerdict } from '#domain/vocabulary';
import { attemptsMax, commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { worldOf } from '#server/orders/change-order';
import { changeStatements } from '#server/orders/change-statements';
import type { OrderFacts } from '#server/orders/read-order';
import type { ShopSettings } from '#server/settings/shop-settings';
import { claimColumns } from './claim-columns';
import type { Claim } from './gateways/gateway';
import { judgeCallback } from './judge-callback';
import { judgedAccount } from './judged-account';
import type { Judgement } from './judgement';
import type { AccountRow } from './payment-account';
import { type FirstDelivery, type Found, readForClaim } from './read-for-claim';
import type { ReceivedRow } from './receive-callback';

/** A row of the inbox with the verdict that it had when it was read. */
export type WaitingRow = Readonly<{ waitingId: string; verdict: CallbackVerdict }>;

/** A person, and how the message stood until they had it verified again. */
type VerifiedBy = Pick<CallbackResolution, 'actor' | 'before'>;

type Proved = Readonly<{
  claim: Claim;
  account: Pick<AccountRow, 'slug' | 'gateway' | 'name' | 'live' | 'config'>;
  shop: ShopSettings;
  /** The delivery as it came in, or one that waits and is looked at again. */
  row: ReceivedRow | WaitingRow;
  /** Who had a message that waits verified again; the gateway itself where nobody has. */
  by?: VerifiedBy | null;
}>;

/**
 * Judges a proved claim and writes the inbox row with all its effects in one batch; again after a
 * lost race. The first delivery of an event key holds it; a repeat becomes `duplicate` without a
 * body. Once a payment is applied, what came before it and needs it (a refund, a charge that names
 * no order) is looked at again, so that the order in which messages arrive makes no difference.
 * Throws `conflict` when five attempts were lost.
 */
export async function applyClaim(ctx: Context, proved: Proved): Promise<Judgement> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const found = await readForClaim(ctx, proved);
    const { judgement, statements } = outcomeOf(ctx, proved, found);
    if (!(await commit(ctx.db, statements))) continue;
    if (hasDependents(judgement)) await applyDependents(ctx, proved, found.dependents);
    return judgement;
  }
  throw conflict();
}

/** What money that goes back waits for, and what the end of a dispute waits for. */
function hasDependents({ command }: Judgement): boolean {
  return command !== null && followed.has(command.type);
}

const followed: ReadonlySet<OrderCommand['type']> = new Set(['pay', 'keep_payment', 'charge_back']);

type Outcome = Readonly<{ judgement: Judgement; statements: readonly Statement[] }>;

/** Looks again at what a payment makes sense of, once it is there. */
export async function applyDependents(
  ctx: Context,
  { account, shop }: Pick<Proved, 'account' | 'shop'>,
  dependents: Found['dependents'],
): Promise<void> {
  for (const { id, verdict, claim } of dependents) {
    if (claim) await applyClaim(ctx, { account, shop, claim, row: { waitingId: id, verdict } });
  }
}

function outcomeOf(ctx: Context, proved: Proved, found: Found): Outcome {
  const { first } = found;
  const { row } = proved;
  if (!first) return judged(ctx, proved, found);
  if (!('waitingId' in row) || row.waitingId !== first.id) return repeat(ctx, proved, first);
  if (row.verdict === first.verdict) return judged(ctx, proved, found);
  const { verdict, reason } = first;
  return { judgement: { verdict, reason, command: null }, statements: [] };
}

function repeat(ctx: Context, proved: Proved, first: FirstDelivery): Outcome {
  const { row } = proved;
  const isSameBody = 'waitingId' in row || row.bodyHash === first.bodyHash;
  const judgement: Judgement = {
    verdict: 'duplicate',
    reason: isSameBody
      ? 'The same message again.'
      : 'The same event again with another body: the first one counts.',
    command: null,
  };
  const columns = {
    ...claimColumns(proved.claim),
    orderNumber: first.orderNumber,
    duplicateOf: first.id,
    verdict: judgement.verdict,
    reason: judgement.reason,
  };
  const statement =
    'waitingId' in row
      ? updateWaiting(ctx, row, { ...columns, body: null })
      : ctx.db.insert(callbacks).values({ ...row, ...columns, body: isSameBody ? null : row.body });
  const unsettled = 'waitingId' in row ? [expectWaiting(ctx, row)] : [];
  return { judgement, statements: [...unsettled, statement] };
}

function judged(ctx: Context, proved: Proved, found: Found): Outcome {
  const { claim, account } = proved;
  const { facts, paidElsewhere, isCalledOff } = found;
  const order = facts?.order ?? null;
  const sentence = judgeCallback({
    claim,
    account: judgedAccount(account),
    order,
    ...{ paidElsewhere, isCalledOff },
  });
  const { judgement, effects } = carriedOut(ctx, proved, facts, sentence);
  return {
    judgement,
    statements: [
      ...('waitingId' in proved.row ? [expectWaiting(ctx, proved.row)] : []),
      ...(judgement.verdict === 'order_unknown' ? expectUnknown(ctx, claim) : []),
      ...(order && judgement.verdict === 'held' ? [expectUnchanged(ctx, order)] : []),
      ...effects,
      callbackStatement(ctx, proved, judgement, order?.number ?? claim.orderNumber),
    ],
  };
}

type CarriedOut = Readonly<{ judgement: Judgement; effects: readonly Statement[] }>;

/** What a judgement does to the order; where the order refuses, a person has to look at it. */
function carriedOut(
  ctx: Context,
  proved: Proved,
  facts: OrderFacts | null,
  judgement: Judgement,
): CarriedOut {
  const { account, shop } = proved;
  const { command } = judgement;
  if (!facts || !command) return { judgement, effects: [] };
  const at = ctx.now();
  const before = facts.order;
  const decision = decideOrder(before, command, worldOf(ctx, facts, { shop, at }));
  if (decision.kind !== 'accepted') {
    const reason = decision.kind === 'refused' ? decision.refusal.reason : 'The order refused it.';
    return { judgement: { verdict: 'error', reason, command: null }, effects: [] };
  }
  if (decision.events.length === 0) return { judgement, effects: [] };
  const actor: Actor = proved.by?.actor ?? {
    kind: 'payment_account',
    ...{ id: account.slug, name: account.name },
  };
  const events = [...decision.events, ...verifiedBy(proved)];
  const after = evolveAll(before, events, at);
  return { judgement, effects: changeStatements(ctx, { before, after, events, actor, at, shop }) };
}

/** What the history of the order says of the person who had the message verified again. */
function verifiedBy({ by, row }: Proved): readonly OrderEvent[] {
  if (!by || !('waitingId' in row)) return [];
  const verified = { type: 'callback_resolved', action: 'verify', reason: null } as const;
  return [{ ...verified, callbackId: row.waitingId }];
}

/** Fails the batch when the order was placed since we looked, so that no early message is lost. */
function expectUnknown({ db }: Context, { orderNumber }: Claim): readonly Statement[] {
  if (orderNumber === null) return [];
  return [
    db.run(
      sql`INSERT INTO expectations (found, expected) SELECT count(*), 0 FROM orders WHERE number = ${orderNumber} AND deleted_at IS NULL`,
    ),
  ];
}

/** Fails the batch when somebody else has judged the waiting row meanwhile. */
export function expectWaiting({ db }: Context, { waitingId, verdict }: WaitingRow): Statement {
  return db.run(
    sql`INSERT INTO expectations (found, expected) SELECT count(*), 1 FROM callbacks WHERE id = ${waitingId} AND verdict = ${verdict} AND resolved_at IS NULL`,
  );
}

/** Fails the batch when the order has moved on: the payment that a refund waits for may be there now. */
function expectUnchanged({ db }: Context, { id, version }: Order): Statement {
  return db.run(
    sql`INSERT INTO expectations (found, expected) SELECT version, ${version} FROM orders WHERE id = ${id}`,
  );
}

const insertCallback = insertInto(callbacks);

function callbackStatement(
  ctx: Context,
  { claim, row, by }: Proved,
  { verdict, reason }: Judgement,
  orderNumber: string | null,
): Statement {
  const { eventKey } = claim;
  const columns = { ...claimColumns(claim), orderNumber, eventKey, claim, verdict, reason };
  return 'waitingId' in row
    ? updateWaiting(ctx, row, {
        ...columns,
        ...(by && verdict === 'applied' && settledBy(ctx, by)),
      })
    : insertCallback(ctx.db, { ...row, ...columns });
}

function settledBy(ctx: Context, by: VerifiedBy) {
  return {
    resolvedAt: ctx.now(),
    resolution: { ...by, action: 'verify', reason: null },
  } as const;
}

/** A message that is proved by now needs not be kept to be verified again. */
function updateWaiting(
  { db }: Context,
  { waitingId }: WaitingRow,
  columns: Partial<typeof callbacks.$inferInsert>,
): Statement {
  return db
    .update(callbacks)
    .set({ ...columns, sealed: null, askAt: null })
    .where(eq(callbacks.id, waitingId));
}
