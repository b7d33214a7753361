import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { type Context, createContext } from '#server/context';
import { readEnv } from '#server/env';

export type TestContext = Context & Readonly<{ clock: { at: number } }>;

/** For tests: a migrated database file of its own and a clock that moves only when told. */
export async function freshContext(settings: Record<string, string> = {}): Promise<TestContext> {
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'counterfoil-')), 'shop.db')}`;
  const result = readEnv({ DATABASE_URL: url, AUTH_SECRET: 'a'.repeat(43), ...settings });
  if (!result.ok) throw new Error(result.faults.join('\n'));
  const db = await connect({ url, authToken: null });
  await migrate(db.$client);
  const clock = { at: Date.UTC(2026, 10, 23, 9) };
  return { ...createContext({ db, env: result.env }), now: () => clock.at, clock };
}
