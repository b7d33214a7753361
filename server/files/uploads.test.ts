import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { products } from '#db/schema/catalog';
import { files, fileVersions } from '#db/schema/files';
import type { Actor, ProductKind } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { appendToUpload } from './append-to-upload';
import { beginUpload } from './begin-upload';
import { cancelUpload } from './cancel-upload';
import { checkStoredFiles } from './check-stored-files';
import { completeUpload } from './complete-upload';
import { discardVersion } from './discard-version';
import { filesFolder } from './disk-store';
import { productFilesQuery, toProductFiles } from './product-files';
import { readUpload } from './read-upload';
import { removeDiscarded } from './remove-discarded';
import { retireFile } from './retire-file';
import { tendUploads } from './tend-uploads';
import { BeginUpload } from './upload-input';

beforeEach(() => vi.spyOn(console, 'error').mockReturnValue());

const ana: Actor = { kind: 'staff', id: 'ana', name: 'Ana' };

async function fileShop(kind: ProductKind = 'file'): Promise<TestContext> {
  const ctx = await freshContext();
  const price = { priceMinor: 900, currency: 'EUR', trackStock: false } as const;
  const at = { createdAt: 0, updatedAt: 0 };
  await ctx.db
    .insert(products)
    .values({ id: 'guide', sku: 'GUIDE', name: 'Guide', kind, ...price, ...at });
  return ctx;
}

type Typed = Readonly<{ name?: string; version?: string; size?: number; modifiedAt?: number }>;

function begin(ctx: Context, typed: Typed = {}) {
  const input = { sku: 'GUIDE', name: 'guide.pdf', size: 5, ...typed };
  return beginUpload(ctx, { ...BeginUpload.parse(input), actor: ana });
}

function append(ctx: Context, id: string, offset: number, bytes: string | Uint8Array<ArrayBuffer>) {
  return appendToUpload(ctx, { id, offset, bytes: new Blob([bytes]).stream() });
}

/** Uploads these bytes as the newest version. */
async function uploaded(ctx: Context, text: string, typed: Typed = {}) {
  const { id } = await begin(ctx, { ...typed, size: text.length });
  await append(ctx, id, 0, text);
  await completeUpload(ctx, id);
  return id;
}

