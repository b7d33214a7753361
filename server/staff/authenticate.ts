import { and, eq, gt, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { missedCount } from '#db/missed-mail';
import { messages } from '#db/schema/messages';
import { callbacks, isOpen } from '#db/schema/payments';
import { sessions, staff } from '#db/schema/shop';
import type { Actor, Scope, StaffRole } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { shopQuery } from '#server/settings/shop-query';
import type { ShopSettings } from '#server/settings/shop-settings';
import { sessionIdleMs, sessionTouchMs } from './session-limits';
import { staffScopes } from './staff-scopes';

/** Whoever asks: a signed-in person, or a program with a key. */
export type Caller = Readonly<{
  actor: Actor;
  scopes: ReadonlySet<Scope>;
  via: 'session' | 'api_key';
  role: StaffRole | null;
  sessionId: string | null;
  email: string | null;
}>;

/** What waits for a person; anything above 99 is told as 100. */
export type WaitingCounts = Readonly<{ inbox: number; messages: number }>;

export type SessionReading = Readonly<{
  caller: Caller | null;
  /** Null until the set-up. */
  shop: ShopSettings | null;
  counts: WaitingCounts;
  /** The session is in use and was last marked so over a minute ago: call `touchSession`. */
  isTouchDue: boolean;
}>;

/**
 * Reads who a session belongs to, together with what every page of the console shows, in one
 * round trip. `caller` is null where the session is unknown, revoked, expired, idle for twelve
 * hours, or its owner was disabled. Asks for no scope and changes nothing.
 */
export async function readSession(ctx: Context, sid: string | null): Promise<SessionReading> {
  const now = ctx.now();
  const [sessionRows, shopRows, inboxRows, messageRows] = await ctx.db.batch([
    sessionQuery(ctx, sid ?? '', now),
    shopQuery(ctx.db),
    ctx.db.select({ count: waitingCallbacks }).from(sql`(SELECT 1)`),
    ctx.db.select({ count: waitingMessages }).from(sql`(SELECT 1)`),
  ]);
  const session = sessionRows[0];
  return {
    caller: session ? sessionCaller(session) : null,
    shop: shopRows[0] ?? null,
    counts: { inbox: inboxRows[0]?.count ?? 0, messages: messageRows[0]?.count ?? 0 },
    isTouchDue: session !== undefined && session.lastSeenAt + sessionTouchMs <= now,
  };
}

/** Notes that a session is in use. Writes once a minute at most, however often it is called. */
export async function touchSession(ctx: Context, sid: string): Promise<void> {
  const now = ctx.now();
  await ctx.db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(
      and(
        eq(sessions.id, sid),
        isNull(sessions.revokedAt),
        lt(sessions.lastSeenAt, now - sessionTouchMs + 1),
        gt(sessions.lastSeenAt, now - sessionIdleMs),
      ),
    );
}

/** True for the rows of `sessions` that still let their owner in. */
export function isSessionAlive(nowMs: number): SQL | undefined {
  return and(
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, nowMs),
    gt(sessions.lastSeenAt, nowMs - sessionIdleMs),
  );
}

function sessionQuery({ db }: Context, sid: string, nowMs: number) {
  return db
    .select({
      id: sessions.id,
      lastSeenAt: sessions.lastSeenAt,
      staffId: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(and(eq(sessions.id, sid), isNull(staff.disabledAt), isSessionAlive(nowMs)));
}

type SessionRow = Awaited<ReturnType<typeof sessionQuery>>[number];

function sessionCaller(session: SessionRow): Caller {
  return {
    actor: { kind: 'staff', id: session.staffId, name: session.name },
    scopes: staffScopes(session.role),
    via: 'session',
    role: session.role,
    sessionId: session.id,
    email: session.email,
  };
}

// A shop without mail holds every message it ever wrote: counting stops where the number is of no use.
const countMax = 100;

const waitingCallbacks = sql<number>`(SELECT count(*) FROM (SELECT 1 FROM ${callbacks} WHERE ${isOpen} LIMIT ${countMax}))`;

/** What is held back or failed, and what came back; a message that is both counts once. */
const waitingMessages = sql<number>`min(${countMax}, ${missedCount} + (SELECT count(*) FROM (SELECT 1 FROM ${messages} WHERE ${inArray(messages.status, ['held', 'failed'])} AND delivery IS NULL LIMIT ${countMax})))`;
