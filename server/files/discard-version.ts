import { eq, sql } from 'drizzle-orm';
import { fileVersions, isServed } from '#db/schema/files';
import type { Context } from '#server/context';
import { notFound, refused } from '#server/errors';
import { wakeWorker } from '#server/wake-worker';

/**
 * Takes a version that nobody can download any more out of the list, for good; the worker removes
 * its bytes. That it was served, and to whom, stays in the history of the orders. Two round trips.
 * Throws `not_found` and `refused` (it is served, or still being uploaded).
 */
export async function discardVersion({ db, now }: Context, id: string): Promise<void> {
  const discardable = sql`(SELECT file_versions.id FROM file_versions JOIN files ON files.id = file_versions.file_id
    WHERE file_versions.id = ${id} AND status = 'ready' AND NOT (${isServed}))`;
  const [, discarded] = await db.batch([
    db.run(sql`INSERT INTO discarded_bytes (store_key, discarded_at)
      SELECT store_key, ${now()} FROM file_versions WHERE id = ${discardable}`),
    db.delete(fileVersions).where(sql`id = ${discardable}`).returning({ id: fileVersions.id }),
  ]);
  if (discarded.length > 0) return wakeWorker('round');
  const [standing] = await db
    .select({ status: fileVersions.status })
    .from(fileVersions)
    .where(eq(fileVersions.id, id));
  if (!standing) throw notFound('The version');
  throw standing.status === 'ready'
    ? refused('Buyers download this version.', 'Retire the file first, or upload a newer version.')
    : refused('This version is still being uploaded.', 'Cancel the upload instead.');
}
