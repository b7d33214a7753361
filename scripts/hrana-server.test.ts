import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient, type InStatement, LibsqlError } from '@libsql/client';
import { createClient as createWebClient } from '@libsql/client/web';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '#db/migrate';
import { type HranaServer, startHranaServer } from '../e2e/hrana-server';

const schema: InStatement[] = [
  `CREATE TABLE goods (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    photo BLOB,
    weight REAL,
    stock INTEGER NOT NULL DEFAULT 0 CHECK (stock >= 0)
  )`,
  'CREATE UNIQUE INDEX goods_name_uq ON goods (name)',
  "CREATE VIRTUAL TABLE goods_text USING fts5(name, tokenize = 'trigram')",
  `CREATE TRIGGER goods_text_insert AFTER INSERT ON goods BEGIN
    INSERT INTO goods_text (rowid, name) VALUES (new.id, new.name);
  END`,
  'CREATE VIEW demands AS SELECT 0 AS found, 0 AS expected',
  `CREATE TRIGGER demands_insert INSTEAD OF INSERT ON demands
    WHEN new.found IS NOT new.expected BEGIN SELECT RAISE(ABORT, 'demand failed');
  END`,
];

let folder: string;
let server: HranaServer;
let embedded: Client;
let remote: Client;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hrana-'));
  embedded = createClient({ url: `file:${join(folder, 'embedded.db')}` });
  server = await startHranaServer({ file: join(folder, 'remote.db'), port: 0 });
  remote = createWebClient({ url: server.url });
  await embedded.batch(schema, 'write');
  await remote.batch(schema, 'write');
});

afterEach(async () => {
  embedded.close();
  remote.close();
  await server.close();
  await rm(folder, { recursive: true });
});

test('rows come back over HTTP as they come from the file', async () => {
  const photo = new Uint8Array([0, 1, 254, 255]).buffer;
  const statements: InStatement[] = [
    {
      sql: 'INSERT INTO goods (name, photo, weight, stock) VALUES (?, ?, ?, ?) RETURNING *',
      args: ['Tasse „blau" ☕ שלום', photo, 0.25, 7],
    },
    { sql: 'INSERT INTO goods (stock, name) VALUES (?, ?)', args: [2 ** 53 - 3, "O'Hara"] },
    {
      sql: 'INSERT INTO goods (name, stock) VALUES (:name, $stock)',
      args: { name: 'n', stock: 1n },
    },
    { sql: 'UPDATE goods SET stock = stock + ? WHERE name = ?', args: [2, "O'Hara"] },
    'SELECT id, name, photo, weight, stock, NULL AS missing, typeof(stock) FROM goods ORDER BY id',
    { sql: 'SELECT ?, typeof(?), ?', args: [null, 3, true] },
    'SELECT id AS a, name AS a FROM goods WHERE 0',
    "SELECT name FROM goods_text WHERE goods_text MATCH 'asse'",
  ];

  expect(await resultsOf(remote, statements)).toEqual(await resultsOf(embedded, statements));
});

test('a constraint fails over HTTP with the code and the words of the file', async () => {
  await remote.execute("INSERT INTO goods (id, name) VALUES (1, 'mug')");
  await embedded.execute("INSERT INTO goods (id, name) VALUES (1, 'mug')");
  const faults: readonly [sql: string, words: string][] = [
    ["INSERT INTO goods (name) VALUES ('mug')", 'UNIQUE constraint failed: goods.name'],
    ["INSERT INTO goods (id, name) VALUES (1, 'x')", 'UNIQUE constraint failed: goods.id'],
    ['UPDATE goods SET stock = -1', 'CHECK constraint failed: stock >= 0'],
    ['UPDATE goods SET name = NULL', 'NOT NULL constraint failed: goods.name'],
    ['INSERT INTO demands (found, expected) VALUES (1, 2)', 'demand failed'],
  ];
  for (const [sql, words] of faults) {
    for (const client of [embedded, remote]) {
      const alone = await errorOf(client.execute(sql));
      const second = await errorOf(client.batch(['SELECT 1', sql], 'write'));
      expect(alone).toMatchObject({ code: 'SQLITE_CONSTRAINT' });
      expect(second).toMatchObject({ code: 'SQLITE_CONSTRAINT', statementIndex: 1 });
      expect(alone.message).toContain(words);
      expect(second.message).toContain(words);
    }
  }
});

