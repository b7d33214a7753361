import { and, eq, notExists, sql } from 'drizzle-orm';
import { files, fileVersions } from '#db/schema/files';
import type { Context } from '#server/context';
import { refused } from '#server/errors';
import { fileStore } from './file-store';
import { holdUpload, uploadBusy } from './hold-upload';
import { storedUpload } from './upload';

/**
 * Removes an unfinished upload and what came of it, and its file where that has no version. Bytes
 * go first: what is left after a crash is an upload that can be removed again. Throws `not_found`,
 * `refused` (it is finished), `conflict` and `unavailable`.
 */
export async function cancelUpload(ctx: Context, id: string): Promise<void> {
  const { hold, standing } = await holdUpload(ctx, id);
  if (standing.status === 'ready') {
    throw refused('This upload is finished.', 'Retire the file instead.');
  }
  if (!hold) throw uploadBusy();
  try {
    const store = await fileStore(ctx.env);
    await store.abort(storedUpload(standing));
    await store.remove(standing.storeKey);
  } catch (error) {
    await hold.settle({});
    throw error;
  }
  if (!(await hold.remove())) throw uploadBusy();
  await removeEmpty(ctx, standing.fileId);
}

/** A file without any version was made for this upload alone. */
async function removeEmpty({ db }: Context, fileId: string): Promise<void> {
  const versions = db
    .select({ one: sql`1` })
    .from(fileVersions)
    .where(eq(fileVersions.fileId, fileId));
  await db.delete(files).where(and(eq(files.id, fileId), notExists(versions)));
}
