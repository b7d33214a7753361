import { randomBytes, randomUUID } from 'node:crypto';
import { connect, type Db } from '#db/client';
import { type Env, readEnv } from '#server/env';

/** What every verb is given: the database, the clock, randomness and the settings. */
export type Context = Readonly<{
  db: Db;
  now: () => number;
  newId: () => string;
  newToken: () => string;
  env: Env;
}>;

let shared: Promise<Context> | undefined;

/** The one context of this process. The settings were checked at the start; here a fault is a defect. */
export function processContext(): Promise<Context> {
  shared ??= openContext();
  return shared;
}

async function openContext(): Promise<Context> {
  const settings = readEnv(process.env);
  if (!settings.ok) throw new Error(settings.faults.join('\n'));
  const { databaseUrl: url, databaseAuthToken: authToken } = settings.env;
  return createContext({ db: await connect({ url, authToken }), env: settings.env });
}

export function createContext(given: Pick<Context, 'db' | 'env'>): Context {
  return { ...given, now: Date.now, newId: () => uuidv7(Date.now()), newToken };
}

/** 128 random bits, for what a stranger could otherwise guess. */
function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * RFC 9562 §5.7: 48 bits of milliseconds, then random bits, so keys of one table rise with time.
 * Its variant and its random bits stand where those of a random UUID do.
 */
function uuidv7(atMs: number): string {
  const time = atMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
