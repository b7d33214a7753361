import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-settings-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

type Outcome = Readonly<{ code: number | null; out: string; err: string }>;

const program = `
  const { loadSettings } = await import(${JSON.stringify(join(root, 'scripts/load-settings.ts'))});
  const env = loadSettings();
  console.log(JSON.stringify({ ...env, NEXTAUTH_URL: process.env.NEXTAUTH_URL, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET }));
`;

/** Loads the settings in a process of its own, in the test's folder, with nothing else set. */
async function load(environment: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  const child = spawn(
    process.execPath,
    ['--import', `file://${tsx}`, '--input-type=module', '--eval', program],
    { cwd: folder, env: { NODE_ENV: 'test', PATH: process.env.PATH, ...environment } },
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}

test('a secret is made once, kept beside the database file for the owner alone', async () => {
  const first = await load();
  const second = await load();
  const kept = join(folder, 'data/auth-secret');
  expect(JSON.parse(first.out).authSecret).toBe(readFileSync(kept, 'utf8').trim());
  expect(JSON.parse(second.out).authSecret).toBe(JSON.parse(first.out).authSecret);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
});

test('processes that start together agree on one secret', async () => {
  const outcomes = await Promise.all([load(), load(), load(), load()]);
  const secrets = outcomes.map(({ out }) => JSON.parse(out).authSecret);
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toHaveLength(43);
});

test('next-auth is told the address and the secret', async () => {
  const { out } = await load({
    APP_URL: 'https://back.shop.example/',
    AUTH_SECRET: 'x'.repeat(32),
  });
  expect(JSON.parse(out)).toMatchObject({
    NEXTAUTH_URL: 'https://back.shop.example',
    NEXTAUTH_SECRET: 'x'.repeat(32),
  });
});

test('a real environment wins over the file', async () => {
  writeFileSync(join(folder, '.env'), 'PORT=4131\nWORKER=off\n');
  const { out } = await load({ PORT: '4132' });
  expect(JSON.parse(out)).toMatchObject({ port: 4132, worker: false });
});

test('the example copied as it is works and gives the defaults', async () => {
  const defaults = await load();
  copyFileSync(join(root, '.env.example'), join(folder, '.env'));
  const { code, out } = await load();
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(JSON.parse(defaults.out));
});

test('faults are printed one per line and nothing else is', async () => {
  const { code, out, err } = await load({ PORT: 'http', WORKER: 'maybe' });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.trim().split('\n')).toEqual([
    'PORT must be a whole number from 1 to 65535.',
    'WORKER must be on or off.',
  ]);
});

test('a folder that cannot be made is one sentence', async () => {
  writeFileSync(join(folder, 'data'), 'a file where the folder should be');
  const { code, err } = await load();
  expect(code).toBe(1);
  expect(err).toMatch(/^AUTH_SECRET could not be read or made: .+\.\n$/);
});

test('a damaged secret is refused, never replaced', async () => {
  await load();
  writeFileSync(join(folder, 'data/auth-secret'), 'short');
  const { code, err } = await load();
  expect(code).toBe(1);
  expect(err).toContain('auth-secret is damaged, put it back from a backup.');
  expect(readFileSync(join(folder, 'data/auth-secret'), 'utf8')).toBe('short');
});
