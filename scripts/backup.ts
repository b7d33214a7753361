import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyDatabase, openFile } from './backup/copy-database';
import { Fault, hasCode, runCommand } from './backup/fault';
import { fileArgument, secretPlace, shopFile } from './backup/shop-file';
import { loadSettings } from './load-settings';

await runCommand(backup);

/** Copies the shop's database as it is at this moment; the server may run and write meanwhile. */
async function backup(): Promise<string> {
  const target = resolve(fileArgument('backup'));
  const env = loadSettings();
  const source = resolve(shopFile(env));
  if (!existsSync(source)) throw new Fault(`There is no database at ${source} to back up.`);
  if (existsSync(target)) throw alreadyThere(target);
  const database = openFile(source);
  try {
    await copyDatabase(database, target);
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) throw alreadyThere(target);
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new Fault(`No backup was made: ${reason}.`);
  } finally {
    database.close();
  }
  return `Backed up to ${target}. Its secrets and serial codes can only be read with the AUTH_SECRET of this shop, which is not in it: keep a copy of ${secretPlace(env, source)} in another place.`;
}

function alreadyThere(target: string): Fault {
  return new Fault(`${target} is there already: name a file that does not exist yet.`);
}
