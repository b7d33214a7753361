import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { connect, type Db } from '#db/client';
import { migrate } from '#db/migrate';
import { createContext } from '#server/context';
import { readEnv } from '#server/env';
import { addSampleData } from '#server/sample-data/add-sample-data';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop } from '#server/settings/shop-settings';

const root = join(import.meta.dirname, '..');
const secret = 'a secret of the backup tests and of nothing else';
vi.setConfig({ testTimeout: 180_000 });
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

type Outcome = Readonly<{ code: number | null; out: string; err: string }>;
type Command = 'backup' | 'restore' | 'seed';
type Settings = Readonly<Record<string, string>>;

function start(command: Command, args: readonly string[], settings: Settings) {
  const script = join(root, `scripts/${command}.ts`);
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    env: { ...process.env, AUTH_SECRET: secret, ...settings },
  });
}

async function run(
  command: Command,
  args: readonly string[],
  settings: Settings,
): Promise<Outcome> {
  const child = start(command, args, settings);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.err += chunk));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, ...said };
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-backup-'));
  folders.push(folder);
  return folder;
}

async function shopAt(file: string, orders: number): Promise<Db> {
  const db = await connect({ url: `file:${file}`, authToken: null });
  await migrate(db.$client);
  await addOrders(db, orders);
  return db;
}

async function addOrders(db: Db, orders: number, seed = 1): Promise<void> {
  const read = readEnv({ AUTH_SECRET: secret, DATABASE_URL: 'file:none.db' });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  await addSampleData(createContext({ db, env: read.env }), { orders, seed, shop: defaultShop });
}

/** Resolves once a file of a folder has been written to. */
async function growth(folder: string, name: string): Promise<void> {
  for await (const { filename } of watch(folder)) {
    if (filename === name && statSync(join(folder, name)).size > 2_000_000) return;
  }
}

async function ordersIn(file: string): Promise<number> {
  const db = await connect({ url: `file:${file}`, authToken: null });
  const [row] = await db.all<{ orders: number }>(sql`SELECT count(*) AS orders FROM orders`);
  expect(await selfCheck(db)).toEqual([]);
  db.$client.close();
  return row?.orders ?? -1;
}

test('a backup taken while another process writes is whole, and a restore brings it back', async () => {
  const folder = freshFolder();
  const [file, copy] = [join(folder, 'shop.db'), join(folder, 'copy.db')];
  const settings = { DATABASE_URL: `file:${file}` };
  expect(await run('seed', ['--orders', '40'], settings)).toMatchObject({ code: 0 });

  const writer = start('seed', ['--orders', '4000', '--append', '--seed', '2'], settings);
  const ended = once(writer, 'exit');
  await growth(folder, 'shop.db-wal');
  const backedUp = await run('backup', [copy], settings);
  expect(backedUp).toMatchObject({ code: 0, err: '', out: expect.stringContaining(copy) });
  expect(backedUp.out).toContain('the setting AUTH_SECRET');
  expect(await run('restore', [copy], settings)).toEqual({
    code: 1,
    out: '',
    err: `${file} is in use: stop the server, then restore.\n`,
  });
  writer.kill('SIGKILL');
  await ended;

  const restored = await run('restore', [copy], settings);
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).not.toContain('AUTH_SECRET');
  expect([existsSync(`${file}-wal`), existsSync(`${file}-shm`)]).toEqual([false, false]);
  const kept = await ordersIn(file);
  expect(kept).toBeGreaterThanOrEqual(40);
  expect(await ordersIn(`${file}.before-restore`)).toBeGreaterThanOrEqual(kept);
  expect(await run('restore', [copy], settings)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/before-restore is there from an earlier restore.+\n$/),
  });
});

test('what cannot be backed up is told in one sentence', async () => {
  const folder = freshFolder();
  const taken = join(folder, 'taken.db');
  writeFileSync(taken, 'mine');
  const settings = { DATABASE_URL: `file:${join(folder, 'shop.db')}` };
  const remote = { DATABASE_URL: 'libsql://shop.example' };
  expect(await run('backup', [], settings)).toMatchObject({
    code: 1,
    err: 'Use it like this: npm run backup -- FILE.\n',
  });
  expect(await run('backup', [join(folder, 'new.db')], settings)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^There is no database at .+\n$/),
  });
  expect(await run('backup', [join(folder, 'new.db')], remote)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^The database is on a server.+\n$/),
  });
  (await shopAt(join(folder, 'shop.db'), 0)).$client.close();
  expect(await run('backup', [taken], settings)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/is there already.+\n$/),
  });
  expect(readFileSync(taken, 'utf8')).toBe('mine');
});

test('what is no backup of this shop changes nothing', async () => {
  const folder = freshFolder();
  const file = join(folder, 'shop.db');
  const settings = { DATABASE_URL: `file:${file}` };
  (await shopAt(file, 3)).$client.close();
  const text = join(folder, 'text.db');
  writeFileSync(text, 'This is a shopping list and no database at all.'.repeat(50));
  expect(await run('restore', [text], settings)).toMatchObject({
    code: 1,
    err: `${text} is not a database of Counterfoil.\n`,
  });
  expect(await run('restore', [join(folder, 'none.db')], settings)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^There is no file .+\n$/),
  });
  const newer = join(folder, 'newer.db');
  const later = await shopAt(newer, 0);
  await later.run(sql`INSERT INTO migrations VALUES ('9999_of_tomorrow', 'x', 0)`);
  later.$client.close();
  expect(await run('restore', [newer], settings)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/newer version of Counterfoil.+9999_of_tomorrow.+\n$/),
  });
  expect(existsSync(`${file}.before-restore`)).toBe(false);
  expect(await ordersIn(file)).toBe(3);
});

test('a restore that cannot write its copy leaves the shop as it was', async () => {
  const folder = freshFolder();
  // The copy is written beside it under a longer name, which no disk takes.
  const [file, copy] = [join(folder, `${'s'.repeat(240)}.db`), join(folder, 'copy.db')];
  const settings = { DATABASE_URL: `file:${file}` };
  expect(await run('seed', ['--orders', '3'], settings)).toMatchObject({ code: 0 });
  expect(await run('backup', [copy], settings)).toMatchObject({ code: 0 });
  expect(await run('restore', [copy], settings)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^Nothing was restored.+\n$/),
  });
  expect(existsSync(`${file}.before-restore`)).toBe(false);
  expect(await ordersIn(file)).toBe(3);
});

test('a shop whose database was spoiled or is gone gets its backup, and is told of another secret', async () => {
  const folder = freshFolder();
  const [file, copy] = [join(folder, 'shop.db'), join(folder, 'copy.db')];
  const settings = { DATABASE_URL: `file:${file}` };
  (await shopAt(file, 3)).$client.close();
  expect(await run('backup', [copy], settings)).toMatchObject({ code: 0 });
  for (const journal of ['-wal', '-shm']) rmSync(`${file}${journal}`, { force: true });
  writeFileSync(file, 'spoiled'.repeat(1000));
  expect(await run('restore', [copy], settings)).toMatchObject({ code: 0, err: '' });
  expect(await ordersIn(file)).toBe(3);
  expect(readFileSync(`${file}.before-restore`, 'utf8')).toContain('spoiled');
  renameSync(file, join(folder, 'elsewhere.db'));
  rmSync(`${file}.before-restore`);
  const other = { ...settings, AUTH_SECRET: 'another secret that this shop never had before' };
  const restored = await run('restore', [copy], other);
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('another AUTH_SECRET') });
  expect(await ordersIn(file)).toBe(3);
});
