import { expect, test } from 'vitest';
import { orders } from '#db/schema/orders';
import { downloadShop, pressed } from '#server/downloads/download-shop.test-data';
import { readDownloadFace } from './read-download-face';

test('whoever has the address of a download is spoken to as the order is', async () => {
  const { ctx, order } = await downloadShop();
  const link = await pressed(ctx, order);
  expect(await readDownloadFace(ctx, link)).toMatchObject({ locale: 'en', shop: { name: 'Teas' } });
  await ctx.db.update(orders).set({ customerLocale: 'ar-AE' });
  expect((await readDownloadFace(ctx, link)).locale).toBe('ar-AE');
});

test('of an address that is none of ours only the shop is known', async () => {
  const { ctx, order } = await downloadShop();
  const link = await pressed(ctx, order);
  for (const other of ['', 'unknown', link.replace(/^./, link.startsWith('A') ? 'B' : 'A')]) {
    const { locale, shop } = await readDownloadFace(ctx, other);
    expect([locale, shop.name]).toEqual([null, 'Teas']);
  }
});
