import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'counterfoil-seed-'));
afterAll(() => rmSync(folder, { recursive: true }));

function seed(args: readonly string[], databaseUrl = `file:${join(folder, 'shop.db')}`) {
  const AUTH_SECRET = 'a secret of the seed tests and of nothing else';
  const all = ['--import', 'tsx', join(root, 'scripts/seed.ts'), ...args];
  const env = { ...process.env, AUTH_SECRET, DATABASE_URL: databaseUrl };
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

test.each([
  [[], /^--orders takes a whole number from 0 to 1000000\. Use: .+\n$/],
  [['--orders', 'ten'], /^--orders takes a whole number.+\n$/],
  [['--orders', '5', '--seed', '-1'], /^(--seed takes a whole number|Use: ).+\n$/],
  [['--orders', '5', '--colour', 'red'], /^Use: npm run seed.+\n$/],
])('%j is refused in one sentence', (args, sentence) => {
  expect(seed(args)).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(sentence) });
});

test('a remote database is refused', () => {
  const { status, stderr } = seed(['--orders', '5'], 'libsql://shop.example');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/local database file only.+\n$/)]);
});

test('a database with orders is added to only when that is asked for', () => {
  expect(seed(['--orders', '40'])).toMatchObject({ status: 0, stdout: '' });
  expect(seed(['--orders', '4'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/not empty\. Add --append.+\n$/),
  });
  for (const seedAgain of [['--seed', '2'], [], []]) {
    expect(seed(['--orders', '40', '--append', ...seedAgain])).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/40 of 40 orders/),
    });
  }
});
