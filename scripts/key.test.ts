import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect } from '#db/client';
import { apiKeys } from '#db/schema/shop';
import { scopes } from '#domain/vocabulary';
import { hashApiKey } from '#server/staff/api-key';
import { freshFile, runScript } from './run-script.test-data';

const run = (args: readonly string[], url: string) => runScript('key.ts', args, url);

async function kept(url: string, key: string) {
  const db = await connect({ url, authToken: null });
  return db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.hash, hashApiKey(key)));
}

test('a key is printed alone on the last line, on a database nobody has set up', async () => {
  const url = freshFile();
  const { code, out, err } = await run(['--name', 'Web shop'], url);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const key = out.trimEnd().split('\n').at(-1) ?? '';
  expect(key).toMatch(/^cf_[\w-]{43}$/);
  expect(await kept(url, key)).toMatchObject([{ name: 'Web shop', scopes: [...scopes] }]);
});

test('a key may do only what was named', async () => {
  const url = freshFile();
  const { out } = await run(['--name', 'Till', '--scopes', 'orders:read, codes:read'], url);
  expect(await kept(url, out.trim())).toMatchObject([{ scopes: ['orders:read', 'codes:read'] }]);
});

test.each([
  [[], 'Give the key a name: npm run --silent key -- --name NAME.\n'],
  [['--name', ' '], 'Give the key a name: npm run --silent key -- --name NAME.\n'],
  [['--nmae', 'x'], 'Use it like this: npm run --silent key -- --name NAME [--scopes a,b].\n'],
  [['--name', 'x', '--scopes', 'orders'], /^There is no scope "orders": choose from .+\.\n$/],
  [['--name', 'x'.repeat(101)], 'Use 100 characters or fewer.\n'],
])('%j is one sentence and no key', async (args, sentence) => {
  const { code, out, err } = await run(args, freshFile());
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(sentence);
});
