import type { StoredParts } from '#db/schema/files';
import type { Env } from '#server/env';
import { AppError } from '#server/errors';

/** An upload as the database knows it: what of it is safe in the store. */
export type StoredUpload = Readonly<{
  key: string;
  size: number;
  received: number;
  parts: StoredParts | null;
}>;

/** How far the upload is now; `fault` is why the bytes ended before their end, else null. */
type Appended = Readonly<{ received: number; parts: StoredParts | null; fault: unknown }>;

/** From `start` up to `end`, which is not included. */
export type ByteRange = Readonly<{ start: number; end: number }>;

/**
 * Where the bytes of files are. A key is made by us, never from what a person named. Every verb
 * throws an `unavailable` AppError, fit for the user, where the store cannot do its part; what the
 * operator has to know is in the log.
 */
export type FileStore = Readonly<{
  /** A chunk that is not the last has to be this long, since a shorter one could not be kept. */
  chunkBytesMin: number;
  /** Makes room for an upload of that many bytes. */
  begin: (key: string, size: number) => Promise<StoredParts | null>;
  /**
   * Adds bytes after those received, up to the size at the most. Of bytes that break off it keeps
   * what it can. It resolves once all it counts is safe from a power cut. Only one caller at a time
   * may append to an upload.
   */
  append: (upload: StoredUpload, bytes: ReadableStream<Uint8Array>) => Promise<Appended>;
  /** Makes the bytes received readable under the key; repeating it does no harm. */
  complete: (upload: StoredUpload) => Promise<void>;
  /** Removes an upload and what it received; one that is not there is removed already. */
  abort: (upload: StoredUpload) => Promise<void>;
  /**
   * Exactly these bytes. It rejects where not one of them can be had; a fault after the first byte
   * ends the stream with an error. Cancelling the stream frees what it holds.
   */
  open: (key: string, range: ByteRange) => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** How many bytes lie under the key; null where there is nothing. */
  size: (key: string) => Promise<number | null>;
  remove: (key: string) => Promise<void>;
}>;

/** The store of this shop: S3 where it is configured, else the disk, beside the database file. */
export async function fileStore({ s3, databaseUrl }: Env): Promise<FileStore> {
  if (s3) return (await import('./s3-store')).s3Store(s3);
  if (globalThis.navigator?.userAgent === 'Cloudflare-Workers') throw noDisk();
  const { diskStore, filesFolder } = await import('./disk-store');
  return diskStore(filesFolder(databaseUrl));
}

/** What looks like a disk there forgets everything. */
function noDisk(): AppError {
  return new AppError('unavailable', 'Files need a store here: set S3_ENDPOINT and its sisters.');
}

export function storeUnreachable(cause: unknown): AppError {
  console.error('The store of the files did not do its part.', cause);
  return new AppError(
    'unavailable',
    'The place where files are kept cannot be reached. Nothing was lost: try again later.',
    { cause },
  );
}

export function storeFull(cause: unknown): AppError {
  console.error('The disk of the files is full: make room, then all goes on by itself.');
  return new AppError(
    'unavailable',
    'There is no room left for this file on the disk of the server. Nothing was lost: go on when there is room.',
    { cause },
  );
}
