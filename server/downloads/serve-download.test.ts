import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { grants } from '#db/schema/downloads';
import { fileVersions } from '#db/schema/files';
import { rollBack } from '#server/mail/mail-shop.test-data';
import { beginWithinMs, goOnWithinMs } from './download-link';
import { downloadShop, press, pressed, putVersion, rowsOf } from './download-shop.test-data';
import { type DownloadAsked, type Served, serveDownload } from './serve-download';

type DownloadShop = Awaited<ReturnType<typeof downloadShop>>;

/** One request for the file of a link. */
function get(shop: DownloadShop, link: string, more: Partial<DownloadAsked> = {}) {
  const asked = { link, method: 'GET', range: null, ifRange: null, ...more } as const;
  return serveDownload(shop.ctx, shop.store, asked);
}

function file(served: Served) {
  if (served.kind !== 'file') throw new Error(`It was ${JSON.stringify(served)}.`);
  return served;
}

async function bytesOf(served: Served): Promise<Uint8Array> {
  return new Uint8Array(await new Response(file(served).body).arrayBuffer());
}

async function clicked(size?: number) {
  const shop = await downloadShop(size);
  return { shop, link: await pressed(shop.ctx, shop.order) };
}

test('a download is the file as it was uploaded, with its name and its length', async () => {
  const { shop, link } = await clicked();
  const served = file(await get(shop, link));
  expect(served).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': '100000',
      'content-disposition': `attachment; filename="guide.pdf"; filename*=UTF-8''guide.pdf`,
      'accept-ranges': 'bytes',
      etag: '"sum-of-v1"',
    },
  });
  expect(await bytesOf(served)).toEqual(shop.bytes);
  const { at } = shop.ctx.clock;
  expect(await rowsOf(shop.ctx)).toMatchObject([
    { bytesSent: 100_000, begunAt: at, lastAt: at, finishedAt: at, failedAt: null },
  ]);
});

test('HEAD tells the same and sends, begins and spends nothing', async () => {
  const { shop, link } = await clicked();
  const [before] = await rowsOf(shop.ctx);
  const served = file(await get(shop, link, { method: 'HEAD', range: 'bytes=5-9' }));
  expect([served.status, served.body]).toEqual([200, null]);
  expect(served.headers['content-length']).toBe('100000');
  expect(await rowsOf(shop.ctx)).toEqual([before]);
});

test('a part is sent as a part, and belongs to the same download', async () => {
  const { shop, link } = await clicked();
  const served = file(await get(shop, link, { range: 'bytes=10-19' }));
  expect(served.status).toBe(206);
  expect(served.headers).toMatchObject({
    'content-range': 'bytes 10-19/100000',
    'content-length': '10',
  });
  expect(await bytesOf(served)).toEqual(shop.bytes.slice(10, 20));
  expect(await rowsOf(shop.ctx)).toMatchObject([{ bytesSent: 10, finishedAt: null }]);
  expect(await get(shop, link, { range: 'bytes=100000-' })).toEqual({
    ...{ kind: 'unsatisfiable', size: 100_000 },
  });
  const whole = file(await get(shop, link, { range: 'bytes=5-', ifRange: '"other"' }));
  expect(whole.status).toBe(200);
  await whole.body?.cancel();
});

test('any ranges that cover a file, in any order and at once, come to the same file', async () => {
  const { shop } = await clicked(3000);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(2999), { maxLength: 8 }), async (cuts) => {
      await shop.ctx.db.update(grants).set({ downloadsMax: 1000 });
      const link = await pressed(shop.ctx, shop.order);
      const starts = [0, ...cuts.filter((cut) => cut > 0).sort((one, other) => one - other)];
      const parts = starts.map((start, index) => [start, (starts[index + 1] ?? 3000) - 1] as const);
      const got = await Promise.all(
        parts.map(async ([start, end]) =>
          bytesOf(await get(shop, link, { range: `bytes=${start}-${end}` })),
        ),
      );
      expect(Buffer.concat(got).equals(shop.bytes)).toBe(true);
      const row = (await rowsOf(shop.ctx)).at(-1);
      expect([row?.bytesSent, row?.finishedAt]).toEqual([3000, shop.ctx.clock.at]);
    }),
    { numRuns: 30 },
  );
});

