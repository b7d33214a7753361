import { eq } from 'drizzle-orm';
import { signInLinks } from '#db/schema/customers';
import type { Context } from '#server/context';
import { linkIdOf } from './sign-in-token';

/** `unknown` is also a link of somebody else, or one that was changed on its way. */
export type LinkState = 'open' | 'used' | 'expired' | 'unknown';

/** How a link stands. Looking uses nothing up: programs that read mail do that too. One round trip. */
export async function readLink(ctx: Context, token: string): Promise<LinkState> {
  const linkId = linkIdOf(token, ctx.env.authSecret);
  const rows = await linkQuery(ctx, linkId ?? '');
  return linkId === null ? 'unknown' : stateOf(rows[0], ctx.now());
}

export function linkQuery({ db }: Context, linkId: string) {
  const { id, expiresAt, usedAt } = signInLinks;
  return db.select({ expiresAt, usedAt }).from(signInLinks).where(eq(id, linkId));
}

type Row = Readonly<{ expiresAt: number; usedAt: number | null }>;

/** A link that we signed and no longer know was swept away, long after it had expired. */
export function stateOf(row: Row | undefined, nowMs: number): Exclude<LinkState, 'unknown'> {
  if (row && row.usedAt !== null) return 'used';
  return row && row.expiresAt > nowMs ? 'open' : 'expired';
}
