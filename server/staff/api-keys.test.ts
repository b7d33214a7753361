import { expect, test } from 'vitest';
import { apiKeys } from '#db/schema/shop';
import { hashApiKey } from './api-key';
import { createApiKey } from './create-api-key';
import { findApiKeys } from './find-api-keys';
import { freshContext } from './fresh-context';
import { revokeApiKey } from './revoke-api-key';

test('a key is shown once: only its hash and its beginning are kept', async () => {
  const ctx = await freshContext();
  const made = await createApiKey(ctx, { name: ' Web shop ', scopes: ['orders:write'] });
  expect(made.key).toMatch(/^cf_[\w-]{43}$/);
  const rows = await ctx.db.select().from(apiKeys);
  expect(rows).toMatchObject([
    { name: 'Web shop', hash: hashApiKey(made.key), prefix: made.key.slice(0, 9) },
  ]);
  expect(JSON.stringify(rows)).not.toContain(made.key);
});

test('scopes are kept once each and in their own order', async () => {
  const ctx = await freshContext();
  await createApiKey(ctx, { name: 'x', scopes: ['products:read', 'orders:read', 'orders:read'] });
  expect((await findApiKeys(ctx))[0]?.scopes).toEqual(['orders:read', 'products:read']);
});

test('a key without a name or a scope is refused beside the field', async () => {
  const ctx = await freshContext();
  await expect(createApiKey(ctx, { name: ' ', scopes: [] })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { name: 'Enter the name of the key.', scopes: expect.any(String) } },
  });
  expect(await findApiKeys(ctx)).toEqual([]);
});

test('keys are listed newest first, without those that were ended', async () => {
  const ctx = await freshContext();
  const first = await createApiKey(ctx, { name: 'first', scopes: ['orders:read'] });
  ctx.clock.at += 1000;
  await createApiKey(ctx, { name: 'second', scopes: ['orders:read'] });
  ctx.clock.at += 1000;
  await createApiKey(ctx, { name: 'third', scopes: ['orders:read'] });
  await revokeApiKey(ctx, first.id);
  expect((await findApiKeys(ctx)).map(({ name }) => name)).toEqual(['third', 'second']);
});

test('a key ends once; ending it again or ending an unknown one is not found', async () => {
  const ctx = await freshContext();
  const { id } = await createApiKey(ctx, { name: 'x', scopes: ['orders:read'] });
  await revokeApiKey(ctx, id);
  await expect(revokeApiKey(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(revokeApiKey(ctx, 'nothing')).rejects.toMatchObject({ code: 'not_found' });
});

test('nobody makes a key that may do more than they may', async () => {
  const ctx = await freshContext();
  const wish = { name: 'x', scopes: ['orders:read', 'settings:write'] as const };
  const grantable = new Set(['orders:read', 'orders:write'] as const);
  await expect(createApiKey(ctx, { ...wish, grantable })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await findApiKeys(ctx)).toEqual([]);
});
