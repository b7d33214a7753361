import { and, eq, isNull, sql } from 'drizzle-orm';
import { prebuilt } from '#db/prebuilt';
import { apiKeys, idempotencyKeys } from '#db/schema/shop';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { shopQuery } from '#server/settings/shop-query';
import type { ShopSettings } from '#server/settings/shop-settings';
import { hashApiKey } from './api-key';
import type { Caller } from './authenticate';

/** A claim without an answer is given up by then: its process died before its batch. */
const claimMs = 60_000;

export type KeyReading = Readonly<{
  caller: Caller | null;
  shop: ShopSettings | null;
  claim: Claimed | null;
}>;

/** How the Idempotency-Key of a request stands; `mine` means: do the work. */
export type Claimed =
  | Readonly<{ state: 'mine'; apiKeyId: string; key: string; claimId: string }>
  | Readonly<{ state: 'working' | 'reused' }>
  | Readonly<{ state: 'answered'; status: number; body: string | null }>;

type Idempotency = Readonly<{ key: string; requestHash: string }>;
type Presented = Readonly<{ apiKey: string; idempotency: Idempotency | null }>;

/** Reads who holds an API key and claims the Idempotency-Key for it, in one round trip. */
export async function readApiKey(ctx: Context, presented: Presented): Promise<KeyReading> {
  const { apiKey, idempotency } = presented;
  return idempotency
    ? readAndClaim(ctx, hashApiKey(apiKey), idempotency)
    : readOnly(ctx, hashApiKey(apiKey));
}

async function readOnly(ctx: Context, hash: string): Promise<KeyReading> {
  const [[key], [settings]] = await ctx.db.batch([keyQuery(ctx.db, { hash }), shopQuery(ctx.db)]);
  return { caller: key ? callerOf(key) : null, shop: settings ?? null, claim: null };
}

async function readAndClaim(
  ctx: Context,
  hash: string,
  idempotency: Idempotency,
): Promise<KeyReading> {
  const claiming = { ...idempotency, claimId: ctx.newId() };
  const [[key], [settings], , [row]] = await ctx.db.batch([
    keyQuery(ctx.db, { hash }),
    shopQuery(ctx.db),
    claimStatement(ctx, hash, claiming),
    claimQuery(ctx, hash, claiming),
  ]);
  const claim = row ? claimedOf(row, claiming) : null;
  return { caller: key ? callerOf(key) : null, shop: settings ?? null, claim };
}

const keyQuery = prebuilt((db) =>
  db
    .select({ id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes })
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, sql.placeholder('hash')), isNull(apiKeys.revokedAt))),
);

type Claiming = Idempotency & Readonly<{ claimId: string }>;

function claimStatement({ db, now }: Context, hash: string, claiming: Claiming) {
  const { key, requestHash, claimId } = claiming;
  const at = now();
  return db.run(sql`
    INSERT INTO idempotency_keys (api_key_id, key, request_hash, claim_id, claimed_at)
    SELECT id, ${key}, ${requestHash}, ${claimId}, ${at} FROM api_keys WHERE hash = ${hash} AND revoked_at IS NULL
    ON CONFLICT (api_key_id, key) DO UPDATE
    SET claim_id = excluded.claim_id, claimed_at = excluded.claimed_at, request_hash = excluded.request_hash
    WHERE response_status IS NULL AND claimed_at < ${at - claimMs}`);
}

function claimQuery({ db }: Context, hash: string, { key }: Claiming) {
  const isOfKey = sql`api_key_id = (SELECT id FROM api_keys WHERE hash = ${hash})`;
  return db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.key, key), isOfKey));
}

type IdempotencyRow = typeof idempotencyKeys.$inferSelect;

function claimedOf(row: IdempotencyRow, { claimId, requestHash }: Claiming): Claimed {
  const { apiKeyId, key } = row;
  if (row.claimId === claimId) return { state: 'mine', apiKeyId, key, claimId };
  if (row.requestHash !== requestHash) return { state: 'reused' };
  return row.responseStatus === null
    ? { state: 'working' }
    : { state: 'answered', status: row.responseStatus, body: row.responseBody };
}

type KeyRow = Pick<typeof apiKeys.$inferSelect, 'id' | 'name' | 'scopes'>;

function callerOf({ id, name, scopes }: KeyRow): Caller {
  return {
    actor: { kind: 'api_key', id, name },
    scopes: new Set(scopes),
    via: 'api_key',
    role: null,
    sessionId: null,
    email: null,
  };
}

/**
 * The statements that keep the answer of a claim, for the batch that does the work. The batch fails
 * where a repeat of the request has taken the claim over: the work is done once.
 */
export function keepAnswer(
  { db }: Context,
  claim: Claimed | null,
  { status, body }: Readonly<{ status: number; body: string | null }>,
): readonly Statement[] {
  if (claim?.state !== 'mine') return [];
  const { apiKeyId, key, claimId } = claim;
  return [
    db.run(
      sql`INSERT INTO expectations (found, expected) SELECT (SELECT claim_id FROM idempotency_keys WHERE api_key_id = ${apiKeyId} AND key = ${key}), ${claimId}`,
    ),
    db
      .update(idempotencyKeys)
      .set({ responseStatus: status, responseBody: body })
      .where(isClaim(claim)),
  ];
}

/** Gives a claim back where nothing was begun, so that a corrected request may use the same key. */
export async function releaseClaim({ db }: Context, claim: Claimed | null): Promise<void> {
  if (claim?.state !== 'mine') return;
  await db
    .delete(idempotencyKeys)
    .where(and(isClaim(claim), isNull(idempotencyKeys.responseStatus)));
}

function isClaim({ apiKeyId, key, claimId }: Claimed & { state: 'mine' }) {
  return and(
    eq(idempotencyKeys.apiKeyId, apiKeyId),
    eq(idempotencyKeys.key, key),
    eq(idempotencyKeys.claimId, claimId),
  );
}
