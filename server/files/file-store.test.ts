import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readdir, rename, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshContext } from '#server/staff/fresh-context';
import { diskStore, filesFolder } from './disk-store';
import { type FileStore, fileStore, type StoredUpload } from './file-store';
import { type Mishap, startS3Server } from './s3-server.test-data';
import { s3Store } from './s3-store';
import { withIdleLimit } from './with-idle-limit';

// What the operator is told is not for the reader of the tests.
beforeEach(() => vi.spyOn(console, 'error').mockReturnValue());

const newKey = () => randomBytes(16).toString('base64url');

function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'counterfoil-files-')), 'files');
}

/** A stream of these pieces, which breaks off after them where it is told why. */
function streamOf(pieces: readonly Uint8Array[], fault?: Error): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (fault) controller.error(fault);
      else controller.close();
    },
  });
}

async function begun(store: FileStore, size: number): Promise<StoredUpload> {
  const key = newKey();
  return { key, size, received: 0, parts: await store.begin(key, size) };
}

async function appended(store: FileStore, upload: StoredUpload, ...pieces: readonly Uint8Array[]) {
  const { received, parts } = await store.append(upload, streamOf(pieces));
  return { ...upload, received, parts };
}

async function stored(store: FileStore, bytes: Uint8Array): Promise<string> {
  const upload = await appended(store, await begun(store, bytes.byteLength), bytes);
  await store.complete(upload);
  return upload.key;
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).bytes());
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const unreachable = { code: 'unavailable', message: expect.stringContaining('cannot be reached') };

const s3 = await startS3Server();
afterAll(s3.close);

const stores = [
  { name: 'the disk', make: () => diskStore(newFolder()) },
  { name: 'S3', make: () => s3Store(s3.settings) },
];

describe.each(stores)('every store, as $name does', ({ make }) => {
  const store = make();

  test('what was uploaded in chunks is read whole and in any range', async () => {
    const bytes = randomBytes(12_000_001);
    const cut = 8_388_608;
    let upload = await begun(store, bytes.byteLength);
    upload = await appended(store, upload, bytes.subarray(0, 100), bytes.subarray(100, cut));
    expect(upload.received).toBe(cut);
    upload = await appended(store, upload, bytes.subarray(cut));
    await store.complete(upload);
    const whole = await bytesOf(await store.open(upload.key, { start: 0, end: bytes.byteLength }));
    expect(sha256(whole)).toBe(sha256(bytes));
    const ranges = [
      [0, 1],
      [cut - 1, cut + 1],
      [bytes.byteLength - 1, bytes.byteLength],
      [262_143, 600_000],
    ] as const;
    for (const [start, end] of ranges) {
      const part = await bytesOf(await store.open(upload.key, { start, end }));
      expect(part.equals(bytes.subarray(start, end))).toBe(true);
    }
    expect(await store.size(upload.key)).toBe(bytes.byteLength);
  });

  test('bytes beyond the size are left out', async () => {
    const upload = await appended(store, await begun(store, 3), Buffer.from('abcdef'));
    expect(upload.received).toBe(3);
    await store.complete(upload);
    expect(String(await bytesOf(await store.open(upload.key, { start: 0, end: 3 })))).toBe('abc');
  });

  test('an upload goes on where a broken chunk left it, and its bytes are right', async () => {
    const bytes = randomBytes(11_000_000);
    const upload = await begun(store, bytes.byteLength);
    const fault = new Error('The line was cut.');
    const cut = await store.append(upload, streamOf([bytes.subarray(0, 9_000_000)], fault));
    expect(cut.fault).toBe(fault);
    expect(cut.received).toBeGreaterThan(0);
    expect(cut.received).toBeLessThanOrEqual(9_000_000);
    const after = { ...upload, received: cut.received, parts: cut.parts };
    await store.complete(await appended(store, after, bytes.subarray(cut.received)));
    const whole = await bytesOf(await store.open(upload.key, { start: 0, end: bytes.byteLength }));
    expect(sha256(whole)).toBe(sha256(bytes));
  });

  test('nothing can be read before the upload is complete, and completing twice does no harm', async () => {
    const upload = await appended(store, await begun(store, 5), Buffer.from('whole'));
    expect(await store.size(upload.key)).toBeNull();
    await expect(store.open(upload.key, { start: 0, end: 5 })).rejects.toMatchObject(unreachable);
    await store.complete(upload);
    await store.complete(upload);
    expect(await store.size(upload.key)).toBe(5);
  });

  test('a range beyond the end fails before its first byte', async () => {
    const key = await stored(store, Buffer.from('short'));
    await expect(store.open(key, { start: 0, end: 6 })).rejects.toMatchObject(unreachable);
  });

  test('an upload that is aborted leaves nothing, and may be aborted again', async () => {
    const upload = await appended(store, await begun(store, 5), Buffer.from('whole'));
    await store.abort(upload);
    await store.abort(upload);
    await expect(store.complete(upload)).rejects.toMatchObject(unreachable);
    expect(await store.size(upload.key)).toBeNull();
  });

  test('what is removed is gone, and may be removed again', async () => {
    const key = await stored(store, Buffer.from('here'));
    await store.remove(key);
    await store.remove(key);
    expect(await store.size(key)).toBeNull();
    await expect(store.open(key, { start: 0, end: 4 })).rejects.toMatchObject(unreachable);
  });

  test('a reader that has seen enough may leave', async () => {
    const key = await stored(store, randomBytes(2_000_000));
    const reader = (await store.open(key, { start: 0, end: 2_000_000 })).getReader();
    expect((await reader.read()).done).toBe(false);
    await reader.cancel();
    await store.remove(key);
  });
});

