import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Client } from '@libsql/client';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

type Migration = Readonly<{ name: string; hash: string; statements: readonly string[] }>;

/**
 * Brings the database up to date. Each migration is one batch that begins with its own row, so of
 * two processes starting together one applies it and the other finds it applied. A migration that
 * was changed after it had landed is refused.
 */
export async function migrate(client: Client): Promise<readonly string[]> {
  await client.execute(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)',
  );
  const applied = await appliedMigrations(client);
  const fresh: string[] = [];
  for (const migration of await readMigrations()) {
    const hash = applied.get(migration.name);
    if (hash === undefined) {
      if (await apply(client, migration)) fresh.push(migration.name);
    } else if (hash !== migration.hash) {
      throw new Error(`The migration ${migration.name} was changed after it had been applied.`);
    }
  }
  return fresh;
}

async function apply(client: Client, migration: Migration): Promise<boolean> {
  const mark = {
    sql: 'INSERT INTO migrations (name, hash, applied_at) VALUES (?, ?, ?)',
    args: [migration.name, migration.hash, Date.now()],
  };
  try {
    await client.batch([mark, ...migration.statements], 'write');
    return true;
  } catch (error) {
    if ((await appliedMigrations(client)).get(migration.name) === migration.hash) return false;
    throw error;
  }
}

async function appliedMigrations(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.execute('SELECT name, hash FROM migrations');
  return new Map(rows.map((row) => [String(row.name), String(row.hash)]));
}

async function readMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(files.map(readMigration));
}

async function readMigration(file: string): Promise<Migration> {
  const text = await readFile(`${folder}${file}`, 'utf8');
  const statements = text.split('--> statement-breakpoint').map((statement) => statement.trim());
  return {
    name: file.replace(/\.sql$/, ''),
    hash: createHash('sha256').update(text).digest('hex'),
    statements: statements.filter((statement) => statement.length > 0),
  };
}
