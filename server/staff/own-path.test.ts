import { expect, test } from 'vitest';
import { ownPath } from './own-path';

test.each([
  ['/orders/1001', '/orders/1001'],
  ['/orders?status=paid&q=a%20b', '/orders?status=paid&q=a%20b'],
  ['/settings/shop#name', '/settings/shop'],
])('one goes on to %s', (wanted, path) => {
  expect(ownPath(wanted)).toBe(path);
});

test.each([
  'https://evil.example/orders',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  '/orders/..//evil.example',
  '/\t/evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  'orders',
  '/api/auth/signout',
  '/sign-in?callbackUrl=/sign-in',
  '/setup',
  '/',
  '',
  null,
  undefined,
])('%j leads to the orders instead', (wanted) => {
  expect(ownPath(wanted)).toBe('/orders');
});
