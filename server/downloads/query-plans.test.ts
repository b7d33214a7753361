import { expect, test, vi } from 'vitest';
import { readOrderPage } from '#server/orders/read-order-page';
import { readTrackingPage } from '#server/tracking/read-tracking-page';
import { downloadMeter, markFailed } from './download-meter';
import { downloadShop, press } from './download-shop.test-data';
import { readDownload } from './read-download';

test('no statement about downloads reads a whole table', async () => {
  const { ctx, order } = await downloadShop();
  const { $client: client } = ctx.db;
  const [executed, batched] = [vi.spyOn(client, 'execute'), vi.spyOn(client, 'batch')];
  await press(ctx, order);
  const meter = downloadMeter(ctx, { id: 'x', size: 1 });
  await meter.reserve(1);
  await meter.end('failed', 1);
  await markFailed(ctx, 'x');
  await readDownload(ctx, 'x');
  await readTrackingPage(ctx, { token: order.token, looks: [] });
  await readOrderPage(ctx, order.number);
  const asked = [
    ...executed.mock.calls.map(([given]) => given),
    ...batched.mock.calls.flatMap(([given]) => given),
  ];
  vi.restoreAllMocks();
  let count = 0;
  for (const given of asked) {
    if (typeof given === 'string' || Array.isArray(given) || !/\bdownloads\b/.test(given.sql)) {
      continue;
    }
    count += 1;
    const { rows } = await client.execute({ ...given, sql: `EXPLAIN QUERY PLAN ${given.sql}` });
    expect(rows.filter(({ detail }) => /^SCAN /.test(String(detail)))).toEqual([]);
  }
  expect(count).toBe(9);
});
