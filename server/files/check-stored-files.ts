import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client';
import { discardedBytes, files, fileVersions } from '#db/schema/files';

/** As the self-check tells differences: what, of which, and both sides. */
type StoredDifference = Readonly<{ what: string; which: string; stored: string; computed: string }>;

/**
 * Compares the folder of the disk store with the rows: every version has its bytes, and there are
 * no others. Reads sizes, not contents. Give it the shop while nothing is uploaded or removed.
 */
export async function checkStoredFiles(
  db: Db,
  folder: string,
): Promise<readonly StoredDifference[]> {
  const rows = await db
    .select({
      name: files.name,
      label: fileVersions.label,
      key: fileVersions.storeKey,
      size: fileVersions.size,
      received: fileVersions.received,
      status: fileVersions.status,
    })
    .from(fileVersions)
    .innerJoin(files, eq(files.id, fileVersions.fileId));
  const leaving = await db.select({ key: discardedBytes.storeKey }).from(discardedBytes);
  const sizes = await sizesIn(folder);
  const missing = rows.flatMap(({ name, label, key, ...row }) => {
    const found = sizes.get(key) ?? (row.status === 'ready' ? null : sizes.get(`${key}.part`));
    const isThere = row.status === 'ready' ? found === row.size : (found ?? -1) >= row.received;
    const stored = `${row.status === 'ready' ? row.size : row.received} bytes`;
    const computed = found === null || found === undefined ? 'none' : `${found} bytes`;
    return isThere ? [] : [{ what: hasBytes, which: `${name} ${label}`, stored, computed }];
  });
  const known = new Set([...rows, ...leaving].flatMap(({ key }) => [key, `${key}.part`]));
  const orphans = [...sizes].flatMap(([which, size]) =>
    known.has(which) ? [] : [{ what: hasRow, which, stored: `${size} bytes`, computed: 'none' }],
  );
  return [...missing, ...orphans];
}

const hasBytes = 'a version of a file has its bytes in the store';
const hasRow = 'the store holds nothing but versions of files';

async function sizesIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, (await stat(join(folder, name))).size] as const),
    ),
  );
}
