import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../journey';
import { openShop, type Shop } from '../open-shop';
import { restClient } from '../rest-client';
import { signIn } from '../sign-in';
import { offsetOf, tusClient } from '../tus-client';
import { type SwiftServer, startSwift } from './swift-server';

let swift: SwiftServer;
let shop: Shop;

test.beforeAll(async () => {
  swift = await startSwift();
  shop = await openShop({ settings: swift.settings });
});

test.afterAll(async () => {
  await shop?.close();
  await swift?.close();
});

const partBytes = 8_388_608;

function sumOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

test('a file in a store that speaks S3 is uploaded, sold, downloaded whole and in parts, and deleted', async ({
  page,
}) => {
  const rest = restClient(shop.url, shop.apiKey);
  const tus = tusClient(shop.url, shop.apiKey);
  const product = { name: 'Guide', price: 900, currency: 'USD', kind: 'file' };
  await rest('PUT', '/products/GUIDE', product);

  const bytes = randomBytes(20_000_000);
  const size = bytes.byteLength;
  const begun = await tus.begin({ sku: 'GUIDE', filename: 'guide.pdf', size });
  const address = begun.headers.get('location') ?? '';
  // Only whole parts can be kept: what is beyond the first has to come again.
  const first = await tus.patch(address, 0, bytes.subarray(0, 12_000_000));
  expect([first.status, offsetOf(first)]).toEqual([204, partBytes]);
  const second = await tus.patch(address, partBytes, bytes.subarray(partBytes));
  expect([second.status, offsetOf(second)]).toEqual([204, size]);
  expect((await tus.complete(address)).status).toBe(204);
  expect(await swift.keys()).toHaveLength(1);

  const customer = { email: 'zoe@customer.example', name: 'Zoë Whitcombe' };
  const lines = [{ sku: 'GUIDE', quantity: 1 }];
  const order = await rest('POST', '/orders', { currency: 'USD', customer, lines });
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  await page.goto(order.trackingUrl);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download guide.pdf' }).click(),
  ]);
  expect(sumOf(await readFile(await download.path()))).toBe(sumOf(bytes));
  const ranges = [
    ['bytes=0-0', bytes.subarray(0, 1)],
    [`bytes=${partBytes - 1}-${partBytes}`, bytes.subarray(partBytes - 1, partBytes + 1)],
    ['bytes=-5', bytes.subarray(-5)],
    ['bytes=7000000-', bytes.subarray(7_000_000)],
  ] as const;
  for (const [range, expected] of ranges) {
    const answer = await fetch(download.url(), { headers: { range } });
    expect(answer.status).toBe(206);
    expect(sumOf(await answer.bytes())).toBe(sumOf(expected));
  }

  await signIn(page, shop, '/products/GUIDE');
  await page.getByRole('link', { name: 'Retire guide.pdf' }).click();
  await page.getByRole('button', { name: 'Retire the file' }).click();
  await page.getByText('Retired (1)').click();
  await page.getByRole('link', { name: 'Delete guide.pdf 1 for good' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('Delete for good')).toHaveCount(0);
  await expect.poll(swift.keys).toEqual([]);
});
