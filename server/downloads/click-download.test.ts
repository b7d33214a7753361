import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { downloads, grants } from '#db/schema/downloads';
import { files, fileVersions } from '#db/schema/files';
import { change, pay, place, rollBack } from '#server/mail/mail-shop.test-data';
import { clickDownload, doubleWithinMs } from './click-download';
import { downloadShop, press, putVersion, rowsOf } from './download-shop.test-data';

const dayMs = 24 * 60 * 60 * 1000;

test('a press spends one download and says who pressed and when', async () => {
  const { ctx, order } = await downloadShop();
  expect(await press(ctx, order)).toMatch(/^[\w-]{72}$/);
  expect(await rowsOf(ctx)).toMatchObject([
    {
      orderId: order.id,
      versionId: 'v1',
      clickedAt: ctx.clock.at,
      address: '203.0.113.7',
      userAgent: 'Firefox',
      bytesSent: 0,
    },
  ]);
});

test('however many press at once, no more is given than the grant has', async () => {
  const { ctx, order } = await downloadShop();
  const links = await Promise.all(Array.from({ length: 50 }, () => press(ctx, order)));
  expect(links.filter((link) => link !== null)).toHaveLength(5);
  expect(await rowsOf(ctx)).toHaveLength(5);
});

test('a press and its double are one download, a press later is another', async () => {
  const { ctx, order } = await downloadShop();
  const first = await press(ctx, order, 'view');
  ctx.clock.at += doubleWithinMs - 1;
  expect(await press(ctx, order, 'view')).toBe(first);
  expect(await press(ctx, order, 'another view')).not.toBe(first);
  ctx.clock.at += 1;
  expect(await press(ctx, order, 'view')).not.toBe(first);
  expect(await rowsOf(ctx)).toHaveLength(3);
});

test('the last download can be pressed twice, and then none is left', async () => {
  const { ctx, order } = await downloadShop();
  await ctx.db.update(grants).set({ downloadsMax: 1 });
  const first = await press(ctx, order, 'view');
  expect([first, await press(ctx, order, 'view')]).toEqual([first, first]);
  expect(await press(ctx, order)).toBeNull();
});

test('a grant that ends at a moment serves one millisecond before it and not at it', async () => {
  const { ctx, order } = await downloadShop();
  ctx.clock.at += 30 * dayMs - 1;
  expect(await press(ctx, order)).not.toBeNull();
  ctx.clock.at += 1;
  expect(await press(ctx, order)).toBeNull();
});

test('a download that failed does not count', async () => {
  const { ctx, order } = await downloadShop();
  await ctx.db.update(grants).set({ downloadsMax: 1 });
  await press(ctx, order);
  expect(await press(ctx, order)).toBeNull();
  await ctx.db.update(downloads).set({ failedAt: ctx.now() });
  expect(await press(ctx, order)).not.toBeNull();
});

test('staff who add downloads give the next press', async () => {
  const { ctx, order } = await downloadShop();
  for (let count = 0; count < 5; count += 1) await press(ctx, order);
  expect(await press(ctx, order)).toBeNull();
  await change(ctx, order, {
    ...{ type: 'change_grant', grantId: order.grants[0]?.id ?? '', reason: null },
    change: { what: 'add_downloads', downloads: 1 },
  });
  expect(await press(ctx, order)).not.toBeNull();
  expect(await press(ctx, order)).toBeNull();
});

test('a roll back takes the downloads, and paying again gives new ones', async () => {
  const { ctx, order } = await downloadShop();
  await rollBack(ctx, order);
  expect(await press(ctx, order)).toBeNull();
  const again = await pay(ctx, order);
  expect(await press(ctx, order)).toBeNull();
  expect(await press(ctx, again)).not.toBeNull();
});

test.each(['cancel', 'delete'] as const)('nothing is given after %s', async (type) => {
  const { ctx } = await downloadShop();
  const order = await pay(ctx, await place(ctx, ['POT', 'GUIDE']));
  const reasoned = { reason: null, restock: true };
  await change(
    ctx,
    order,
    type === 'cancel' ? { type, ...reasoned, notify: false } : { type, ...reasoned },
  );
  expect(await press(ctx, order)).toBeNull();
});

test('nobody gets what is not theirs, and nothing is written about it', async () => {
  const { ctx, order } = await downloadShop();
  const other = await pay(ctx, await place(ctx, ['GUIDE']));
  const unpaid = await place(ctx, ['GUIDE']);
  const mine = {
    ...{ token: order.token, grantId: order.grants[0]?.id ?? '', fileId: 'guide' },
    ...{ clickKey: 'view', address: '', userAgent: '' },
  };
  for (const wrong of [
    { token: other.token },
    { token: unpaid.token },
    { token: order.number },
    { grantId: other.grants[0]?.id ?? '' },
    { grantId: 'none' },
    { fileId: 'none' },
  ]) {
    expect(await clickDownload(ctx, { ...mine, ...wrong })).toBeNull();
  }
  expect(await rowsOf(ctx)).toEqual([]);
  await clickDownload(ctx, mine);
  expect(await clickDownload(ctx, { ...mine, token: other.token })).toBeNull();
});

test('a press gets the newest version that is there, and none where none is', async () => {
  const { ctx, order, shelf } = await downloadShop();
  ctx.clock.at += 1000;
  await putVersion(ctx, shelf, { id: 'v2', size: 10 });
  ctx.clock.at += 1000;
  await putVersion(ctx, shelf, { id: 'v3', size: 10, status: 'uploading' });
  await press(ctx, order);
  expect(await rowsOf(ctx)).toMatchObject([{ versionId: 'v2' }]);
  await ctx.db.delete(fileVersions).where(eq(fileVersions.status, 'ready'));
  expect(await press(ctx, order)).toBeNull();
});

test('a file that was taken away is given no more', async () => {
  const { ctx, order } = await downloadShop();
  await ctx.db.update(files).set({ retiredAt: ctx.now() });
  expect(await press(ctx, order)).toBeNull();
});
