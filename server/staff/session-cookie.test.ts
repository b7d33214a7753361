import { expect, test } from 'vitest';
import { freshContext } from './fresh-context';
import { openSessionId, sealSessionId, sessionCookie } from './session-cookie';

test('a cookie gives back the session id that was sealed into it', async () => {
  const { env } = await freshContext();
  const token = await sealSessionId(env, 'abc');
  expect(token).not.toContain('abc');
  expect(await openSessionId(env, token)).toBe('abc');
});

test('a cookie that was changed, made with another secret, or is no token tells nothing', async () => {
  const { env } = await freshContext();
  const token = await sealSessionId(env, 'abc');
  const foreign = await sealSessionId({ ...env, authSecret: 'b'.repeat(43) }, 'abc');
  expect(await openSessionId(env, `${token.slice(0, -2)}xx`)).toBeNull();
  expect(await openSessionId(env, foreign)).toBeNull();
  expect(await openSessionId(env, 'garbage')).toBeNull();
  expect(await openSessionId(env, '')).toBeNull();
  expect(await openSessionId(env, undefined)).toBeNull();
});

test('a cookie travels over https only where the shop is served over https', async () => {
  const { env } = await freshContext({ APP_URL: 'https://shop.example' });
  expect(sessionCookie(env)).toEqual({
    name: '__Secure-next-auth.session-token',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
  });
  const plain = await freshContext();
  expect(sessionCookie(plain.env)).toMatchObject({
    name: 'next-auth.session-token',
    options: { secure: false },
  });
});
