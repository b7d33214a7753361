import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseFile, type Env } from '#server/env';
import { Fault } from './fault';

/** The one FILE that the command was given. */
export function fileArgument(command: 'backup' | 'restore'): string {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || file.startsWith('-') || others.length > 0) {
    throw new Fault(`Use it like this: npm run ${command} -- FILE.`);
  }
  return file;
}

/** The shop's database file; a remote database is its host's to back up. */
export function shopFile({ databaseUrl }: Env): string {
  const file = databaseFile(databaseUrl);
  if (file !== null) return file;
  throw new Fault(
    'The database is on a server, not in a local file: use the backups of whoever hosts it, or its own dump command.',
  );
}

/** Where the AUTH_SECRET of a shop is kept, in words. */
export function secretPlace({ authSecret }: Env, databasePath: string): string {
  const file = join(dirname(databasePath), 'auth-secret');
  const isKept = existsSync(file) && readFileSync(file, 'utf8').trim() === authSecret;
  return isKept ? `the file ${file}` : 'the setting AUTH_SECRET';
}
