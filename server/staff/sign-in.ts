import { eq, sql } from 'drizzle-orm';
import { staff } from '#db/schema/shop';
import { normalizeEmail } from '#domain/email-address';
import { commit } from '#server/commit';
import type { Context } from '#server/context';
import { giveBackStatement } from '#server/rate-limit/give-back';
import {
  isOverLimit,
  type RateLimit,
  rateLimitKey,
  rateLimitStatement,
} from '#server/rate-limit/take';
import { beginSessionStatement } from './begin-session';
import { passwordLengthMax, verifyPassword } from './password';

export type SignInTry = Readonly<{
  email: string;
  password: string;
  /** Whom the request comes from, as `clientAddress` tells it. */
  address: string;
  userAgent: string;
}>;

export type SignInAnswer =
  | Readonly<{ ok: true; sessionId: string }>
  | Readonly<{ ok: false; reason: 'wrong' | 'too_many' }>;

const windowMs = 15 * 60 * 1000;
const pairLimit: RateLimit = { name: 'sign-in-pair', max: 10, windowMs };
const addressLimit: RateLimit = { name: 'sign-in-address', max: 50, windowMs };
const emailLimit: RateLimit = { name: 'sign-in-email', max: 100, windowMs };

/**
 * Lets a person in by e-mail and password and begins a session. An unknown address, a disabled
 * person and a wrong password get the same answer after the same work. Ten failures under one
 * e-mail address from one network address, fifty from one network address or a hundred under one
 * e-mail address within fifteen minutes and it is `too_many`, whether such a person exists or not:
 * somebody who guesses elsewhere does not lock the owner out soon. Two round trips.
 */
export async function signIn(ctx: Context, given: SignInTry): Promise<SignInAnswer> {
  const email = normalizeEmail(given.email) ?? '';
  const password = given.password.slice(0, passwordLengthMax * 2);
  const [byPair, byAddress, byEmail, found] = await ctx.db.batch([
    rateLimitStatement(ctx, pairLimit, pairOf(email, given)),
    rateLimitStatement(ctx, addressLimit, given.address),
    rateLimitStatement(ctx, emailLimit, email),
    staffQuery(ctx, email),
  ]);
  const isTooMany =
    isOverLimit(pairLimit, byPair) ||
    isOverLimit(addressLimit, byAddress) ||
    isOverLimit(emailLimit, byEmail);
  if (isTooMany) return { ok: false, reason: 'too_many' };
  const person = found[0]?.disabledAt === null ? found[0] : null;
  const isRight = await verifyPassword(password, person?.passwordHash ?? null);
  if (person === null || !isRight) return { ok: false, reason: 'wrong' };
  return letIn(ctx, person, { ...given, email });
}

function pairOf(email: string, { address }: SignInTry): string {
  return `${email} ${address}`;
}

function staffQuery({ db }: Context, email: string) {
  return db
    .select({ id: staff.id, passwordHash: staff.passwordHash, disabledAt: staff.disabledAt })
    .from(staff)
    .where(eq(staff.email, email));
}

type Person = Readonly<{ id: string; passwordHash: string }>;

/** A password that was changed while this one was verified ends the sessions; none may slip in. */
async function letIn(ctx: Context, person: Person, given: SignInTry): Promise<SignInAnswer> {
  const { email, address, userAgent } = given;
  const sessionId = ctx.newToken();
  const results = await commit(ctx.db, [
    ctx.db.run(
      sql`INSERT INTO expectations (found, expected) SELECT ${staff.passwordHash}, ${person.passwordHash} FROM ${staff} WHERE ${staff.id} = ${person.id}`,
    ),
    beginSessionStatement(ctx, { id: sessionId, staffId: person.id, userAgent }),
    giveBackStatement(ctx, [
      rateLimitKey(pairLimit, pairOf(email, given)),
      rateLimitKey(addressLimit, address),
      rateLimitKey(emailLimit, email),
    ]),
  ]);
  return results === null ? { ok: false, reason: 'wrong' } : { ok: true, sessionId };
}
