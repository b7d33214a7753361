import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { createContext } from '#server/context';
import type { Env } from '#server/env';
import { ensureOwner } from '#server/staff/ensure-owner';
import { loadSettings } from './load-settings';
import { checkPort } from './port.mjs';

try {
  await prepare(loadSettings());
} catch (cause) {
  console.error(reason(cause));
  process.exitCode = 1;
}

/** What must be done before the app is served; tells the starting process what it needs to know. */
async function prepare(env: Env): Promise<void> {
  await checkPort(env.port);
  const db = await named(
    'The database could not be opened',
    connect({ url: env.databaseUrl, authToken: env.databaseAuthToken }),
  );
  await named('The database could not be brought up to date', migrate(db.$client));
  const owner = ensureOwner(createContext({ db, env }));
  await named('No owner could be made from OWNER_EMAIL and OWNER_PASSWORD', owner);
  db.$client.close();
  process.send?.({ port: env.port, environment: process.env });
}

/** Says what failed in front of the reason why. */
async function named<T>(failure: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new Error(`${failure}: ${reason(cause)}`);
  }
}

/** The innermost reason: around it stands no more than `fetch failed`. */
function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown reason';
  return cause.cause instanceof Error ? reason(cause.cause) : cause.message;
}
