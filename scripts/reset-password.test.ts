import { expect, test } from 'vitest';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { createContext } from '#server/context';
import { readEnv } from '#server/env';
import { readSession } from '#server/staff/authenticate';
import { beginSession } from '#server/staff/begin-session';
import { createOwner } from '#server/staff/create-owner';
import { signIn } from '#server/staff/sign-in';
import { freshFile, runScript } from './run-script.test-data';

const email = 'maria@shop.example';
const former = 'a long way from home';
const reset = (args: readonly string[], url: string) => runScript('reset-password.ts', args, url);

async function openShop(url: string) {
  const read = readEnv({ DATABASE_URL: url, AUTH_SECRET: 'a'.repeat(43) });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const db = await connect({ url, authToken: null });
  await migrate(db.$client);
  return createContext({ db, env: read.env });
}

test('the new password lets in, the former one does not, and every session has ended', async () => {
  const url = freshFile();
  const ctx = await openShop(url);
  const shop = { shopName: 'Seeds', currency: 'EUR', timeZone: 'UTC' };
  const { id: staffId } = await createOwner(ctx, { email, password: former, ...shop });
  const sid = await beginSession(ctx, { staffId, userAgent: 'Firefox' });
  const { code, out, err } = await reset(['--email', ' Maria@Shop.example'], url);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const password = out.trimEnd().split('\n').at(-1) ?? '';
  const knock = { email, address: '203.0.113.9', userAgent: 'Firefox' };
  expect(await signIn(ctx, { ...knock, password })).toMatchObject({ ok: true });
  expect(await signIn(ctx, { ...knock, password: former })).toMatchObject({ ok: false });
  expect((await readSession(ctx, sid)).caller).toBeNull();
});

test.each([
  [[], 'Say whose it is: npm run --silent reset-password -- --email ADDRESS.\n'],
  [['--mail', 'x'], 'Use it like this: npm run --silent reset-password -- --email ADDRESS.\n'],
  [['--email', 'eve@shop.example'], 'Nobody signs in with this e-mail address.\n'],
  [['--email', 'no address'], 'Nobody signs in with this e-mail address.\n'],
])('%j is one sentence and changes nothing', async (args, sentence) => {
  const { code, out, err } = await reset(args, freshFile());
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: sentence });
});