describe('the disk store', () => {
  test('however bytes are split, the same file comes out', async () => {
    const store = diskStore(newFolder());
    const splits = fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(splits, fc.integer({ min: 1, max: 4 }), async (pieces, atOnce) => {
        const bytes = Buffer.concat(pieces);
        fc.pre(bytes.byteLength > 0);
        let upload = await begun(store, bytes.byteLength);
        for (let at = 0; at < pieces.length; at += atOnce) {
          upload = await appended(store, upload, ...pieces.slice(at, at + atOnce));
        }
        await store.complete(upload);
        const range = { start: 0, end: bytes.byteLength };
        expect((await bytesOf(await store.open(upload.key, range))).equals(bytes)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('only the user of the server can look into the folder', async () => {
    const folder = newFolder();
    const key = await stored(diskStore(folder), Buffer.from('mine'));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, key))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual([key]);
  });

  test('a key that leads elsewhere is none', async () => {
    const store = diskStore(newFolder());
    for (const key of ['../../etc/passwd', '/etc/passwd', '', 'a'.repeat(23), `${newKey()}.part`]) {
      await expect(store.open(key, { start: 0, end: 1 })).rejects.toThrow();
      await expect(store.remove(key)).rejects.toThrow();
    }
  });

  test('a file with fewer bytes than were counted is never given out as complete', async () => {
    const folder = newFolder();
    const store = diskStore(folder);
    const upload = await appended(store, await begun(store, 5), Buffer.from('whole'));
    await store.complete(upload);
    await truncate(join(folder, upload.key), 4);
    await expect(store.complete(upload)).rejects.toMatchObject(unreachable);
    await expect(store.open(upload.key, { start: 0, end: 5 })).rejects.toMatchObject(unreachable);
  });

  test('a file that is cut short while it is read ends with an error, not early', async () => {
    const folder = newFolder();
    const store = diskStore(folder);
    const key = await stored(store, randomBytes(1_000_000));
    const stream = await store.open(key, { start: 0, end: 1_000_000 });
    await truncate(join(folder, key), 300_000);
    await expect(bytesOf(stream)).rejects.toThrow();
  });

  test('a folder that was moved away is told as out of reach', async () => {
    const folder = newFolder();
    const store = diskStore(folder);
    const upload = await begun(store, 5);
    await rename(folder, `${folder}-elsewhere`);
    await expect(appended(store, upload, Buffer.from('whole'))).rejects.toMatchObject(unreachable);
  });

  test('more than the disk has room for is refused before anything is sent', async () => {
    const store = diskStore(newFolder());
    await expect(store.begin(newKey(), Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('no room left'),
    });
  });

  test('files are kept beside the database file, and in data where that is elsewhere', async () => {
    const { env } = await freshContext();
    expect(filesFolder(env.databaseUrl)).toBe(
      env.databaseUrl.replace(/^file:(.*)\/shop.db$/, '$1/files'),
    );
    expect(filesFolder('libsql://shop.example')).toMatch(/\/data\/files$/);
    const store = await fileStore(env);
    const key = await stored(store, Buffer.from('here'));
    expect(await readdir(filesFolder(env.databaseUrl))).toEqual([key]);
  });
});

describe('the S3 store', () => {
  const store = s3Store(s3.settings);
  const meanwhile = (...mishaps: readonly Mishap[]) => s3.mishaps.push(...mishaps);
  const busy = { status: 503, body: '<Error><Code>SlowDown</Code></Error>' };

  test('a request that is not signed with the secret is refused', async () => {
    const stranger = s3Store({ ...s3.settings, secretAccessKey: 'a guess' });
    await expect(stranger.begin(newKey(), 1)).rejects.toMatchObject(unreachable);
    expect(String(vi.mocked(console.error).mock.calls)).toContain('403 (SignatureDoesNotMatch)');
    expect((await fetch(`${s3.settings.endpoint}/files/${newKey()}`)).status).toBe(403);
  });

  test('a part that the store could not take at once is sent again', async () => {
    const upload = await begun(store, 5);
    meanwhile(busy, busy);
    const after = await appended(store, upload, Buffer.from('whole'));
    await store.complete(after);
    expect(s3.objects.get(upload.key)).toEqual(Buffer.from('whole'));
  });

  test('a store that stays busy, or does not answer, is told as out of reach', async () => {
    const upload = await begun(store, 5);
    meanwhile(busy, busy, busy);
    await expect(appended(store, upload, Buffer.from('whole'))).rejects.toMatchObject(unreachable);
    meanwhile('silence');
    const hasty = s3Store(s3.settings, { answerMs: 200, completeMs: 200, idleMs: 200 });
    await expect(appended(hasty, upload, Buffer.from('whole'))).rejects.toMatchObject(unreachable);
    expect((await appended(store, upload, Buffer.from('whole'))).received).toBe(5);
  });

  test('a chunk that broke off leaves whole parts only', async () => {
    const upload = await begun(store, 20_000_000);
    const pieces = [Buffer.alloc(9_000_000), Buffer.alloc(6_000_000)];
    const cut = await store.append(upload, streamOf(pieces, new Error('cut')));
    expect(cut.received).toBe(8_388_608);
    expect(cut.parts?.etags).toHaveLength(1);
  });

  test('a part that the store refuses takes none of those before it away', async () => {
    const upload = await begun(store, 20_000_000);
    const pieces = [Buffer.alloc(9_000_000), Buffer.alloc(11_000_000)];
    const bytes = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (pieces.length === 1) meanwhile(busy, busy, busy);
          controller.enqueue(pieces.shift() ?? Buffer.alloc(0));
        },
      },
      { highWaterMark: 0 },
    );
    const { received, parts } = await store.append(upload, bytes);
    expect(received).toBe(8_388_608);
    const after = { ...upload, received, parts };
    await store.complete(await appended(store, after, Buffer.alloc(20_000_000 - received)));
    expect(await store.size(upload.key)).toBe(20_000_000);
  });

  test('a fault that comes with a 200 is a fault', async () => {
    const upload = await appended(store, await begun(store, 5), Buffer.from('whole'));
    const parts = { uploadId: upload.parts?.uploadId ?? '', etags: ['"0000"'] };
    await expect(store.complete({ ...upload, parts })).rejects.toMatchObject(unreachable);
  });

  test('an answer to completing that got lost does not lose the file', async () => {
    const upload = await appended(store, await begun(store, 5), Buffer.from('whole'));
    await store.complete(upload);
    s3.uploads.clear();
    await store.complete(upload);
    s3.objects.delete(upload.key);
    await expect(store.complete(upload)).rejects.toMatchObject(unreachable);
  });

  test('a download that is cut after its head ends with an error, not early', async () => {
    const key = await stored(store, randomBytes(500_000));
    meanwhile('cut');
    const stream = await store.open(key, { start: 0, end: 500_000 });
    await expect(bytesOf(stream)).rejects.toThrow();
  });

  test('a store that ignores ranges is not believed', async () => {
    const key = await stored(store, Buffer.from('whole'));
    meanwhile({ status: 200, body: 'whole' });
    await expect(store.open(key, { start: 1, end: 5 })).rejects.toMatchObject(unreachable);
  });

  test('it is the store of a shop that has the settings', async () => {
    const { endpoint, bucket, region, accessKeyId, secretAccessKey } = s3.settings;
    const { env } = await freshContext({
      ...{ S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region },
      ...{ S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey },
    });
    const key = await stored(await fileStore(env), Buffer.from('there'));
    expect(s3.objects.get(key)).toEqual(Buffer.from('there'));
  });
});

test('bytes that stop coming break the stream off', async () => {
  const stalled = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from('a')),
  });
  const reader = withIdleLimit(stalled, 20).getReader();
  expect((await reader.read()).done).toBe(false);
  await expect(reader.read()).rejects.toThrow('No bytes came');
});
