import { sql } from 'drizzle-orm';
import { connect, type Db } from '#db/client';
import { checksCount, selfCheck } from '#server/self-check/self-check';
import { loadSettings } from './load-settings';

const shownMax = 50;

const { databaseUrl: url, databaseAuthToken: authToken } = loadSettings();
const db = await connect({ url, authToken });
if (await isSetUp(db)) {
  await check(db);
} else {
  console.error(
    'There is nothing to check: the database has not been set up. Run npm start first.',
  );
  process.exitCode = 1;
}

async function isSetUp(db: Db): Promise<boolean> {
  const tables = await db.all(sql`SELECT name FROM sqlite_master WHERE name = 'orders'`);
  return tables.length > 0;
}

async function check(db: Db): Promise<void> {
  const differences = await selfCheck(db);
  for (const { what, which, stored, computed } of differences.slice(0, shownMax)) {
    console.log(`${what}: ${which} has ${stored}, the facts say ${computed}`);
  }
  if (differences.length === 0) {
    console.log(`All is well: ${checksCount} checks, no difference.`);
  } else {
    const found = differences.length === 1 ? '1 difference' : `${differences.length} differences`;
    console.log(`${found} in ${checksCount} checks.`);
    process.exitCode = 1;
  }
}
