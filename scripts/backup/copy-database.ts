import { closeSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Client } from '@libsql/client';
import { createClient } from '@libsql/client/sqlite3';

const busyTimeoutMs = 15_000;

/** Opens a database file as it is; unlike `connect` it changes nothing about the file. */
export function openFile(file: string, timeout = busyTimeoutMs): Client {
  return createClient({ url: pathToFileURL(file).href, timeout });
}

/**
 * Writes everything that is committed now into `target`, as one file without a journal. Others may
 * write meanwhile: the copy is of one moment. It is on the disk when this returns, or not there at
 * all. Throws with code EEXIST where there is a `target`.
 */
export async function copyDatabase(source: Client, target: string): Promise<void> {
  const draft = `${target}.${process.pid}.part`;
  try {
    await source.execute({ sql: 'VACUUM INTO ?', args: [draft] });
    flush(draft);
    // A link never replaces a file.
    linkSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
