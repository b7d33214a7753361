import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Db } from '#db/client';
import { migrate } from '#db/migrate';
import { scopes } from '#domain/vocabulary';
import { createContext } from '#server/context';
import { readEnv } from '#server/env';
import { createApiKey } from '#server/staff/create-api-key';
import { createOwner } from '#server/staff/create-owner';
import { freePort } from './free-port';
import { type Server, startServer } from './start-server';

/** A shop of its own: a fresh database file, an owner, a key and a server that serves the build. */
export type Shop = Readonly<{
  url: string;
  file: string;
  apiKey: string;
  db: Db;
  server: Server;
  /** Starts one more server on the same database. */
  another: (settings?: Settings) => Promise<Server>;
  close: () => Promise<void>;
}>;

type Settings = Readonly<Record<string, string>>;
type Options = Readonly<{ settings?: Settings; isSetUp?: boolean }>;

export const owner = {
  name: 'Maria Keeper',
  email: 'owner@shop.example',
  password: 'a long way from home',
};

export async function openShop({ settings = {}, isSetUp = true }: Options = {}): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-e2e-'));
  const file = join(folder, 'shop.db');
  const url = `http://127.0.0.1:${await freePort()}`;
  const opened = await openShopFile(file, url, { settings, isSetUp });
  const { db, apiKey, settings: shared } = opened;
  const servers: Server[] = [];
  const start = async (at: string, more: Settings = {}) => {
    const server = await startServer(at, { ...shared, ...more });
    servers.push(server);
    return server;
  };
  const server = await start(url);
  return {
    ...{ url, file, apiKey, db, server },
    another: async (more) => start(`http://127.0.0.1:${await freePort()}`, more),
    close: async () => {
      await Promise.all(servers.map((one) => one.stop()));
      db.$client.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Only the database of a shop, with its owner and a key, and the settings to serve it with. */
export async function openShopFile(
  file: string,
  url: string,
  { settings = {}, isSetUp = true }: Options = {},
): Promise<Readonly<{ db: Db; apiKey: string; settings: Settings }>> {
  const shared = { ...basics(file, url), ...settings };
  const db = await connect({ url: `file:${file}`, authToken: null });
  return { db, apiKey: await prepare(db, shared, isSetUp), settings: shared };
}

async function prepare(db: Db, settings: Settings, isSetUp: boolean): Promise<string> {
  const read = readEnv(settings);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  await migrate(db.$client);
  const context = createContext({ db, env: read.env });
  const shop = { shopName: 'Fernhill Supply', currency: 'USD', timeZone: 'UTC' };
  if (isSetUp) await createOwner(context, { ...owner, ...shop });
  return (await createApiKey(context, { name: 'Journey', scopes, grantable: new Set(scopes) })).key;
}

function basics(file: string, url: string): Settings {
  return {
    APP_URL: url,
    DATABASE_URL: `file:${file}`,
    AUTH_SECRET: 'a secret of the journeys and of nothing else',
    MAIL_DELAY_SECONDS: '0',
  };
}
