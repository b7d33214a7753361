import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { connect } from './client';
import { migrate } from './migrate';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort();

/** A database as it was before a migration, with its mark of what was applied. */
async function databaseBefore(migration: RegExp) {
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'counterfoil-')), 'shop.db')}`;
  const client = (await connect({ url, authToken: null })).$client;
  await client.execute(
    'CREATE TABLE migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)',
  );
  for (const file of names.slice(
    0,
    names.findIndex((name) => migration.test(name)),
  )) {
    const text = readFileSync(join(folder, file), 'utf8');
    await client.batch(text.split('--> statement-breakpoint'), 'write');
    await client.execute({
      sql: 'INSERT INTO migrations VALUES (?, ?, 0)',
      args: [file.replace(/\.sql$/, ''), createHash('sha256').update(text).digest('hex')],
    });
  }
  return { client, url };
}

test('messages stay as they are when they may be about a customer too', async () => {
  const { client, url } = await databaseBefore(/_customer_door\.sql$/);
  await client.batch(
    [
      `INSERT INTO customers (id, email, name, created_at) VALUES ('zoe', 'zoe@customer.example', 'Zoë', 1)`,
      `INSERT INTO orders (id, number, version, token, status, payment_status, fulfilment_status, currency, items_minor,
        discount_minor, shipping_minor, tax_minor, grand_minor, paid_minor, refunded_minor, order_discount_minor,
        shipping_tax_minor, customer_id, customer_email, customer_name, placed_at)
        VALUES (1, '1001', 1, 'token', 'pending', 'unpaid', 'unfulfilled', 'GBP', 0, 0, 0, 0, 0, 0, 0, 0, 0, 'zoe', 'zoe@customer.example', 'Zoë', 1)`,
      `INSERT INTO messages (id, order_id, template, recipient, subject, data, status, attempts, last_error, next_attempt_at,
        provider_id, created_at, sent_at, delivery, delivery_at, delivery_detail, mended_at)
        VALUES ('m', 1, 'paid', 'zoe@customer.example', 'Paid', '{"a":1}', 'sent', 2, 'slow', 3, 'p', 4, 5, 'bounced', 6, 'full', 7)`,
    ],
    'write',
  );
  const indexes = `SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'messages' AND type = 'index' AND name NOT LIKE 'sqlite%' ORDER BY name`;
  const [rows, before] = [
    await client.execute('SELECT * FROM messages'),
    await client.execute(indexes),
  ];
  const [row] = rows.rows;
  client.close();
  const again = createClient({ url });
  await migrate(again);
  const { rows: after } = await again.execute('SELECT * FROM messages');
  expect(after.map((message) => ({ ...message }))).toEqual([{ ...row, customer_id: null }]);
  expect((await again.execute(indexes)).rows).toEqual(expect.arrayContaining([...before.rows]));
  expect((await again.execute('PRAGMA foreign_key_check')).rows).toEqual([]);
});

test('a message is about an order or about a customer, never about both or neither', async () => {
  const { client } = await databaseBefore(/_customer_door\.sql$/);
  await migrate(client);
  const { rows } = await client.execute(
    `SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'messages'`,
  );
  expect(String(rows[0]?.sql)).toContain('CHECK((order_id IS NULL) <> (customer_id IS NULL))');
  const insert = (order: string, customer: string) =>
    client.execute(`INSERT INTO messages (id, order_id, customer_id, template, recipient, subject, data, status, next_attempt_at, created_at)
      VALUES ('m', ${order}, ${customer}, 'paid', '', '', '{}', 'held', 0, 0)`);
  await expect(insert('NULL', 'NULL')).rejects.toThrow('messages_about_check');
  await expect(insert('1', "'zoe'")).rejects.toThrow('messages_about_check');
});
