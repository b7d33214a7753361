import { and, eq } from 'drizzle-orm';
import { staff } from '#db/schema/shop';
import type { Context } from '#server/context';
import { AppError, invalid } from '#server/errors';
import { giveBackStatement } from '#server/rate-limit/give-back';
import {
  isOverLimit,
  type RateLimit,
  rateLimitKey,
  rateLimitStatement,
  retryAfterSeconds,
} from '#server/rate-limit/take';
import { endOtherSessionsStatement } from './end-sessions';
import { hashPassword, passwordFault, passwordLengthMax, verifyPassword } from './password';

export type PasswordChange = Readonly<{
  staffId: string;
  /** The session that goes on; all others of the person end. */
  sid: string;
  currentPassword: string;
  newPassword: string;
}>;

const limit: RateLimit = { name: 'change-password', max: 10, windowMs: 15 * 60 * 1000 };

/**
 * Changes a person's own password and ends every other session of theirs, in one batch.
 * Errors: `invalid` beside `currentPassword` or `newPassword`; `too_many_requests` after ten wrong
 * tries in fifteen minutes; `conflict` where the password was changed elsewhere in the meantime.
 */
export async function changePassword(ctx: Context, given: PasswordChange): Promise<void> {
  const person = await readPerson(ctx, given.staffId);
  const fault = passwordFault(given.newPassword, person.email);
  if (fault !== null) throw invalid({ newPassword: fault });
  const current = given.currentPassword.slice(0, passwordLengthMax * 2);
  if (!(await verifyPassword(current, person.passwordHash)))
    throw invalid({ currentPassword: 'This is not your current password.' });
  const passwordHash = await hashPassword(given.newPassword);
  const [changed] = await ctx.db.batch([
    ctx.db
      .update(staff)
      .set({ passwordHash })
      .where(and(eq(staff.id, given.staffId), eq(staff.passwordHash, person.passwordHash)))
      .returning({ id: staff.id }),
    endOtherSessionsStatement(ctx, given),
    giveBackStatement(ctx, [rateLimitKey(limit, given.staffId)]),
  ]);
  if (changed.length === 0)
    throw new AppError('conflict', 'Your password was changed elsewhere just now. Sign in again.');
}

async function readPerson(ctx: Context, staffId: string) {
  const [tries, found] = await ctx.db.batch([
    rateLimitStatement(ctx, limit, staffId),
    ctx.db
      .select({ email: staff.email, passwordHash: staff.passwordHash })
      .from(staff)
      .where(eq(staff.id, staffId)),
  ]);
  if (isOverLimit(limit, tries)) {
    throw new AppError('too_many_requests', 'Too many tries. Wait 15 minutes.', {
      retryAfterSeconds: retryAfterSeconds(limit, ctx.now()),
    });
  }
  const person = found[0];
  if (person === undefined) throw new AppError('unauthorized', 'Sign in again.');
  return person;
}