test('what goes on after a cut comes to the same file and is one download', async () => {
  const { shop, link } = await clicked();
  const reader = file(await get(shop, link)).body?.getReader();
  const first = (await reader?.read())?.value ?? new Uint8Array();
  await reader?.cancel();
  expect(await rowsOf(shop.ctx)).toMatchObject([{ bytesSent: first.length, finishedAt: null }]);
  const rest = await get(shop, link, { range: `bytes=${first.length}-`, ifRange: '"sum-of-v1"' });
  expect(Buffer.concat([first, await bytesOf(rest)]).equals(shop.bytes)).toBe(true);
  expect(await rowsOf(shop.ctx)).toMatchObject([
    { bytesSent: 100_000, finishedAt: shop.ctx.clock.at },
  ]);
});

test('an address sends twice the size of its file and not a byte more', async () => {
  const { shop, link } = await clicked();
  for (let time = 0; time < 2; time += 1) await bytesOf(await get(shop, link));
  expect(await get(shop, link)).toEqual({ kind: 'gone', why: 'sent_already' });
  expect(await get(shop, link, { range: 'bytes=0-0' })).toEqual({
    ...{ kind: 'gone', why: 'sent_already' },
  });
  expect(await rowsOf(shop.ctx)).toMatchObject([{ bytesSent: 200_000 }]);
});

test('many who fetch one address at once get it twice between them', async () => {
  const { shop, link } = await clicked();
  const served = await Promise.all(Array.from({ length: 20 }, () => get(shop, link)));
  expect(served.filter(({ kind }) => kind === 'file')).toHaveLength(2);
});

test('an address is begun within ten minutes or not at all', async () => {
  const { shop, link } = await clicked();
  shop.ctx.clock.at += beginWithinMs;
  expect(await get(shop, link)).toEqual({ kind: 'gone', why: 'too_late' });
  shop.ctx.clock.at -= 1;
  await bytesOf(await get(shop, link, { range: 'bytes=0-9' }));
  shop.ctx.clock.at += goOnWithinMs - 1;
  expect((await get(shop, link, { method: 'HEAD' })).kind).toBe('file');
  shop.ctx.clock.at += 1;
  expect(await get(shop, link)).toEqual({ kind: 'gone', why: 'too_late' });
});

test('a download that was pressed in time goes on after the end of its grant', async () => {
  const { shop } = await clicked();
  shop.ctx.clock.at = (shop.order.grants[0]?.expiresAt ?? 0) - 1;
  const link = await pressed(shop.ctx, shop.order);
  shop.ctx.clock.at += 1;
  expect(await press(shop.ctx, shop.order)).toBeNull();
  expect(await bytesOf(await get(shop, link))).toEqual(shop.bytes);
});

test('a roll back ends every address, and a sending that is on its way', async () => {
  const size = 20 * 1024 * 1024;
  const { shop, link } = await clicked(size);
  const reader = file(await get(shop, link)).body?.getReader();
  await reader?.read();
  await rollBack(shop.ctx, shop.order);
  expect(await get(shop, link)).toEqual({ kind: 'gone', why: 'taken_back' });
  const rest = async () => {
    while (!(await reader?.read())?.done);
  };
  await expect(rest()).rejects.toThrow('No more of this file may be sent.');
  const [row] = await rowsOf(shop.ctx);
  expect(row?.bytesSent).toBeLessThan(size / 2);
});

/** What the log of the server would be told. */
function silentLog() {
  return vi
    .spyOn(console, 'error')
    .mockReset()
    .mockImplementation(() => {});
}

