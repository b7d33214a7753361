import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Client } from '@libsql/client';
import { areSecretsReadable } from './backup/are-secrets-readable';
import { checkBackup } from './backup/check-backup';
import { copyDatabase, openFile } from './backup/copy-database';
import { Fault, hasCode, runCommand } from './backup/fault';
import { fileArgument, secretPlace, shopFile } from './backup/shop-file';
import { loadSettings } from './load-settings';

const patienceMs = 1_000;

await runCommand(restore);

/** Puts a backup in the place of the shop's database and keeps what was there beside it. */
async function restore(): Promise<string> {
  const backup = resolve(fileArgument('restore'));
  const env = loadSettings();
  const target = resolve(shopFile(env));
  if (!existsSync(backup)) throw new Fault(`There is no file ${backup}.`);
  const former = `${target}.before-restore`;
  if (existsSync(former)) throw inTheWay(former);
  const source = openFile(backup);
  try {
    await checkBackup(source, backup);
    if (existsSync(target)) await closeFormer(target);
    await replace(source, target, former);
    const kept = existsSync(former) ? ` What was there before is in ${former}.` : '';
    const warning = (await areSecretsReadable(source, env.authSecret))
      ? ''
      : ` Its secrets and serial codes were sealed with another AUTH_SECRET: put the one of the backed-up shop into ${secretPlace(env, target)}.`;
    return `Restored ${target} from ${backup}.${kept}${warning}`;
  } finally {
    source.close();
  }
}

/**
 * Brings everything into the one file and makes sure that nobody has it open: only then does a
 * database leave the WAL mode. A file too damaged for that is kept as it is.
 */
async function closeFormer(target: string): Promise<void> {
  const database = openFile(target, patienceMs);
  try {
    await database.execute('PRAGMA journal_mode = DELETE');
  } catch (cause) {
    if (hasCode(cause, 'SQLITE_BUSY')) {
      throw new Fault(`${target} is in use: stop the server, then restore.`);
    }
  } finally {
    database.close();
  }
}

/** The shop has a whole database at every moment: the old one, then the new one. */
async function replace(source: Client, target: string, former: string): Promise<void> {
  const draft = `${target}.restoring`;
  rmSync(draft, { force: true });
  try {
    await copyDatabase(source, draft);
    if (existsSync(target)) keepFormer(target, former);
    renameSync(draft, target);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new Fault(`Nothing was restored, ${target} is as it was: ${reason}.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A journal that is left belongs to the former file and would spoil the new one. */
function keepFormer(target: string, former: string): void {
  try {
    linkSync(target, former);
  } catch (cause) {
    throw hasCode(cause, 'EEXIST') ? inTheWay(former) : cause;
  }
  if (existsSync(`${target}-wal`)) renameSync(`${target}-wal`, `${former}-wal`);
  rmSync(`${target}-shm`, { force: true });
}

function inTheWay(former: string): Fault {
  return new Fault(`${former} is there from an earlier restore: move it away first.`);
}
