import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import {
  isOverLimit,
  isWithin,
  type RateLimit,
  rateLimitStatement,
  retryAfterSeconds,
} from '#server/rate-limit/take';
import { deriveKey } from '#server/secret-box';
import { type LinkState, linkQuery, stateOf } from './read-link';
import { sessionIdOf } from './session-cookie';
import { sessionLifeMs } from './session-limits';
import { linkIdOf } from './sign-in-token';

/** A press of the button behind a link. */
export type Opening = Readonly<{
  token: string;
  /** Made anew for every view of the page: a press and its double have the same. */
  clickKey: string;
  address: string;
  userAgent: string;
}>;

/** What the cookie holds from now on, or why there is none. */
export type Opened =
  | Readonly<{ ok: true; secret: string }>
  | Readonly<{ ok: false; state: Exclude<LinkState, 'open'> }>;

const limit: RateLimit = { name: 'door-open', max: 20, windowMs: 15 * 60 * 1000 };
const userAgentLengthMax = 400;

/** Within this time the same form gives the same session again. */
export const doubleWithinMs = 10_000;

/**
 * Uses a link and begins a session, in one batch: of all who press at once one is let in, and a
 * double press of one form is one session. Throws `too_many_requests` after twenty tries from one
 * network address within a quarter of an hour, and uses nothing up then. One round trip.
 */
export async function openLink(ctx: Context, opening: Opening): Promise<Opened> {
  const { token, address } = opening;
  const at = ctx.now();
  const linkId = linkIdOf(token, ctx.env.authSecret);
  const secret = secretOf(ctx, opening);
  const sessionId = sessionIdOf(secret) ?? '';
  const [tries, , , [begun], [link]] = await ctx.db.batch([
    rateLimitStatement(ctx, limit, address),
    ctx.db.run(sql`UPDATE sign_in_links SET used_at = ${at}
      WHERE id = ${linkId ?? ''} AND used_at IS NULL AND expires_at > ${at} AND ${isWithin(limit, address)}`),
    ctx.db.run(beginStatement(opening, { linkId: linkId ?? '', sessionId, at })),
    ctx.db.all<{
      id: string;
    }>(
      sql`SELECT id FROM customer_sessions WHERE id = ${sessionId} AND created_at > ${at - doubleWithinMs}`,
    ),
    linkQuery(ctx, linkId ?? ''),
  ]);
  if (isOverLimit(limit, tries)) {
    throw new AppError('too_many_requests', 'Too many tries.', {
      retryAfterSeconds: retryAfterSeconds(limit, at),
    });
  }
  if (linkId === null) return { ok: false, state: 'unknown' };
  if (begun) return { ok: true, secret };
  const state = stateOf(link, at);
  return { ok: false, state: state === 'open' ? 'expired' : state };
}

/** Nothing in the database leads to it, and the same form of the same link makes the same one. */
function secretOf({ env }: Context, { token, clickKey }: Opening): string {
  const key = deriveKey(env.authSecret, 'customer-sessions');
  const bytes = createHmac('sha256', key).update(`${token} ${clickKey}`).digest();
  return bytes.subarray(0, secretBytes).toString('base64url');
}

const secretBytes = 16;

type New = Readonly<{ linkId: string; sessionId: string; at: number }>;

/** Only right behind the statement that has used the link. */
function beginStatement({ userAgent }: Opening, { linkId, sessionId, at }: New) {
  return sql`INSERT INTO customer_sessions (id, customer_id, email, user_agent, created_at, last_seen_at, expires_at)
    SELECT ${sessionId}, customer_id, email, ${userAgent.slice(0, userAgentLengthMax)}, ${at}, ${at}, ${at + sessionLifeMs}
    FROM sign_in_links WHERE id = ${linkId} AND changes() = 1`;
}
