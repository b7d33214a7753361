import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys } from '#db/schema/shop';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';

/** Ends a key at once and for ever. Errors: `not_found` for an unknown or ended key. */
export async function revokeApiKey({ db, now }: Context, id: string): Promise<void> {
  const ended = await db
    .update(apiKeys)
    .set({ revokedAt: now() })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  if (ended.length === 0) throw notFound('This API key');
}
