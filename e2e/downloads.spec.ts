import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { downloads } from '#db/schema/downloads';
import { files, fileVersions } from '#db/schema/files';
import { expectFault } from './expect-fault';
import { expect, expectAccessible, test, watch } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

const run = promisify(execFile);
const size = 40_000_000;
const bytes = randomBytes(size);
const name = 'Путеводитель – guide.pdf';

const storeKey = 'v'.repeat(22);

let shop: Shop;
let rest: Rest;
/** Where the store keeps the one version of the one file. */
let kept: string;

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
  await rest('PUT', '/products/GUIDE', {
    ...{ name: 'Guide', kind: 'file', price: 900, currency: 'USD' },
  });
  kept = join(dirname(shop.file), 'files', storeKey);
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(kept, bytes);
  const [guide] = await shop.db.select().from(products).where(eq(products.sku, 'GUIDE'));
  const at = Date.now();
  const file = { id: 'guide', productId: guide?.id ?? '', name, createdAt: at };
  await shop.db.insert(files).values(file);
  await shop.db.insert(fileVersions).values({
    ...{ id: 'v1', fileId: 'guide', label: '1.0', size, sha256: sumOf(bytes), storeKey },
    ...{ contentType: 'application/pdf', status: 'ready', received: size, createdBy: 'Maria' },
    ...{ createdAt: at, touchedAt: at, readyAt: at },
  });
});

test.afterAll(() => shop?.close());

function sumOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

type Bought = Readonly<{ number: string; trackingUrl: string }>;

async function bought(): Promise<Bought> {
  const customer = { email: 'zoe@customer.example', name: 'Zoë Whitcombe' };
  const lines = [{ sku: 'GUIDE', quantity: 1 }];
  const order = await rest('POST', '/orders', { currency: 'USD', customer, lines });
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  return order;
}

/** What the form of one view of the page holds. */
async function viewed({ trackingUrl }: Bought): Promise<Record<string, string>> {
  const html = await (await fetch(trackingUrl)).text();
  const fields = ['grant', 'file', 'key'].map((field) => {
    const [, value = ''] = new RegExp(`name="${field}" value="([^"]*)"`).exec(html) ?? [];
    return [field, value] as const;
  });
  return Object.fromEntries(fields);
}

/** Presses *Download* at one of the servers, and gives the address of the file; null where none was left. */
async function press(
  { trackingUrl }: Bought,
  form: Record<string, string>,
  at = shop.url,
): Promise<string | null> {
  const answer = await fetch(`${at}${new URL(trackingUrl).pathname}/download`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
  const location = answer.headers.get('location') ?? '';
  return location.startsWith('/download/') ? `${at}${location}` : null;
}

async function pressed(order: Bought): Promise<string> {
  const link = await press(order, await viewed(order));
  if (link === null) throw new Error('No download was left.');
  return link;
}

async function rowsOf({ number }: Bought) {
  return shop.db
    .select()
    .from(downloads)
    .where(eq(downloads.orderId, Number(number)))
    .orderBy(downloads.clickedAt);
}

async function bodyOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with' : 'without';
  test(`a customer downloads what was uploaded, ${way} JavaScript`, async ({
    browser,
    complaints,
  }) => {
    const order = await bought();
    const context = await browser.newContext({ javaScriptEnabled });
    watch(context, complaints);
    const page = await context.newPage();
    await page.goto(order.trackingUrl);
    const section = page.getByRole('region', { name: 'Your files' });
    await expect(section).toContainText('Version 1.0 · 40 MB · 5 downloads left');
    if (javaScriptEnabled) await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      section.getByRole('button', { name: `Download ${name}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    expect(sumOf(await readFile(await download.path()))).toBe(sumOf(bytes));
    expect(new URL(download.url()).pathname).toMatch(/^\/download\/[\w-]{72}$/);
    await page.reload();
    await expect(section).toContainText('4 downloads left');
    await expect
      .poll(() => rowsOf(order))
      .toMatchObject([{ bytesSent: size, finishedAt: expect.any(Number), address: '127.0.0.1' }]);
    await context.close();
  });
}

test('what scans or fetches ahead spends nothing, on any address', async () => {
  const order = await bought();
  for (const method of ['GET', 'HEAD']) {
    const page = await fetch(order.trackingUrl, { method });
    expect(page.status).toBe(200);
    const door = await fetch(`${order.trackingUrl}/download`, { method, redirect: 'manual' });
    expect([door.status, door.headers.get('location')]).toEqual([
      303,
      `${new URL(order.trackingUrl).pathname}#files`,
    ]);
  }
  expect(await rowsOf(order)).toEqual([]);
  const link = await pressed(order);
  const head = await fetch(link, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size)]);
  expect(await rowsOf(order)).toMatchObject([{ bytesSent: 0, begunAt: null }]);
});

