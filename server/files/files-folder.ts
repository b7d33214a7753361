import { dirname, join, resolve } from 'node:path';
import { databaseFile, databaseUrlDefault, type Env } from '#server/env';

/** The folder of the disk store: beside the database file, in `data` where that is elsewhere. */
export function filesFolder({ databaseUrl }: Pick<Env, 'databaseUrl'>): string {
  const file = databaseFile(databaseUrl) ?? databaseFile(databaseUrlDefault) ?? '';
  return resolve(join(dirname(file), 'files'));
}
