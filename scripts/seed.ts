import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { connect, type Db } from '#db/client';
import { migrate } from '#db/migrate';
import { shop } from '#db/schema/shop';
import { createContext } from '#server/context';
import { addSampleData } from '#server/sample-data/add-sample-data';
import { defaultShop, shopColumns } from '#server/settings/shop-settings';
import { loadSettings } from './load-settings';
import { progressBar } from './progress-bar';

const usage = 'Use: npm run seed -- --orders N [--seed N] [--append]';

try {
  await seed();
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}

async function seed(): Promise<void> {
  const { orders, seed, append } = readWishes();
  const env = loadSettings();
  if (!env.databaseUrl.startsWith('file:')) {
    throw new Error('Sample data goes into a local database file only: set DATABASE_URL to one.');
  }
  const db = await connect({ url: env.databaseUrl, authToken: null });
  await migrate(db.$client);
  if (!append && !(await isEmpty(db))) {
    throw new Error('The database is not empty. Add --append to put sample data beside the rest.');
  }
  const ctx = createContext({ db, env: { ...env, mail: { kind: 'none' } } });
  const [settings] = await db.select(shopColumns).from(shop);
  const bar = progressBar(orders, 'orders');
  await addSampleData(ctx, { orders, seed, shop: settings ?? defaultShop, onProgress: bar.show });
  bar.end();
  db.$client.close();
}

function readWishes() {
  const options = {
    orders: { type: 'string' },
    seed: { type: 'string', default: '1' },
    append: { type: 'boolean', default: false },
  } as const;
  const values = parse(() => parseArgs({ options }).values);
  return {
    orders: wholeNumber(values.orders, 'orders', 1_000_000),
    seed: wholeNumber(values.seed, 'seed', 4_294_967_295),
    append: values.append,
  };
}

function parse<Values>(read: () => Values): Values {
  try {
    return read();
  } catch {
    throw new Error(usage);
  }
}

function wholeNumber(text: string | undefined, name: string, most: number): number {
  if (text === undefined || !/^\d{1,10}$/.test(text) || Number(text) > most) {
    throw new Error(`--${name} takes a whole number from 0 to ${most}. ${usage}`);
  }
  return Number(text);
}

async function isEmpty(db: Db): Promise<boolean> {
  const [row] = await db.all<{ rows: number }>(
    sql`SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM products) AS rows`,
  );
  return row?.rows === 0;
}