test('a batch that fails at any statement leaves nothing behind', async () => {
  const good = (name: string) => ({ sql: 'INSERT INTO goods (name) VALUES (?)', args: [name] });
  const bad: readonly InStatement[] = [
    'INSERT INTO demands (found, expected) VALUES ((SELECT count(*) FROM goods), 9)',
    'INSERT INTO goods (name) VALUES (NULL)',
    'INSERT INTO nowhere VALUES (1)',
    'this is not SQL',
  ];
  for (const statement of bad) {
    await expect(remote.batch([good('a'), statement, good('b')], 'write')).rejects.toThrow();
  }
  expect(await namesIn(remote)).toEqual([]);

  await remote.batch([good('c')], 'write');
  expect(await namesIn(remote)).toEqual(['c']);
});

test('twenty batches at once run one after the other', async () => {
  await remote.execute("INSERT INTO goods (name, stock) VALUES ('mug', 100)");
  const takeOne: InStatement[] = [
    "UPDATE goods SET stock = stock - 1 WHERE name = 'mug'",
    "SELECT stock FROM goods WHERE name = 'mug'",
    "UPDATE goods SET stock = stock - 1 WHERE name = 'mug'",
    "SELECT stock FROM goods WHERE name = 'mug'",
  ];
  const results = await Promise.all(
    Array.from({ length: 20 }, () => remote.batch(takeOne, 'write')),
  );
  const pairs = results.map(([, first, , second]) => ({
    first: stockOf(first),
    second: stockOf(second),
  }));
  expect(pairs.every(({ first, second }) => first - second === 1)).toBe(true);
  expect(new Set(pairs.map(({ second }) => second)).size).toBe(20);
});

test('an open transaction keeps others waiting and can be taken back', async () => {
  const transaction = await remote.transaction('write');
  await transaction.execute("INSERT INTO goods (name) VALUES ('seen only inside')");
  const fromOutside = namesIn(remote);
  await transaction.rollback();
  expect(await fromOutside).toEqual([]);
});

test('every request that reaches the database is counted once', async () => {
  server.resetRoundTrips();
  await remote.execute('SELECT 1');
  await remote.batch(['SELECT 2', 'SELECT 3'], 'read');
  expect(server.roundTrips()).toBe(2);
  expect(server.statements()).toContain('SELECT 3');

  const count = await fetch(`${server.url}/__count`);
  expect(await count.json()).toMatchObject({ roundTrips: 2 });
  await fetch(`${server.url}/__reset`, { method: 'POST' });
  expect(server.roundTrips()).toBe(0);
});

test('the migrations make the same tables over HTTP as in a file', async () => {
  const tables: InStatement[] = ['SELECT type, name, sql FROM sqlite_schema ORDER BY name, type'];
  await migrate(embedded);
  await migrate(remote);
  expect(await resultsOf(remote, tables)).toEqual(await resultsOf(embedded, tables));
  expect(await migrate(remote)).toEqual([]);
});

test('statements that a libSQL server refuses are refused', async () => {
  for (const sql of ['PRAGMA journal_mode = WAL', 'VACUUM', "ATTACH 'x.db' AS x"]) {
    expect((await errorOf(remote.execute(sql))).message).toContain('unsupported statement');
  }
  await remote.execute('PRAGMA foreign_keys');
});

test('a request without the token is turned away', async () => {
  const guarded = await startHranaServer({ file: ':memory:', port: 0, authToken: 'secret' });
  const stranger = createWebClient({ url: guarded.url, authToken: 'guess' });
  const friend = createWebClient({ url: guarded.url, authToken: 'secret' });
  await expect(stranger.execute('SELECT 1')).rejects.toThrow('token');
  expect((await friend.execute('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await guarded.close();
});

test('a body that is no pipeline is answered with 400', async () => {
  for (const body of [
    '',
    '{',
    '{"requests":[{"type":"execute"}]}',
    '{"baton":"x","requests":[]}',
  ]) {
    const response = await fetch(`${server.url}/v2/pipeline`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty('code');
  }
});

async function resultsOf(client: Client, statements: InStatement[]) {
  const results = await client.batch(statements, 'write');
  return results.map(({ columns, rows }) => ({
    columns,
    rows: rows.map((row) => Array.from(row)),
  }));
}

async function namesIn(client: Client): Promise<unknown[]> {
  const { rows } = await client.execute('SELECT name FROM goods ORDER BY name');
  return rows.map((row) => row.name);
}

function stockOf(result: Awaited<ReturnType<Client['execute']>> | undefined): number {
  return Number(result?.rows[0]?.stock);
}

async function errorOf(attempt: Promise<unknown>): Promise<LibsqlError> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LibsqlError)) {
    throw new Error(`Expected a LibsqlError, got ${error}`);
  }
  return error;
}
