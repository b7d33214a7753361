import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword, passwordFault, verifyPassword } from './password';

test('a password verifies against its own hash only, and no two hashes are alike', async () => {
  const hash = await hashPassword('correct horse');
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword('correct horse', hash)).toBe(true);
  expect(await verifyPassword('correct horsE', hash)).toBe(false);
  expect(await hashPassword('correct horse')).not.toBe(hash);
});

test('a hash made at another cost still verifies', async () => {
  const salt = Buffer.from('sixteen bytes ok');
  const hash = scryptSync('correct horse', salt, 32, { N: 1024, r: 8, p: 1 });
  const weaker = `scrypt$1024$8$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
  expect(await verifyPassword('correct horse', weaker)).toBe(true);
  expect(await verifyPassword('wrong horse', weaker)).toBe(false);
});

test('nobody has no password, not even the one that fits nothing', async () => {
  expect(await verifyPassword('', null)).toBe(false);
  expect(await verifyPassword('correct horse', null)).toBe(false);
});

test('the same letters composed in another way are the same password', async () => {
  const hash = await hashPassword('cafe\u0301 au lait');
  expect(await verifyPassword('caf\u00e9 au lait', hash)).toBe(true);
});

test('a damaged hash is a defect, never a yes', async () => {
  await expect(verifyPassword('x', 'plain text')).rejects.toThrow('not a password hash');
});

test.each([
  ['nine char', 'Use 10 characters or more.'],
  ['🔑'.repeat(9), 'Use 10 characters or more.'],
  ['🔑'.repeat(10), null],
  ['x'.repeat(200), null],
  ['x'.repeat(201), 'Use 200 characters or fewer.'],
  [' Ada@Shop.Example', 'Use something other than your e-mail address.'],
])('the rules say of %j: %s', (password, fault) => {
  expect(passwordFault(password, 'ada@shop.example')).toBe(fault);
});
