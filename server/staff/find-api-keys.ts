import { desc, isNull } from 'drizzle-orm';
import { apiKeys } from '#db/schema/shop';
import type { Scope } from '#domain/vocabulary';
import type { Context } from '#server/context';

export type ApiKeyRow = Readonly<{
  id: string;
  name: string;
  prefix: string;
  scopes: readonly Scope[];
  createdAt: number;
}>;

const keysMax = 200;

/** The keys that work, newest first; nothing of a key but its beginning. */
export async function findApiKeys({ db }: Context): Promise<readonly ApiKeyRow[]> {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
    })
    .from(apiKeys)
    .where(isNull(apiKeys.revokedAt))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(keysMax);
}
