import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { fileVersions } from '#db/schema/files';
import type { Context } from '#server/context';
import { refused } from '#server/errors';
import { type FileStore, fileStore } from './file-store';
import { type Hold, holdUpload, uploadBusy } from './hold-upload';
import { storedUpload, type Upload, type UploadRow, viewUpload } from './upload';

/**
 * Makes an upload whose bytes are all there the version that is served: puts it together in the
 * store and reads it once for its checksum, which takes seconds for each gigabyte. Repeating it
 * does no harm. Two round trips and the store's. Throws `not_found`, `refused` (bytes are missing),
 * `conflict` (it is being written or completed at the moment) and `unavailable`.
 */
export async function completeUpload(ctx: Context, id: string): Promise<Upload> {
  const isAllThere = eq(fileVersions.received, fileVersions.size);
  const { hold, standing } = await holdUpload(ctx, id, isAllThere);
  if (standing.status === 'ready') return viewUpload(standing);
  if (standing.received < standing.size) throw bytesMissing(standing);
  if (!hold) throw uploadBusy();
  try {
    return await completeHeld(ctx, hold);
  } catch (error) {
    // The worker looks at those first that were left alone longest: this one keeps no other waiting.
    await hold.settle({ touchedAt: ctx.now() });
    throw error;
  }
}

async function completeHeld(ctx: Context, hold: Hold): Promise<Upload> {
  const { upload, signal } = hold;
  const store = await fileStore(ctx.env);
  await store.complete(storedUpload(upload));
  const sha256 = await checksum(store, upload, signal);
  const at = ctx.now();
  const ready = { sha256, parts: null, status: 'ready', readyAt: at, touchedAt: at } as const;
  if (!(await hold.settle(ready))) throw uploadBusy();
  return viewUpload({ ...upload, ...ready });
}

async function checksum(store: FileStore, { storeKey, size }: UploadRow, signal: AbortSignal) {
  const hash = createHash('sha256');
  const reader = (await store.open(storeKey, { start: 0, end: size })).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return hash.digest('hex');
      signal.throwIfAborted();
      hash.update(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function bytesMissing({ received, size }: UploadRow) {
  return refused(`Only ${received} of ${size} bytes have come.`, 'Send the rest first.');
}
