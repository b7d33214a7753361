import type { Client } from '@libsql/client';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';

export type Db = LibSQLDatabase & { readonly $client: Client };

export type DatabaseAddress = Readonly<{ url: string; authToken: string | null }>;

const busyTimeoutMs = 15_000;

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
  const [{ drizzle }, { createClient }] = await Promise.all([
    import('drizzle-orm/libsql/sqlite3'),
    import('@libsql/client/sqlite3'),
  ]);
  await mkdir(dirname(url.slice('file:'.length)), { recursive: true });
  const client = createClient({ url, timeout: busyTimeoutMs });
  await client.execute('PRAGMA journal_mode = WAL');
  return drizzle(client);
}

async function connectRemote({ url, authToken }: DatabaseAddress): Promise<Db> {
  const [{ drizzle }, { createClient }] = await Promise.all([
    import('drizzle-orm/libsql/web'),
    import('@libsql/client/web'),
  ]);
  // A bounded queue would let one request of workerd wait for a slot that only another one can free.
  const concurrency = Number.POSITIVE_INFINITY;
  return drizzle(createClient({ url, concurrency, ...(authToken && { authToken }) }));
}
