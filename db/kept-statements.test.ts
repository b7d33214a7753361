import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client/sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from './client';
import { isLostRace } from './is-lost-race';

let folder: string;
let url: string;
let client: Client;
let plain: Client;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-kept-'));
  url = `file:${join(folder, 'shop.db')}`;
  ({ $client: client } = await connect({ url, authToken: null }));
  plain = createClient({ url, timeout: 1_000 });
  await client.execute('CREATE TABLE goods (id INTEGER PRIMARY KEY, name TEXT, price REAL)');
  await client.execute({ sql: 'INSERT INTO goods VALUES (?, ?, ?)', args: [1, 'Pot', 1.5] });
});

afterEach(() => {
  client.close();
  plain.close();
  rmSync(folder, { recursive: true });
});

test('rows are those that the client of libSQL gives, by name and by position', async () => {
  const statements = [
    'SELECT id, name, price, NULL AS colour FROM goods',
    'SELECT one.id, two.id, two.name FROM goods AS one, goods AS two',
    'SELECT name FROM goods WHERE id = 99',
  ];
  for (const statement of statements) {
    const [kept, usual] = [await client.execute(statement), await plain.execute(statement)];
    expect(kept.columns).toEqual(usual.columns);
    expect(kept.rows.map((row) => ({ ...row }))).toEqual(usual.rows.map((row) => ({ ...row })));
    expect(kept.rows.map((row) => Array.from(row))).toEqual(
      usual.rows.map((row) => Array.from(row)),
    );
  }
});

test('booleans, dates and named values are bound; undefined is refused', async () => {
  const asked = await client.execute({
    sql: 'SELECT $yes AS yes, $at AS at',
    args: { yes: true, at: new Date(5) },
  });
  expect({ ...asked.rows[0] }).toEqual({ yes: 1, at: 5 });
  const args = [undefined] as unknown as string[];
  await expect(client.execute({ sql: 'SELECT ?', args })).rejects.toThrow(TypeError);
});

test('a batch that fails leaves nothing behind, and its statements go on working', async () => {
  const insert = (id: number) => ({ sql: 'INSERT INTO goods (id) VALUES (?)', args: [id] });
  const fault = await client.batch([insert(2), insert(1)], 'write').catch((error) => error);
  expect(isLostRace(fault)).toBe(true);
  expect((await plain.execute('SELECT id FROM goods')).rows).toHaveLength(1);
  const [, changed] = await client.batch([insert(2), 'UPDATE goods SET price = 2'], 'write');
  expect(changed?.rowsAffected).toBe(2);
  const returning = { sql: 'INSERT INTO goods (id) VALUES (?) RETURNING id', args: [1] };
  await expect(client.execute(returning)).rejects.toThrow(/UNIQUE/);
  expect((await client.execute({ ...returning, args: [3] })).rows[0]?.id).toBe(3);
});

test('a kept statement sees what another process has changed about the tables', async () => {
  const reading = 'SELECT name FROM goods ORDER BY id';
  expect((await client.execute(reading)).rows).toHaveLength(1);
  await plain.execute('ALTER TABLE goods ADD COLUMN colour TEXT');
  await plain.execute('CREATE INDEX goods_name_idx ON goods (name)');
  await plain.execute("INSERT INTO goods (name, colour) VALUES ('Cup', 'blue')");
  expect((await client.execute(reading)).rows.map(({ name }) => name)).toEqual(['Pot', 'Cup']);
});

test('a whole number beyond exact ones is an error, not a wrong number', async () => {
  await expect(client.execute('SELECT 9007199254740993')).rejects.toThrow(RangeError);
});

test('reading waits for no writer, and a writer is waited for', async () => {
  const writer = await plain.transaction('write');
  await writer.execute("INSERT INTO goods (name) VALUES ('Cup')");
  expect((await client.execute('SELECT id FROM goods')).rows).toHaveLength(1);
  await writer.commit();
  expect((await client.execute('SELECT id FROM goods')).rows).toHaveLength(2);
});
