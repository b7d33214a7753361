import { sessions } from '#db/schema/shop';
import type { Context } from '#server/context';
import { sessionLifeMs } from './session-limits';

export type NewSession = Readonly<{ id: string; staffId: string; userAgent: string }>;

const userAgentLengthMax = 400;

/** The row of a session that begins now, for a batch. */
export function beginSessionStatement({ db, now }: Context, { userAgent, ...ids }: NewSession) {
  const at = now();
  return db.insert(sessions).values({
    ...ids,
    userAgent: userAgent.slice(0, userAgentLengthMax),
    createdAt: at,
    lastSeenAt: at,
    expiresAt: at + sessionLifeMs,
  });
}

/** Begins a session without asking for a password: for the owner who has just set the shop up. */
export async function beginSession(
  ctx: Context,
  { staffId, userAgent }: Readonly<{ staffId: string; userAgent: string }>,
): Promise<string> {
  const id = ctx.newToken();
  await beginSessionStatement(ctx, { id, staffId, userAgent });
  return id;
}