test.each([0, 10_000, 95_000])(
  'a store that breaks after %d bytes spends nothing',
  async (after) => {
    const { shop, link } = await clicked();
    await shop.ctx.db.update(grants).set({ downloadsMax: 1 });
    shop.shelf.brokenAfter = after;
    const log = silentLog();
    const served = await get(shop, link);
    expect(log).toHaveBeenCalledTimes(after === 0 ? 1 : 0);
    if (after === 0) expect(served).toEqual({ kind: 'unavailable' });
    else await expect(bytesOf(served)).rejects.toThrow();
    expect(await rowsOf(shop.ctx)).toMatchObject([{ failedAt: shop.ctx.clock.at }]);
    shop.shelf.brokenAfter = null;
    const again = await pressed(shop.ctx, shop.order);
    expect(await bytesOf(await get(shop, again))).toEqual(shop.bytes);
  },
);

test('a download that failed counts once it is gone on with, and not beyond its grant', async () => {
  const { shop, link } = await clicked();
  const { ctx, order, shelf, bytes } = shop;
  await ctx.db.update(grants).set({ downloadsMax: 1 });
  shelf.brokenAfter = 50_000;
  await expect(bytesOf(await get(shop, link))).rejects.toThrow();
  shelf.brokenAfter = null;
  const rest = await get(shop, link, { range: 'bytes=50000-' });
  expect(await bytesOf(rest)).toEqual(bytes.slice(50_000));
  const { at } = ctx.clock;
  expect(await rowsOf(ctx)).toMatchObject([{ failedAt: null, finishedAt: at }]);
  expect(await press(ctx, order)).toBeNull();

  await ctx.db.update(grants).set({ downloadsMax: 2 });
  const other = await pressed(ctx, order);
  shelf.brokenAfter = 50_000;
  await expect(bytesOf(await get(shop, other))).rejects.toThrow();
  shelf.brokenAfter = null;
  await bytesOf(await get(shop, await pressed(ctx, order)));
  expect(await get(shop, other, { range: 'bytes=50000-' })).toEqual({
    ...{ kind: 'gone', why: 'sent_already' },
  });
});

test('a file that the store has lost spends nothing', async () => {
  const { shop, link } = await clicked();
  shop.shelf.bytes.clear();
  const log = silentLog();
  expect(await get(shop, link)).toEqual({ kind: 'unavailable' });
  expect(log.mock.calls).toMatchObject([[{ message: 'There is no v1.' }]]);
  expect(await rowsOf(shop.ctx)).toMatchObject([{ failedAt: shop.ctx.clock.at, bytesSent: 0 }]);
});

test('what has arrived stays counted when a later fetch fails', async () => {
  const { shop, link } = await clicked();
  await bytesOf(await get(shop, link));
  shop.shelf.brokenAfter = 0;
  silentLog();
  expect(await get(shop, link)).toEqual({ kind: 'unavailable' });
  expect(await rowsOf(shop.ctx)).toMatchObject([{ failedAt: null }]);
});

test('an address keeps the version of its press, and a new press gets the new one', async () => {
  const { shop, link } = await clicked();
  const { ctx, order, shelf } = shop;
  ctx.clock.at += 1000;
  const newer = await putVersion(ctx, shelf, { id: 'v2', size: 500 });
  expect(await bytesOf(await get(shop, link))).toEqual(shop.bytes);
  expect(await bytesOf(await get(shop, await pressed(ctx, order)))).toEqual(newer);
});

test('an address whose version is gone, or whose file is retired, says so and does not count', async () => {
  const { shop, link } = await clicked();
  await shop.ctx.db.delete(fileVersions).where(eq(fileVersions.id, 'v1'));
  expect(await get(shop, link)).toEqual({ kind: 'gone', why: 'withdrawn' });
  expect(await rowsOf(shop.ctx)).toMatchObject([{ failedAt: shop.ctx.clock.at }]);
});

test('an address that we never gave is none', async () => {
  const { shop, link } = await clicked();
  for (const other of [
    '',
    'x',
    link.slice(1),
    `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
  ]) {
    expect(await get(shop, other)).toEqual({ kind: 'unknown' });
  }
});
