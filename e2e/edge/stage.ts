import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { scopes } from '#domain/vocabulary';
import { createContext } from '#server/context';
import { readEnv } from '#server/env';
import { createApiKey } from '#server/staff/create-api-key';
import { createOwner } from '#server/staff/create-owner';
import { freePort } from '../free-port';
import { startHranaServer } from '../hrana-server';
import { startMailCatcher } from './mail-catcher';
import { startWorkerd } from './workerd';

/** A shop that runs on workerd, with its database and its mail provider behind HTTP. */
export type Stage = Readonly<{
  url: string;
  apiKey: string;
  mailUrl: string;
  close: () => Promise<void>;
}>;

export const owner = { email: 'owner@shop.example', password: 'a long way from home' };

/** Makes a fresh shop and serves it; resolves when it is healthy. Nothing outlives `close`. */
export async function setStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-edge-'));
  const closers = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    const url = `http://127.0.0.1:${await freePort()}`;
    const file = join(folder, 'shop.db');
    const apiKey = await openShop(file, url);
    const database = await startHranaServer({ file, port: 0, authToken });
    closers.push(database.close);
    const mail = await startMailCatcher();
    closers.push(mail.close);
    const worker = await startWorkerd({
      url,
      folder,
      settings: { ...settingsFor(url, database.url), RESEND_BASE_URL: mail.url },
    });
    closers.push(worker.close);
    return { url, apiKey, mailUrl: mail.url, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

const authToken = 'token-of-the-test-database';

/** From outside, as an owner would do it: workerd reads no migrations and makes no key. */
async function openShop(file: string, url: string): Promise<string> {
  const settings = readEnv(settingsFor(url, `file:${file}`));
  if (!settings.ok) throw new Error(settings.faults.join('\n'));
  const db = await connect({ url: `file:${file}`, authToken: null });
  await migrate(db.$client);
  const context = createContext({ db, env: settings.env });
  await createOwner(context, {
    ...owner,
    shopName: 'Edge of the Wood',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  });
  const { key } = await createApiKey(context, {
    name: 'Journey',
    scopes,
    grantable: new Set(scopes),
  });
  db.$client.close();
  return key;
}

function settingsFor(appUrl: string, databaseUrl: string) {
  return {
    APP_URL: appUrl,
    DATABASE_URL: databaseUrl,
    DATABASE_AUTH_TOKEN: authToken,
    AUTH_SECRET: 'secret-of-the-journey-on-workerd-and-nowhere-else',
    CRON_SECRET: 'cron-of-the-journey',
    WORKER: 'off',
    MAIL_FROM: 'Edge of the Wood <orders@shop.example>',
    RESEND_API_KEY: 're_journey',
  };
}
