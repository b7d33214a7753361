import { afterEach, expect, test, vi } from 'vitest';
import { mailShop, place } from '#server/mail/mail-shop.test-data';
import packageJson from '../package.json';

const secret = '0123456789abcdef';

afterEach(() => vi.unstubAllEnvs());

/** The doors as a process has them that was started with these settings. */
async function doors(settings: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const [cron, health] = await Promise.all([
    import('../app/api/cron/route'),
    import('../app/api/health/route'),
  ]);
  return {
    health: health.GET,
    knock: (authorization?: string) =>
      cron.POST(
        new Request('http://shop.example/api/cron', {
          method: 'POST',
          headers: authorization === undefined ? {} : { authorization },
        }),
      ),
  };
}

async function shop() {
  const { db, env } = await mailShop();
  return { db, settings: { DATABASE_URL: env.databaseUrl, AUTH_SECRET: env.authSecret } };
}

test('a scheduler that knows the secret gets one round and hears what it did', async () => {
  const { settings } = await shop();
  const { knock } = await doors({ ...settings, CRON_SECRET: secret });
  const response = await knock(`Bearer ${secret}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    codesHandedOut: 0,
    callbacksJudged: 0,
    gatewaysAsked: 0,
    bodiesRemoved: 0,
    ordersPurged: 0,
    ordersSlipped: 0,
    uploadsCompleted: 0,
    uploadsRemoved: 0,
    versionsRemoved: 0,
    mail: null,
    faults: [],
  });
});

test.each([undefined, '', secret, `Bearer ${secret}x`, `Bearer ${secret.slice(1)}`, 'Bearer '])(
  'nobody else gets a round: %s',
  async (authorization) => {
    const { settings } = await shop();
    const { knock } = await doors({ ...settings, CRON_SECRET: secret });
    const response = await knock(authorization);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  },
);

test('without a secret nobody gets a round', async () => {
  const { settings } = await shop();
  const { knock } = await doors({ ...settings, CRON_SECRET: '' });
  expect((await knock('Bearer ')).status).toBe(503);
});

test('health tells version, database and how much mail waits or failed', async () => {
  const ctx = await mailShop({ SMTP_URL: 'smtp://127.0.0.1:1' });
  await place(ctx);
  await place(ctx);
  const { health } = await doors({
    DATABASE_URL: ctx.env.databaseUrl,
    AUTH_SECRET: ctx.env.authSecret,
  });
  const response = await health();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: 'ok',
    version: packageJson.version,
    database: 'ok',
    outbox: { waiting: 2, failed: 0 },
  });
});

test('health says in words what is wrong, and nothing of the inside', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { db, settings } = await shop();
  await db.$client.execute('DROP TABLE messages');
  const { health } = await doors(settings);
  const response = await health();
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    status: 'unavailable',
    version: packageJson.version,
    database: 'The database has not been set up: run npm start.',
  });
  const { health: lost } = await doors({
    ...settings,
    DATABASE_URL: 'http://127.0.0.1:1',
  });
  expect(await (await lost()).json()).toMatchObject({ database: 'The database does not answer.' });
  log.mockRestore();
});
