import { eq } from 'drizzle-orm';
import { fileVersions } from '#db/schema/files';
import type { Context } from '#server/context';
import { AppError, refused } from '#server/errors';
import { fileStore } from './file-store';
import { type Hold, holdUpload } from './hold-upload';
import { storedUpload } from './upload';
import { withIdleLimit } from './with-idle-limit';
import { withoutHangingUp } from './without-hanging-up';

type Chunk = Readonly<{
  id: string;
  offset: number;
  bytes: ReadableStream<Uint8Array>;
  /** How many they say they are; null where they do not. */
  length?: number | null;
}>;

/** `isTaken` says whether the bytes were begun to be taken; `offset` is where the upload stands. */
export type ChunkTaken = Readonly<{ isTaken: boolean; offset: number }>;

const idleMs = 20_000;

/**
 * Adds bytes to an upload at exactly the place where it stands; of two writers at one place exactly
 * one is taken. Bytes that break off count as far as they are safe in the store. Two round trips
 * and the store's. Throws `not_found`, `refused` (it is finished), `invalid` and `unavailable`.
 */
export async function appendToUpload(ctx: Context, chunk: Chunk): Promise<ChunkTaken> {
  const { id, offset, length = null } = chunk;
  const bytes = withoutHangingUp(withIdleLimit(chunk.bytes, idleMs));
  const { hold, standing } = await holdUpload(ctx, id, eq(fileVersions.received, offset));
  if (!hold) {
    await bytes.cancel();
    if (standing.status === 'ready') throw finished;
    return { isTaken: false, offset: standing.received };
  }
  try {
    if (offset + (length ?? 0) > standing.size) {
      await bytes.cancel();
      throw tooMany(standing.size);
    }
    return await appendHeld(ctx, hold, bytes);
  } catch (error) {
    await hold.settle({});
    throw error;
  }
}

async function appendHeld(ctx: Context, hold: Hold, bytes: Chunk['bytes']): Promise<ChunkTaken> {
  const { upload, signal } = hold;
  const store = await fileStore(ctx.env);
  const source = until(signal, bytes);
  const { received, parts, fault } = await store.append(storedUpload(upload), source);
  const isProgress = received > upload.received;
  const isKept = await hold.settle(isProgress ? { received, parts, touchedAt: ctx.now() } : {});
  if (!isKept) return { isTaken: false, offset: upload.received };
  if (!isProgress && fault === null) throw tooShort(store.chunkBytesMin);
  return { isTaken: true, offset: received };
}

/** The same bytes, which break off when the hold is lost. */
function until(signal: AbortSignal, source: Chunk['bytes']): Chunk['bytes'] {
  return source.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
}

const finished = refused('This upload is finished.', 'Upload a new version instead.');

/** A file that has grown since, or whose size was told wrong: it would be served cut off. */
function tooMany(size: number): AppError {
  return new AppError(
    'invalid',
    `These are more bytes than the ${size} that the file was to have: none was taken.`,
  );
}

function tooShort(bytesMin: number): AppError {
  return new AppError(
    'invalid',
    `Send at least ${bytesMin} bytes at once, except at the end of the file.`,
  );
}