test('a download is sent as a file to save, and kept out of caches, lists and referrers', async () => {
  const answer = await fetch(await pressed(await bought()), { headers: { range: 'bytes=0-9' } });
  expect(answer.status).toBe(206);
  expect(await bodyOf(answer)).toEqual(bytes.subarray(0, 10));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%D0%9F/),
    'content-length': '10',
    'content-range': `bytes 0-9/${size}`,
    'accept-ranges': 'bytes',
    etag: `"${sumOf(bytes)}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store, no-transform',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
  });
});

test('a download that is cut goes on where it broke off and comes to the same file', async () => {
  const order = await bought();
  const link = await pressed(order);
  const parts: Uint8Array[] = [];
  for (const cutAt of [5_000_000, 12_000_000, 31_000_000, size]) {
    const got = Buffer.concat(parts).length;
    const etag = `"${sumOf(bytes)}"`;
    const asked = got === 0 ? {} : { range: `bytes=${got}-`, 'if-range': etag };
    const leave = new AbortController();
    const answer = await fetch(link, { headers: asked, signal: leave.signal });
    expect(answer.status).toBe(got === 0 ? 200 : 206);
    const reader = answer.body?.getReader();
    for (let here = got; here < cutAt; ) {
      const { value } = (await reader?.read()) ?? {};
      if (value === undefined) break;
      parts.push(value);
      here += value.length;
    }
    leave.abort();
  }
  expect(sumOf(Buffer.concat(parts))).toBe(sumOf(bytes));
  await expect
    .poll(async () => await rowsOf(order))
    .toMatchObject([{ finishedAt: expect.any(Number), failedAt: null }]);
});

test('two gigabytes go through the server and hardly any of them stay in its memory', async () => {
  test.slow();
  const large = 2_000_000_000;
  const path = join(dirname(kept), 'l'.repeat(22));
  await writeFile(path, '');
  await truncate(path, large);
  const at = Date.now();
  await shop.db.insert(fileVersions).values({
    ...{ id: 'large', fileId: 'guide', label: '2.0', size: large, sha256: 'of nothing' },
    ...{ storeKey: 'l'.repeat(22), contentType: 'video/mp4', status: 'ready', received: large },
    ...{ createdBy: 'Maria', createdAt: at, touchedAt: at, readyAt: at },
  });
  const order = await bought();
  const link = await pressed(order);
  const idle = await residentBytes();
  const reader = (await fetch(link)).body?.getReader();
  let [got, most, next] = [0, 0, 0];
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    got += piece.value.length;
    if (got < next) continue;
    next += 100_000_000;
    most = Math.max(most, await residentBytes());
  }
  expect(got).toBe(large);
  expect(most - idle).toBeLessThan(100_000_000);
  await expect.poll(() => rowsOf(order)).toMatchObject([{ bytesSent: large, failedAt: null }]);
  await shop.db.delete(fileVersions).where(eq(fileVersions.id, 'large'));
  await rm(path);
});

/** What the server holds in memory. */
async function residentBytes(): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(shop.server.pid)]);
  return Number(stdout) * 1024;
}

test('50 who press at once on two servers get no more than the grant has', async () => {
  const order = await bought();
  const other = await shop.another();
  const form = await viewed(order);
  const links = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      press(order, { ...form, key: `view-${index}` }, index % 2 === 0 ? shop.url : other.url),
    ),
  );
  const given = links.filter((link) => link !== null);
  expect(given).toHaveLength(5);
  expect(await rowsOf(order)).toHaveLength(5);
  const answers = await Promise.all(given.map((link) => fetch(link, { method: 'HEAD' })));
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
  await other.stop();
});

test('a store that has lost the file answers 503 in words and spends nothing', async ({
  page,
  complaints,
}) => {
  const order = await bought();
  await page.goto(order.trackingUrl);
  await rename(kept, `${kept}.away`);
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByRole('heading')).toHaveText('The file cannot be sent just now');
  await rename(`${kept}.away`, kept);
  await page.getByRole('link', { name: 'Back to your order' }).click();
  await expect(page.getByRole('region', { name: 'Your files' })).toContainText('5 downloads left');
  expect(await rowsOf(order)).toMatchObject([{ failedAt: expect.any(Number) }]);
  expect(complaints.splice(0)).toEqual([expect.stringContaining('503')]);
});

test('an address that was passed on does not lead to the order', async () => {
  const order = await bought();
  const link = await pressed(order);
  await rest('POST', `/orders/${order.number}/roll-back`, {});
  const answer = await fetch(link);
  const text = await answer.text();
  expect(answer.status).toBe(410);
  expect(text).toContain('This download is no longer open');
  expect(text).toContain('href="/track"');
  expect(text).toContain('<html lang="en" dir="ltr">');
  expect(text).toContain('Fernhill Supply');
});

test('an address that is none of ours is told in the language of the browser', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'ar-AE' });
  const page = await context.newPage();
  const answer = await page.goto(`${shop.url}/download/${'A'.repeat(72)}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('لا يوجد تنزيل كهذا');
  await expect(page.locator('html[lang="ar-AE"][dir="rtl"]')).toHaveCount(1);
  await expectAccessible(page);
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with' : 'without';
  test(`staff see every download, add some, move the end and revoke, ${way} JavaScript`, async ({
    browser,
    complaints,
  }) => {
    const order = await bought();
    await bodyOf(await fetch(await pressed(order)));
    const context = await browser.newContext({ javaScriptEnabled });
    watch(context, complaints);
    const page = await context.newPage();
    const path = `/orders/${order.number}`;
    await signIn(page, shop, path);
    const card = page.getByRole('region', { name: 'Downloads' });
    await expect(card).toContainText('1 of 5 used');
    await card.getByText('Downloads so far: 1').click();
    await expect(card).toContainText('All of it, 40 MB, to Unknown device at 127.0.0.1');

    await card.getByRole('link', { name: 'Change…' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Downloads of Guide');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('How many more').fill('0');
    await page.getByRole('button', { name: 'Add downloads' }).click();
    await expect(page.getByText('Enter 1 or more.')).toBeVisible();
    const twin = await context.newPage();
    await twin.goto(page.url());
    await page.getByLabel('How many more').fill('2');
    await page.getByRole('button', { name: 'Add downloads' }).click();
    await expect(page.getByRole('status')).toContainText('The downloads are added.');
    await expect(card).toContainText('1 of 7 used');
    await twin.getByRole('button', { name: 'Add downloads' }).click();
    await expect(twin.getByText('This order was changed while you had it open.')).toBeVisible();
    await twin.close();
    await page.reload();
    await expect(card).toContainText('1 of 7 used');

    await card.getByRole('link', { name: 'Change…' }).click();
    await page.getByLabel('Last day').fill('2020-01-01');
    await page.getByRole('button', { name: 'Save the end' }).click();
    await expect(page.getByText('Choose a day that is still to come.')).toBeVisible();
    await page.getByLabel('Without an end').check();
    await page.getByRole('button', { name: 'Save the end' }).click();
    await expect(card).toContainText('Without an end');

    await card.getByRole('link', { name: 'Change…' }).click();
    await page.getByRole('button', { name: 'Revoke the downloads' }).click();
    await expect(card).toContainText('Revoked');
    expect(await press(order, await viewed(order))).toBeNull();
    await card.getByRole('link', { name: 'Give back…' }).click();
    await page.getByRole('button', { name: 'Give the downloads back' }).click();
    await expect(card).toContainText('1 of 7 used');
    await expect(page.getByText('added downloads: 7 of each file in all now')).toBeVisible();
    expect(await press(order, await viewed(order))).not.toBeNull();
  });
}

test('the shop says how often and how long, a product may say otherwise, and orders keep theirs', async ({
  page,
}) => {
  const before = await bought();
  await signIn(page, shop, '/settings/shop');
  const shopCard = page.getByRole('region', { name: 'Downloads' });
  await shopCard.getByLabel('Downloads of each file').fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectFault(shopCard.getByLabel('Downloads of each file'), 'Enter 1 or more.');
  await shopCard.getByLabel('Downloads of each file').fill('3');
  await shopCard.getByLabel('Can be used for').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const byShop = await bought();

  await page.goto(`${shop.url}/products/GUIDE`);
  await expect(page.getByText('Leave it empty for 3, as in the whole shop.')).toBeVisible();
  await page.getByLabel('Downloads of each file').fill('1');
  await page.getByLabel('Can be used for').fill('7');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Can be used for')).toHaveValue('7');
  const byProduct = await bought();

  for (const [order, left, end] of [
    [before, '5 downloads left', 'Until'],
    [byShop, '3 downloads left', 'Yours without an end'],
    [byProduct, '1 download left', 'Until'],
  ] as const) {
    await page.goto(order.trackingUrl);
    const section = page.getByRole('region', { name: 'Your files' });
    await expect(section).toContainText(left);
    await expect(section).toContainText(end);
  }
});
