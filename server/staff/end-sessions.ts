import { and, eq, isNull, ne } from 'drizzle-orm';
import { sessions } from '#db/schema/shop';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';

/** Signs a session out. One that has ended already, or never was, is left as it is. */
export async function endSession({ db, now }: Context, sid: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, sid), isNull(sessions.revokedAt)));
}

/** Ends a session of the person's own. Errors: `not_found` for anything else. */
export async function endOwnSession(
  { db, now }: Context,
  { staffId, sid }: Readonly<{ staffId: string; sid: string }>,
): Promise<void> {
  const ended = await db
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, sid), eq(sessions.staffId, staffId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  if (ended.length === 0) throw notFound('This session');
}

/** Ends every session of a person but one; for a batch, or by itself. */
export function endOtherSessionsStatement(
  { db, now }: Context,
  { staffId, sid }: Readonly<{ staffId: string; sid: string }>,
) {
  return db
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.staffId, staffId), ne(sessions.id, sid), isNull(sessions.revokedAt)));
}
