import { and, eq, isNull } from 'drizzle-orm';
import { sessions, staff } from '#db/schema/shop';
import { normalizeEmail } from '#domain/email-address';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { hashPassword } from './password';

/**
 * Gives a person a new random password of 128 bits, ends all their sessions, and returns the
 * password, which is kept nowhere. For whoever runs the server; asks for no permission. Throws
 * `not_found` where nobody signs in with that e-mail address.
 */
export async function resetPassword(ctx: Context, email: string): Promise<string> {
  const password = ctx.newToken();
  const passwordHash = await hashPassword(password);
  const isPerson = eq(staff.email, normalizeEmail(email) ?? '');
  const [changed] = await ctx.db.batch([
    ctx.db.update(staff).set({ passwordHash }).where(isPerson).returning({ id: staff.id }),
    ctx.db
      .update(sessions)
      .set({ revokedAt: ctx.now() })
      .where(
        and(
          eq(sessions.staffId, ctx.db.select({ id: staff.id }).from(staff).where(isPerson)),
          isNull(sessions.revokedAt),
        ),
      ),
  ]);
  if (changed.length === 0) {
    throw new AppError('not_found', 'Nobody signs in with this e-mail address.');
  }
  return password;
}
