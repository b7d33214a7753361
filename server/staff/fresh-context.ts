import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { type Context, createContext } from '#server/context';
import { readEnv } from '#server/env';

export type TestContext = Context & Readonly<{ clock: { at: number } }>;

/** For tests: a migrated database file of its own and a clock that moves only when told. */
export async function freshContext(settings: Record<string, string> = {}): Promise<TestContext> {
  const file = join(mkdtempSync(join(tmpdir(), 'counterfoil-')), 'shop.db');
  const url = `file:${file}`;
  const result = readEnv({ DATABASE_URL: url, AUTH_SECRET: 'a'.repeat(43), ...settings });
  if (!result.ok) throw new Error(result.faults.join('\n'));
  migrated ??= migratedFile();
  copyFileSync(await migrated, file);
  const db = await connect({ url, authToken: null });
  const clock = { at: Date.UTC(2026, 10, 23, 9) };
  return { ...createContext({ db, env: result.env }), now: () => clock.at, clock };
}

/** Migrating takes longer than most tests: it is done once for a file of tests, and copied. */
let migrated: Promise<string> | undefined;

async function migratedFile(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'counterfoil-')), 'migrated.db');
  const db = await connect({ url: `file:${file}`, authToken: null });
  await migrate(db.$client);
  await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  db.$client.close();
  return file;
}
