import {
  type FileHandle,
  mkdir,
  open as openFile,
  rename,
  rm,
  stat,
  statfs,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { databaseFile, databaseUrlDefault } from '#server/env';
import { AppError } from '#server/errors';
import { byteSource, fill } from './byte-source';
import {
  type ByteRange,
  type FileStore,
  type StoredUpload,
  storeFull,
  storeUnreachable,
} from './file-store';

/** The folder of files: beside the database file, in `data` where that is elsewhere. */
export function filesFolder(databaseUrl: string): string {
  const file = databaseFile(databaseUrl) ?? databaseFile(databaseUrlDefault) ?? '';
  return resolve(dirname(file), 'files');
}

/**
 * Files in a folder that only the server's own user can enter. An upload grows under a name of its
 * own and takes its final one when it is complete, so what has a final name is whole.
 */
export function diskStore(folder: string): FileStore {
  const final = (key: string) => join(folder, checked(key));
  const growing = (key: string) => `${final(key)}.part`;

  async function begin(key: string, size: number) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < size) throw storeFull(null);
    const file = await openFile(growing(key), 'wx', 0o600);
    await file.close();
    await syncFolder(folder);
    return null;
  }

  async function append(upload: StoredUpload, bytes: ReadableStream<Uint8Array>) {
    const file = await openFile(growing(upload.key), 'r+');
    try {
      const { received, fault } = await write(file, upload, bytes);
      await file.datasync();
      return { received, parts: null, fault };
    } finally {
      await file.close();
    }
  }

  async function complete({ key, size }: StoredUpload) {
    const isGrowing = (await bytesAt(growing(key))) !== null;
    if (isGrowing) await finish(key, size);
    const found = await bytesAt(final(key));
    if (found !== size) throw new Error(`The file ${key} has ${found} bytes of ${size}.`);
  }

  async function finish(key: string, size: number) {
    const file = await openFile(growing(key), 'r+');
    try {
      // Bytes that a broken-off chunk left behind the counted ones.
      await file.truncate(size);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(growing(key), final(key));
    await syncFolder(folder);
  }

  async function open(key: string, range: ByteRange) {
    const file = await openFile(final(key), 'r');
    try {
      const { size } = await file.stat();
      if (size < range.end) throw new Error(`The file ${key} ends at ${size}.`);
      return bytesOf(file, range, await readAt(file, range));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async function size(key: string) {
    return bytesAt(final(key));
  }

  async function remove(named: (key: string) => string, key: string) {
    await rm(named(key), { force: true });
  }

  return {
    chunkBytesMin: 1,
    begin: (key, size) => told(begin(key, size)),
    append: (upload, bytes) => told(append(upload, bytes)),
    complete: (upload) => told(complete(upload)),
    abort: ({ key }) => told(remove(growing, key)),
    open: (key, range) => told(open(key, range)),
    size: (key) => told(size(key)),
    remove: (key) => told(remove(final, key)),
  };
}

/** The last line of defence: a key can lead out of the folder by no means. */
function checked(key: string): string {
  if (!/^[\w-]{22}$/.test(key)) throw new TypeError('This is not the key of a file.');
  return key;
}

/** So much is gathered before it is written: each write costs a turn of the pool of threads. */
const writeBytes = 1_048_576;

async function write(file: FileHandle, upload: StoredUpload, bytes: ReadableStream<Uint8Array>) {
  const { size } = upload;
  let { received } = upload;
  const source = byteSource(bytes);
  const room = new Uint8Array(Math.min(writeBytes, size - received));
  try {
    let isOver = received === size;
    while (!isOver) {
      const piece = room.subarray(0, Math.min(writeBytes, size - received));
      const filled = await fill(piece, source);
      await writeAll(file, piece.subarray(0, filled), received);
      received += filled;
      isOver = received === size || filled < piece.byteLength;
    }
    return { received, fault: source.fault };
  } finally {
    await source.reader.cancel().catch(() => undefined);
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    const left = bytes.byteLength - written;
    written += (await file.write(bytes, written, left, position + written)).bytesWritten;
  }
}

const readBytes = 262_144;

/** The bytes at the beginning of a range; none where it is empty. */
async function readAt(file: FileHandle, { start, end }: ByteRange) {
  const bytes = new Uint8Array(Math.min(readBytes, end - start));
  const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, start);
  if (bytesRead === 0 && end > start) throw new Error('The file ends before its end.');
  return bytes.subarray(0, bytesRead);
}

function bytesOf(file: FileHandle, range: ByteRange, first: Uint8Array<ArrayBuffer>) {
  let next: Uint8Array<ArrayBuffer> | null = first;
  let at = range.start;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          next ??= await readAt(file, { start: at, end: range.end });
          at += next.byteLength;
          if (next.byteLength > 0) controller.enqueue(next);
          next = null;
          if (at < range.end) return;
          await file.close();
          controller.close();
        } catch (error) {
          await file.close();
          throw error;
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}

async function bytesAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** After this a new name is safe from a power cut too; Windows does so by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await openFile(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw fullCodes.includes(codeOf(error)) ? storeFull(error) : storeUnreachable(error);
  }
}

const fullCodes = ['ENOSPC', 'EDQUOT', 'EFBIG'];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
