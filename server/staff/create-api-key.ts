import { apiKeys } from '#db/schema/shop';
import { type Scope, scopes } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { AppError, invalid } from '#server/errors';
import { textFault } from '#server/settings/shop-faults';
import { newApiKey } from './api-key';

export type NewApiKeyWish = Readonly<{
  name: string;
  scopes: readonly Scope[];
  /** What whoever asks may do, as nobody makes a key that can do more. Left out on the machine itself. */
  grantable?: ReadonlySet<Scope>;
}>;

export type CreatedApiKey = Readonly<{ id: string; key: string; prefix: string }>;

/**
 * Makes an API key; works before the set-up too. `key` is the only copy there will ever be.
 * Errors: `invalid` for a name that is empty or too long, and where no scope is chosen; `forbidden`
 * for a scope that whoever asks may not pass on.
 */
export async function createApiKey(ctx: Context, given: NewApiKeyWish): Promise<CreatedApiKey> {
  const nameFault = textFault(given.name, 'the key');
  const chosen = scopes.filter((scope) => given.scopes.includes(scope));
  const fields = {
    ...(nameFault !== null && { name: nameFault }),
    ...(chosen.length === 0 && { scopes: 'Choose one thing at least that the key may do.' }),
  };
  if (Object.keys(fields).length > 0) throw invalid(fields);
  const excess = chosen.find((scope) => given.grantable?.has(scope) === false);
  if (excess !== undefined)
    throw new AppError('forbidden', `You cannot give a key the scope ${excess}: you lack it too.`);
  const { key, prefix, hash } = newApiKey();
  const id = ctx.newId();
  const row = { id, name: given.name.trim(), hash, prefix, scopes: chosen, createdAt: ctx.now() };
  await ctx.db.insert(apiKeys).values(row);
  return { id, key, prefix };
}
