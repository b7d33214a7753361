import { sql } from 'drizzle-orm';
import { connect, type Db } from '#db/client';
import { checkStoredFiles } from '#server/files/check-stored-files';
import { filesFolder } from '#server/files/disk-store';
import { checksCount, selfCheck } from '#server/self-check/self-check';
import { loadSettings } from './load-settings';

const shownMax = 50;

const { databaseUrl: url, databaseAuthToken: authToken, s3 } = loadSettings();
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
  // Only the disk can be looked through; what an S3 store holds, its own tools tell.
  const stored = s3 ? [] : await checkStoredFiles(db, filesFolder(url));
  const differences = [...(await selfCheck(db)), ...stored];
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
