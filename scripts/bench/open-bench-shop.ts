import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { scopes } from '#domain/vocabulary';
import { putProduct } from '#server/catalog/put-product';
import { type Context, createContext } from '#server/context';
import { readEnv } from '#server/env';
import { putPaymentAccount } from '#server/payments/put-payment-account';
import { webhookSecret } from '#server/payments/signed-message.test-data';
import { beginSession } from '#server/staff/begin-session';
import { createApiKey } from '#server/staff/create-api-key';
import { createOwner } from '#server/staff/create-owner';
import { sealSessionId, sessionCookie } from '#server/staff/session-cookie';
import { freePort } from '../../e2e/free-port';
import { startServer } from '../../e2e/start-server';
import { blankSettings } from '../blank-settings.mjs';
import { pinnedNode, root } from '../run.mjs';
import { afterwards } from './clean-up';

/** A shop of so many sample orders, served by a production server on a port of its own. */
export type BenchShop = Readonly<{
  url: string;
  ctx: Context;
  /** What a program and what a browser send to be let in. */
  asProgram: Readonly<{ authorization: string }>;
  asStaff: Readonly<{ cookie: string }>;
  account: string;
  skus: readonly string[];
}>;

type Settings = Readonly<Record<string, string>>;

const actor = { kind: 'system', id: 'bench', name: 'Benchmark' } as const;
const account = 'bench';
const skus = ['BENCH-1', 'BENCH-2'];

/** Seeds a fresh database in a temporary folder and serves it, the worker switched off. */
export async function openBenchShop(orders: number): Promise<BenchShop> {
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-bench-'));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  const url = `http://127.0.0.1:${await freePort()}`;
  const settings = {
    ...blankSettings(),
    APP_URL: url,
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    AUTH_SECRET: 'a secret of the benchmark and of nothing else',
    WORKER: 'off',
  };
  const ctx = await openContext(settings);
  const { id: staffId } = await createOwner(ctx, {
    ...{ name: 'Owner', email: 'owner@shop.example', password: 'a long way from home' },
    ...{ shopName: 'Benchmark', currency: 'USD', timeZone: 'UTC' },
  });
  await seed(orders, settings);
  await addBenchGoods(ctx);
  const { key } = await createApiKey(ctx, {
    name: 'Benchmark',
    scopes,
    grantable: new Set(scopes),
  });
  const server = await startServer(url, settings);
  afterwards(server.stop);
  const sid = await beginSession(ctx, { staffId, userAgent: 'Benchmark' });
  const cookie = `${sessionCookie(ctx.env).name}=${await sealSessionId(ctx.env, sid)}`;
  const asProgram = { authorization: `Bearer ${key}` };
  return { url, ctx, asProgram, asStaff: { cookie }, account, skus };
}

async function openContext(settings: Settings): Promise<Context> {
  const read = readEnv(settings);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const db = await connect({ url: read.env.databaseUrl, authToken: null });
  afterwards(() => db.$client.close());
  await migrate(db.$client);
  return createContext({ db, env: read.env });
}

/** In a process of its own: seeding never pauses, and Ctrl-C has to be heard. */
async function seed(orders: number, settings: Settings): Promise<void> {
  const script = join(root, 'scripts/seed.ts');
  const child = spawn(pinnedNode(), ['--import', 'tsx', script, '--orders', String(orders)], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  afterwards(() => void child.kill());
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error('The sample orders could not be made.');
}

async function addBenchGoods(ctx: Context): Promise<void> {
  const goods = { price: 1500, currency: 'USD', kind: 'physical', trackStock: true } as const;
  const unsaid = { taxClass: null, weightGrams: null };
  for (const sku of skus) {
    const input = { name: `Benchmark piece ${sku}`, stock: 1_000_000, ...goods, ...unsaid };
    await putProduct(ctx, { sku, actor, input });
  }
  const secrets = { secret: webhookSecret };
  const input = { gateway: 'standard-webhooks', name: 'Benchmark', secrets } as const;
  await putPaymentAccount(ctx, {
    slug: account,
    input: { ...input, enabled: true, live: true, currency: null },
  });
}
