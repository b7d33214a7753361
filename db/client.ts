import type { Client, TransactionMode } from '@libsql/client';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { keptStatements, textOf } from './kept-statements';

export type Db = LibSQLDatabase & { readonly $client: Client };

export type DatabaseAddress = Readonly<{ url: string; authToken: string | null }>;

const busyTimeoutMs = 15_000;

/** SQLite's own 2 MB hold no more than the upper pages of the indexes of a large shop. */
const pageCacheKib = 65_536;

/** Moving 4 MB of changes into a large file at a time makes every thirtieth change wait for the disk. */
const checkpointPages = 8_000;

/**
 * Opens the database. A file is served by the embedded engine, everything else over HTTP; each
 * driver is loaded only where it is used, because the embedded one cannot run on workerd.
 */
export async function connect(address: DatabaseAddress): Promise<Db> {
  return address.url.startsWith('file:') ? connectFile(address.url) : connectRemote(address);
}

async function connectFile(url: string): Promise<Db> {
  const [{ mkdir }, { dirname }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
  ]);
  const [{ drizzle }, { createClient }, { default: Database }] = await Promise.all([
    import('drizzle-orm/libsql/sqlite3'),
    import('@libsql/client/sqlite3'),
    import('libsql'),
  ]);
  const file = url.slice('file:'.length);
  await mkdir(dirname(file), { recursive: true });
  const client = createClient({ url, timeout: busyTimeoutMs });
  await client.execute('PRAGMA journal_mode = WAL');
  const connection = new Database(file, { timeout: busyTimeoutMs });
  connection.exec(`PRAGMA cache_size = ${-pageCacheKib}`);
  connection.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  const close = client.close.bind(client);
  const closeBoth = () => {
    if (connection.open) connection.close();
    close();
  };
  const quick = Object.assign(client, keptStatements(connection), { close: closeBoth });
  return drizzle(withBatchModes(quick));
}

async function connectRemote({ url, authToken }: DatabaseAddress): Promise<Db> {
  const [{ drizzle }, { createClient }] = await Promise.all([
    import('drizzle-orm/libsql/web'),
    import('@libsql/client/web'),
  ]);
  // A bounded queue would let one request of workerd wait for a slot that only another one can free.
  const concurrency = Number.POSITIVE_INFINITY;
  return drizzle(
    withBatchModes(createClient({ url, concurrency, ...(authToken && { authToken }) })),
  );
}

/**
 * A batch that writes anywhere takes the write lock at its beginning. Begun as a reader it would
 * fail at once, without waiting, when another process writes between its reading and its writing.
 */
function withBatchModes(client: Client): Client {
  const batch: Client['batch'] = client.batch.bind(client);
  client.batch = (statements, mode) => batch(statements, mode ?? modeOf(statements));
  return client;
}

function modeOf(statements: Parameters<Client['batch']>[0]): TransactionMode {
  return statements.every((statement) => /^\s*select\b/i.test(textOf(statement)))
    ? 'deferred'
    : 'write';
}
