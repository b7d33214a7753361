import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { shop, staff } from '#db/schema/shop';
import { freshContext } from './fresh-context';

const root = resolve(import.meta.dirname, '../..');

const program = `
  const { connect } = await import('#db/client');
  const { createContext } = await import('#server/context');
  const { readEnv } = await import('#server/env');
  const { createOwner } = await import('#server/staff/create-owner');
  const { env } = readEnv(process.env);
  const ctx = createContext({ db: await connect({ url: env.databaseUrl, authToken: null }), env });
  console.log('ready');
  await new Promise((go) => process.stdin.once('data', go));
  const given = { email: process.env.WHO, password: 'correct horse', shopName: process.env.WHO, currency: 'EUR', timeZone: 'UTC' };
  const answer = await createOwner(ctx, given).then(() => 'won', (error) => error.code + ' ' + error.details.reason);
  console.log(answer);
  process.exit();
`;

type Rival = Readonly<{ isReady: Promise<void>; go: () => void; answer: Promise<string> }>;

function rival(who: string, url: string): Rival {
  const tsx = `file://${join(root, 'node_modules/tsx/dist/loader.mjs')}`;
  const child = spawn(
    process.execPath,
    ['--import', tsx, '--input-type=module', '--eval', program],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, AUTH_SECRET: 'a'.repeat(43), WHO: who },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  let out = '';
  const isReady = new Promise<void>((done) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('ready')) done();
    });
  });
  const answer = new Promise<string>((done) => {
    child.on('close', () => done(out.trim().split('\n').at(-1) ?? ''));
  });
  return { isReady, go: () => child.stdin.write('go\n'), answer };
}

test('of two processes that set one shop up at once, exactly one wins and the other is refused', async () => {
  const ctx = await freshContext();
  const rivals = ['a@shop.example', 'b@shop.example'].map((who) => rival(who, ctx.env.databaseUrl));
  await Promise.all(rivals.map(({ isReady }) => isReady));
  for (const { go } of rivals) go();
  const answers = await Promise.all(rivals.map(({ answer }) => answer));
  expect(answers.sort()).toEqual(['refused already_set_up', 'won']);
  const people = await ctx.db.select().from(staff);
  expect(people).toHaveLength(1);
  expect(await ctx.db.select().from(shop)).toMatchObject([{ name: people[0]?.email }]);
});
