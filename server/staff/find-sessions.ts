import { and, desc, eq } from 'drizzle-orm';
import { sessions } from '#db/schema/shop';
import type { Context } from '#server/context';
import { isSessionAlive } from './authenticate';
import { deviceWords } from './device-words';

export type SessionRow = Readonly<{
  id: string;
  /** Such as `Firefox on Windows`. */
  device: string;
  createdAt: number;
  lastSeenAt: number;
}>;

const sessionsMax = 100;

/** Where a person is signed in now, the last used first. */
export async function findSessions(ctx: Context, staffId: string): Promise<readonly SessionRow[]> {
  const rows = await ctx.db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.staffId, staffId), isSessionAlive(ctx.now())))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
    .limit(sessionsMax);
  return rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceWords(userAgent) }));
}
