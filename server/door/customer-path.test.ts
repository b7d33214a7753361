import { expect, test } from 'vitest';
import { customerPath } from './customer-path';

test.each(['/my', '/my/codes', '/my/addresses?remove=x', '/track/9rJ4mQx2VbT7kLw5'])(
  'a customer goes on to %s',
  (path) => {
    expect(customerPath(path)).toBe(path);
  },
);

test.each([
  'https://evil.example/my',
  '//evil.example/my',
  '/\\evil.example',
  '/.//evil.example',
  '/my/..//evil.example',
  '/my/sign-in',
  '/my/sign-in/token',
  '/my/sign-out',
  '/myself',
  '/orders',
  '/track',
  '/track/token/show',
  '/api/trpc/door.orders',
  'my',
  'javascript:alert(1)',
  '',
  null,
  undefined,
])('%j leads to the own orders instead', (path) => {
  expect(customerPath(path)).toBe('/my');
});
