import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Client } from '@libsql/client';
import { Fault } from './fault';

const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url));

/** Throws a fault unless the file is a whole database of Counterfoil that this version can serve. */
export async function checkBackup(database: Client, file: string): Promise<void> {
  const applied = await appliedMigrations(database);
  if (applied === null) throw new Fault(`${file} is not a database of Counterfoil.`);
  const known = new Set(readdirSync(migrations).map((name) => name.replace(/\.sql$/, '')));
  const newer = applied.find((name) => !known.has(name));
  if (newer !== undefined) {
    throw new Fault(
      `${file} comes from a newer version of Counterfoil (it has the migration ${newer}): update first.`,
    );
  }
  if (!(await isWhole(database))) {
    throw new Fault(`${file} is damaged: nothing was changed, use another backup.`);
  }
}

/** Null where this is no database, or one of another program. */
async function appliedMigrations(database: Client): Promise<readonly string[] | null> {
  try {
    const { rows } = await database.execute('SELECT name, hash FROM migrations ORDER BY name');
    return rows.length === 0 ? null : rows.map(({ name }) => String(name));
  } catch {
    return null;
  }
}

async function isWhole(database: Client): Promise<boolean> {
  try {
    const { rows } = await database.execute('PRAGMA integrity_check(1)');
    return rows[0]?.integrity_check === 'ok';
  } catch {
    return false;
  }
}