async function listed(ctx: Context) {
  return toProductFiles(await productFilesQuery(ctx.db, 'GUIDE'));
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

describe('an upload', () => {
  test('is taken in chunks, and served under its checksum when it is complete', async () => {
    const ctx = await fileShop();
    const { id, label } = await begin(ctx);
    expect(label).toBe('1');
    expect(await append(ctx, id, 0, 'he')).toEqual({ isTaken: true, offset: 2 });
    expect(await readUpload(ctx, id)).toMatchObject({ offset: 2, size: 5, isReady: false });
    expect(await append(ctx, id, 2, 'llo')).toEqual({ isTaken: true, offset: 5 });
    expect((await completeUpload(ctx, id)).isReady).toBe(true);
    expect((await completeUpload(ctx, id)).isReady).toBe(true);
    expect(await listed(ctx)).toMatchObject([
      {
        ...{ name: 'guide.pdf', retiredAt: null },
        versions: [{ label: '1', sha256: sha256('hello'), isServed: true, createdBy: 'Ana' }],
      },
    ]);
    const [row] = await ctx.db.select().from(fileVersions);
    expect(row).toMatchObject({ contentType: 'application/pdf', writer: null });
    expect(await readdir(filesFolder(ctx.env.databaseUrl))).toEqual([row?.storeKey]);
  });

  test('however a file is cut into chunks, its checksum is that of the file', async () => {
    const ctx = await fileShop();
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), {
      ...{ minLength: 1, maxLength: 8 },
    });
    await fc.assert(
      fc.asyncProperty(pieces, async (chunks) => {
        const whole = Buffer.concat(chunks);
        const { id } = await begin(ctx, { size: whole.byteLength, version: ctx.newId() });
        let offset = 0;
        for (const chunk of chunks) offset = (await append(ctx, id, offset, chunk)).offset;
        await completeUpload(ctx, id);
        const [row] = await ctx.db.select().from(fileVersions).where(eq(fileVersions.id, id));
        expect(row?.sha256).toBe(sha256(whole));
      }),
      { numRuns: 15 },
    );
  });

  test('at another place than where it stands is not taken, and told where it stands', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    await append(ctx, id, 0, 'he');
    for (const offset of [0, 1, 3, 5]) {
      expect(await append(ctx, id, offset, 'xx')).toEqual({ isTaken: false, offset: 2 });
    }
    expect((await readUpload(ctx, id)).offset).toBe(2);
  });

  test('takes none of more bytes than it was to have', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    await append(ctx, id, 0, 'he');
    const bytes = new Blob(['llo, world']).stream();
    await expect(appendToUpload(ctx, { id, offset: 2, bytes, length: 10 })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await append(ctx, id, 2, 'llo')).toEqual({ isTaken: true, offset: 5 });
  });

  test('hangs up on nobody: what is not taken runs out first', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx, { size: 3_000_000 });
    let isHungUp = false;
    const sent = (offset: number, length?: number) => {
      let left = 30;
      const source: UnderlyingDefaultSource<Uint8Array> = {
        pull: (controller) => {
          if (left === 0) return controller.close();
          left -= 1;
          controller.enqueue(new Uint8Array(100_000));
        },
        cancel: () => {
          isHungUp = true;
        },
      };
      const bytes = new ReadableStream(source, { highWaterMark: 0 });
      const done = appendToUpload(ctx, { id, offset, bytes, length: length ?? null });
      return { done, left: () => left };
    };
    const misplaced = sent(5);
    expect(await misplaced.done).toEqual({ isTaken: false, offset: 0 });
    const tooMany = sent(0, 3_000_001);
    await expect(tooMany.done).rejects.toMatchObject({ code: 'invalid' });
    expect([misplaced.left(), tooMany.left()]).toEqual([0, 0]);
    const folder = filesFolder(ctx.env.databaseUrl);
    await rm(folder, { recursive: true });
    const lost = sent(0);
    await expect(lost.done).rejects.toMatchObject({ code: 'unavailable' });
    expect(isHungUp).toBe(false);
  });

  test('of two writers at one place exactly one is taken, and the bytes are its own', async () => {
    const ctx = await fileShop();
    const size = 2_000_000;
    const { id } = await begin(ctx, { size });
    const writers = Array.from({ length: 8 }, () => randomBytes(size));
    const taken = await Promise.all(writers.map((bytes) => append(ctx, id, 0, bytes)));
    expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(1);
    await completeUpload(ctx, id);
    const winner = writers[taken.findIndex(({ isTaken }) => isTaken)];
    expect((await listed(ctx))[0]?.versions[0]?.sha256).toBe(sha256(winner ?? ''));
  });

  test('that broke off goes on from what is safe', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    const bytes = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('hel')),
      pull: (controller) => controller.error(new Error('The line was cut.')),
    });
    expect(await appendToUpload(ctx, { id, offset: 0, bytes })).toEqual({
      ...{ isTaken: true, offset: 3 },
    });
    expect(await append(ctx, id, 3, 'lo')).toEqual({ isTaken: true, offset: 5 });
    await completeUpload(ctx, id);
    expect((await listed(ctx))[0]?.versions[0]?.sha256).toBe(sha256('hello'));
  });

  test('whose writer died is free again after a quarter of a minute, and not before', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    const dead = { writer: 'dead', writerUntil: ctx.now() + 15_000 };
    await ctx.db.update(fileVersions).set(dead);
    expect(await append(ctx, id, 0, 'hello')).toEqual({ isTaken: false, offset: 0 });
    ctx.clock.at += 15_001;
    expect(await append(ctx, id, 0, 'hello')).toEqual({ isTaken: true, offset: 5 });
  });

  test('that lacks bytes, or that is written at the moment, is not completed', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    await append(ctx, id, 0, 'hell');
    await expect(completeUpload(ctx, id)).rejects.toMatchObject({
      ...{ code: 'refused', message: 'Only 4 of 5 bytes have come. Send the rest first.' },
    });
    await append(ctx, id, 4, 'o');
    await ctx.db.update(fileVersions).set({ writer: 'w', writerUntil: ctx.now() + 1 });
    await expect(completeUpload(ctx, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('whose bytes were lost in the store is never served', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    await append(ctx, id, 0, 'hello');
    await rm(filesFolder(ctx.env.databaseUrl), { recursive: true });
    await expect(completeUpload(ctx, id)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await readUpload(ctx, id)).toMatchObject({ isReady: false });
  });

  test('that is cancelled leaves nothing behind', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    await append(ctx, id, 0, 'hel');
    await cancelUpload(ctx, id);
    expect(await listed(ctx)).toEqual([]);
    expect(await ctx.db.select().from(files)).toEqual([]);
    expect(await readdir(filesFolder(ctx.env.databaseUrl))).toEqual([]);
    await expect(cancelUpload(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(append(ctx, id, 3, 'lo')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('that is finished can be cancelled no more, and its row not be changed', async () => {
    const ctx = await fileShop();
    const id = await uploaded(ctx, 'hello');
    await expect(cancelUpload(ctx, id)).rejects.toMatchObject({ code: 'refused' });
    await expect(append(ctx, id, 5, 'x')).rejects.toMatchObject({ code: 'refused' });
    const forged = ctx.db.update(fileVersions).set({ sha256: sha256('other') });
    await expect(forged).rejects.toThrow();
  });
});

describe('beginning', () => {
  test('the same file again goes on with the upload begun before', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx, { modifiedAt: 7 });
    await append(ctx, id, 0, 'he');
    expect(await begin(ctx, { modifiedAt: 7 })).toMatchObject({ id, offset: 2 });
    expect(await begin(ctx, { modifiedAt: 7, version: '1' })).toMatchObject({ id });
  });

  test('another file under the name of an unfinished version is refused', async () => {
    const ctx = await fileShop();
    await begin(ctx, { modifiedAt: 7, version: '2.0' });
    for (const other of [{ modifiedAt: 8 }, { size: 6, modifiedAt: 7 }]) {
      await expect(begin(ctx, { ...other, version: '2.0' })).rejects.toMatchObject({
        code: 'invalid',
        details: { fields: { version: expect.stringContaining('is not finished') } },
      });
    }
    expect((await begin(ctx, { modifiedAt: 8 })).label).toBe('2');
  });

  test('a version that is there already is refused', async () => {
    const ctx = await fileShop();
    await uploaded(ctx, 'hello', { version: '2.0' });
    await expect(begin(ctx, { version: '2.0' })).rejects.toMatchObject({
      details: { fields: { version: 'There is a version 2.0 already: name this one otherwise.' } },
    });
  });

  test('a product that gives no files, or is none, is refused', async () => {
    const ctx = await fileShop('physical');
    await expect(begin(ctx)).rejects.toMatchObject({ code: 'refused' });
    const other = { ...BeginUpload.parse({ sku: 'NONE', name: 'a', size: 1 }), actor: ana };
    await expect(beginUpload(ctx, other)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('two at once make one file, and the one that lost leaves nothing in the store', async () => {
    const ctx = await fileShop();
    const results = await Promise.allSettled([1, 2, 3].map(() => begin(ctx)));
    const won = results.filter(({ status }) => status === 'fulfilled').length;
    expect(won).toBeGreaterThan(0);
    expect(await ctx.db.select().from(files)).toHaveLength(1);
    expect(await readdir(filesFolder(ctx.env.databaseUrl))).toHaveLength(
      (await ctx.db.select().from(fileVersions)).length,
    );
  });

  test.each([
    ['a slash', { name: 'a/b.pdf' }],
    ['a backslash', { name: 'a\\b.pdf' }],
    ['a way up', { name: '..' }],
    ['a control character', { name: 'a\u0000b' }],
    ['a line break', { name: 'a\nb' }],
    ['a turn of direction', { name: 'a\u202efdp.exe' }],
    ['a half character', { name: 'a\ud800' }],
    ['a name of 1000 characters', { name: 'a'.repeat(1000) }],
    ['no name', { name: '  ' }],
    ['a negative size', { size: -1 }],
    ['no bytes', { size: 0 }],
    ['half a byte', { size: 1.5 }],
    ['no number', { size: Number.NaN }],
    ['more than can be kept', { size: 10_000 * 8_388_608 + 1 }],
    ['a version of two lines', { version: 'a\nb' }],
    ['a field that is not known', { path: '/etc' }],
  ])('%s is not valid', (_, typed) => {
    const input = { sku: 'GUIDE', name: 'guide.pdf', size: 5, ...typed };
    expect(BeginUpload.safeParse(input).success).toBe(false);
  });

  test.each(['guide.pdf', 'Führer – 2ª edición.epub', 'ガイド.zip', 'a b (1).tar.gz'])(
    '%s is a name',
    (name) => expect(BeginUpload.parse({ sku: 'G', name, size: 1 })).toMatchObject({ name }),
  );

  test('a file may be dated before 1970', () => {
    const given = { sku: 'G', name: 'scan.pdf', size: 1, modifiedAt: -86_400_000 };
    expect(BeginUpload.parse(given)).toMatchObject({ modifiedAt: -86_400_000 });
  });

  test('a name is the same whichever way a system writes its accents', () => {
    const [one, two] = ['Fu\u0308hrer.pdf', 'F\u00fchrer.pdf'];
    expect(BeginUpload.parse({ sku: 'G', name: one, size: 1 }).name).toBe(two);
  });
});

describe('versions', () => {
  test('until a new version is ready the old one is served', async () => {
    const ctx = await fileShop();
    await uploaded(ctx, 'first');
    ctx.clock.at += 1;
    const { id } = await begin(ctx, { size: 6 });
    await append(ctx, id, 0, 'second');
    const served = async () =>
      (await listed(ctx)).flatMap(({ versions }) =>
        versions.filter(({ isServed }) => isServed).map(({ label }) => label),
      );
    expect(await served()).toEqual(['1']);
    await completeUpload(ctx, id);
    expect(await served()).toEqual(['2']);
    expect((await listed(ctx))[0]?.versions.map(({ label }) => label)).toEqual(['2', '1']);
  });

  test('a retired file is served to nobody, leaves its name free, and can come back', async () => {
    const ctx = await fileShop();
    await uploaded(ctx, 'hello');
    const [file] = await ctx.db.select().from(files);
    const id = file?.id ?? '';
    await retireFile(ctx, { id, isRetired: true });
    await retireFile(ctx, { id, isRetired: true });
    expect((await listed(ctx))[0]?.versions[0]?.isServed).toBe(false);
    await retireFile(ctx, { id, isRetired: false });
    expect((await listed(ctx))[0]?.versions[0]?.isServed).toBe(true);
    await retireFile(ctx, { id, isRetired: true });
    await uploaded(ctx, 'other');
    expect(await listed(ctx)).toHaveLength(2);
    await expect(retireFile(ctx, { id, isRetired: false })).rejects.toMatchObject({
      code: 'refused',
    });
    const unknown = retireFile(ctx, { id: 'none', isRetired: true });
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
  });

  test('an earlier one is deleted for good, bytes and all, and the served one never', async () => {
    const ctx = await fileShop();
    const folder = filesFolder(ctx.env.databaseUrl);
    const first = await uploaded(ctx, 'first');
    ctx.clock.at += 1;
    const second = await uploaded(ctx, 'second');
    await expect(discardVersion(ctx, second)).rejects.toMatchObject({ code: 'refused' });
    await discardVersion(ctx, first);
    expect((await listed(ctx))[0]?.versions.map(({ id }) => id)).toEqual([second]);
    expect(await checkStoredFiles(ctx.db, folder)).toEqual([]);
    expect(await readdir(folder)).toHaveLength(2);
    expect(await removeDiscarded(ctx)).toBe(1);
    expect(await removeDiscarded(ctx)).toBe(0);
    expect(await readdir(folder)).toHaveLength(1);
    expect(await checkStoredFiles(ctx.db, folder)).toEqual([]);
    await expect(discardVersion(ctx, first)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('one that is still uploaded is cancelled, not deleted for good', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    await expect(discardVersion(ctx, id)).rejects.toMatchObject({ code: 'refused' });
    expect(await readUpload(ctx, id)).toMatchObject({ offset: 0 });
  });

  test('of a file that comes back at the same moment either stays whole or is gone', async () => {
    const ctx = await fileShop();
    const id = await uploaded(ctx, 'hello');
    const [file] = await ctx.db.select().from(files);
    const back = { id: file?.id ?? '', isRetired: false };
    await retireFile(ctx, { ...back, isRetired: true });
    const [discarded] = await Promise.allSettled([discardVersion(ctx, id), retireFile(ctx, back)]);
    const served = (await listed(ctx)).flatMap(({ versions }) => versions);
    expect(served.map(({ isServed }) => isServed)).toEqual(
      discarded.status === 'fulfilled' ? [] : [true],
    );
    expect(await removeDiscarded(ctx)).toBe(discarded.status === 'fulfilled' ? 1 : 0);
  });
});

describe('the worker', () => {
  const dayMs = 24 * 60 * 60 * 1000;

  test('removes what nobody went on with for a day, bytes and all, and nothing else', async () => {
    const ctx = await fileShop();
    await uploaded(ctx, 'hello');
    const { id: old } = await begin(ctx, { size: 9 });
    await append(ctx, old, 0, 'a');
    ctx.clock.at += dayMs - 1;
    const { id: young } = await begin(ctx, { name: 'young.pdf' });
    expect(await tendUploads(ctx)).toEqual({ uploadsCompleted: 0, uploadsRemoved: 0 });
    ctx.clock.at += 1;
    expect(await tendUploads(ctx)).toEqual({ uploadsCompleted: 0, uploadsRemoved: 1 });
    await expect(readUpload(ctx, old)).rejects.toMatchObject({ code: 'not_found' });
    expect(await readUpload(ctx, young)).toMatchObject({ offset: 0 });
    expect(await readdir(filesFolder(ctx.env.databaseUrl))).toHaveLength(2);
  });

  test('an upload that goes on is not abandoned', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    ctx.clock.at += dayMs - 1;
    await append(ctx, id, 0, 'hel');
    ctx.clock.at += dayMs - 1;
    expect(await tendUploads(ctx)).toEqual({ uploadsCompleted: 0, uploadsRemoved: 0 });
  });

  test('completes what has all its bytes and was never asked to be completed', async () => {
    const ctx = await fileShop();
    const { id } = await begin(ctx);
    await append(ctx, id, 0, 'hello');
    ctx.clock.at += 60_000;
    expect(await tendUploads(ctx)).toEqual({ uploadsCompleted: 1, uploadsRemoved: 0 });
    expect(await readUpload(ctx, id)).toMatchObject({ isReady: true });
  });

  test('is not kept from the others by one whose bytes are lost', async () => {
    const ctx = await fileShop();
    const { id: lost } = await begin(ctx);
    await append(ctx, lost, 0, 'hello');
    await rm(filesFolder(ctx.env.databaseUrl), { recursive: true });
    ctx.clock.at += 1;
    const { id: whole } = await begin(ctx, { name: 'whole.pdf' });
    await append(ctx, whole, 0, 'hello');
    ctx.clock.at += 60_000;
    await expect(tendUploads(ctx)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await tendUploads(ctx)).toEqual({ uploadsCompleted: 1, uploadsRemoved: 0 });
    expect(await readUpload(ctx, whole)).toMatchObject({ isReady: true });
  });

  test('looks for its work, and for what is served, by an index', async () => {
    const ctx = await fileShop();
    const plan = async (query: string) => {
      const { rows } = await ctx.db.$client.execute(`EXPLAIN QUERY PLAN ${query}`);
      return rows.map(({ detail }) => String(detail)).join('\n');
    };
    const tended = `SELECT id FROM file_versions WHERE status = 'uploading' AND touched_at <= 1 ORDER BY touched_at LIMIT 10`;
    expect(await plan(tended)).toContain('file_versions_uploading_idx');
    const { sql: text } = productFilesQuery(ctx.db, 'GUIDE').toSQL();
    const page = await plan(text.replaceAll('?', `'GUIDE'`));
    expect(page).not.toMatch(/SCAN (files|file_versions|newest)/);
    expect(page).toContain('file_versions_ready_idx');
    expect(await ctx.db.all(sql`SELECT 1 FROM pragma_foreign_key_check`)).toEqual([]);
  });
});

test('the self-check tells bytes that are missing and bytes that belong to nothing', async () => {
  const ctx = await fileShop();
  const folder = filesFolder(ctx.env.databaseUrl);
  await uploaded(ctx, 'hello');
  const { id } = await begin(ctx, { size: 9, name: 'young.pdf' });
  await append(ctx, id, 0, 'abc');
  expect(await checkStoredFiles(ctx.db, folder)).toEqual([]);
  const rows = await ctx.db.select().from(fileVersions);
  const key = (label: string) => rows.find(({ status }) => status === label)?.storeKey ?? '';
  await writeFile(join(folder, key('ready')), 'hell');
  await writeFile(join(folder, `${key('uploading')}.part`), 'ab');
  await writeFile(join(folder, 'stray'), '?');
  expect(await checkStoredFiles(ctx.db, folder)).toEqual([
    expect.objectContaining({ which: 'guide.pdf 1', stored: '5 bytes', computed: '4 bytes' }),
    expect.objectContaining({ which: 'young.pdf 1', stored: '3 bytes', computed: '2 bytes' }),
    expect.objectContaining({ which: 'stray', computed: 'none' }),
  ]);
  await rm(folder, { recursive: true });
  expect(await checkStoredFiles(ctx.db, folder)).toHaveLength(2);
});
