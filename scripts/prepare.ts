import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import type { Env } from '#server/env';
import { loadSettings } from './load-settings';
import { checkPort } from './port.mjs';

/** What must be done before the app is served; tells the starting process what it needs to know. */
async function prepare(env: Env): Promise<void> {
  await checkPort(env.port);
  await prepareDatabase(env);
  process.send?.({ port: env.port, environment: process.env });
}

async function prepareDatabase(env: Env): Promise<void> {
  const db = await connect({ url: env.databaseUrl, authToken: env.databaseAuthToken });
  try {
    await migrate(db.$client);
  } catch (cause) {
    throw new Error(`The database could not be brought up to date: ${reason(cause)}`);
  } finally {
    db.$client.close();
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'unknown reason';
}

try {
  await prepare(loadSettings());
} catch (cause) {
  console.error(reason(cause));
  process.exitCode = 1;
}
