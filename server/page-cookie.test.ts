import { expect, test } from 'vitest';
import { pageCookie } from './page-cookie';

test('what a page keeps never leaves unencrypted where the shop is served by HTTPS', () => {
  const kept = { path: '/track', httpOnly: true, sameSite: 'lax' };
  expect(pageCookie({ appUrl: 'https://orders.example' }, '/track')).toEqual({
    ...kept,
    secure: true,
  });
  expect(pageCookie({ appUrl: 'http://127.0.0.1:3000' }, '/track').secure).toBe(false);
});
