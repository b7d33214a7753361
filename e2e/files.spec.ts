import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, open, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fileVersions } from '#db/schema/files';
import { expect, expectAccessible, test } from './journey';
import { openShop, type Shop } from './open-shop';
import { restClient } from './rest-client';
import { signIn } from './sign-in';
import { startServer } from './start-server';
import { offsetOf, type Tus, tusClient } from './tus-client';

let shop: Shop;
let tus: Tus;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterfoil-upload-'));
  shop = await openShop();
  tus = tusClient(shop.url, shop.apiKey);
});

test.afterAll(async () => {
  await shop?.close();
  await rm(folder, { recursive: true, force: true });
});

async function fileProduct(sku: string, at = shop): Promise<void> {
  const product = { name: `Guide ${sku}`, price: 900, currency: 'USD', kind: 'file' };
  await restClient(at.url, at.apiKey)('PUT', `/products/${sku}`, product);
}

async function begin(sku: string, size: number, filename = 'guide.pdf'): Promise<string> {
  const answer = await tus.begin({ sku, filename, size });
  expect(answer.status).toBe(201);
  return answer.headers.get('location') ?? '';
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function checksums(at = shop): Promise<readonly (string | null)[]> {
  const rows = await at.db.select({ sha256: fileVersions.sha256 }).from(fileVersions);
  return rows.map((row) => row.sha256);
}

const filesCard = (page: Page) => page.getByRole('region', { name: 'Files' });

test('a file is uploaded, gets a new version, is retired and comes back', async ({
  page,
  complaints,
}) => {
  await fileProduct('ATLAS');
  await signIn(page, shop, '/products/ATLAS');
  await expect(page.getByText('No file yet: buyers would get nothing')).toBeVisible();
  await expectAccessible(page);
  const card = filesCard(page);
  await card.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(card.getByLabel('File')).toHaveAttribute('aria-invalid', 'true');
  await card.getByLabel('File').setInputFiles(fileOf('a\u202efdp.exe', Buffer.from('bytes')));
  await card.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(card.getByText('Leave out characters that cannot be seen.')).toHaveCount(1);
  await expect.poll(() => complaints).toEqual([expect.stringContaining('422')]);
  complaints.length = 0;
  const first = randomBytes(9_000_000);
  await card.getByLabel('File').setInputFiles(fileOf('atlas of the north.pdf', first));
  await card.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(card.getByText('atlas of the north.pdf is uploaded.')).toBeVisible();
  const rows = card.getByRole('table', { name: 'Files of this product' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('9 MB');
  await expect(rows.nth(1)).toContainText(sha256(first).slice(0, 8));
  await expect(rows.nth(1)).toContainText('Maria Keeper');
  await expect(page.getByText('No file yet')).toHaveCount(0);
  await expectAccessible(page);

  const second = randomBytes(3000);
  await card.getByLabel('Add a file').setInputFiles(fileOf('atlas-2026.pdf', second));
  await card.getByLabel('Add it as').selectOption('A new version of atlas of the north.pdf');
  await card.getByRole('textbox', { name: 'Version' }).fill('2026');
  await card.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(rows.nth(1)).toContainText(sha256(second).slice(0, 8));
  await expect(rows.nth(1)).toContainText('2026');
  await expect(rows).toHaveCount(2);
  await card.getByText('Earlier versions (1)').click();
  await expect(card.getByRole('table', { name: 'Earlier versions' })).toContainText('9 MB');

  await card.getByLabel('Add a file').setInputFiles(fileOf('atlas of the north.pdf', first));
  await card.getByRole('textbox', { name: 'Version' }).fill('2026');
  await card.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(card.getByRole('textbox', { name: 'Version' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(card.getByRole('textbox', { name: 'Version' })).toHaveValue('2026');
  // The browser's own note of a request that was refused.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 422')]);

  await card.getByRole('link', { name: 'Retire atlas of the north.pdf' }).click();
  await expect(page.getByText('not even those who bought it before')).toBeVisible();
  await expect(page.getByText('The product has no other file')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Retire the file' }).click();
  await expect(page.getByText('No file yet: buyers would get nothing')).toBeVisible();
  await card.getByText('Retired (2)').click();
  await card.getByRole('link', { name: 'Delete atlas of the north.pdf 1 for good' }).click();
  await expect(page.getByText('Its 9 MB are gone for good')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await card.getByText('Retired (1)').click();
  await card.getByRole('button', { name: 'Bring back' }).click();
  await expect(rows.nth(1)).toContainText(sha256(second).slice(0, 8));
});

function fileOf(name: string, buffer: Buffer) {
  return { name, mimeType: 'application/octet-stream', buffer };
}

test('an upload that was paused goes on after a reload, when the same file is chosen again', async ({
  page,
  complaints,
}) => {
  await fileProduct('FILM');
  const bytes = randomBytes(30_000_000);
  const path = join(folder, 'film.mp4');
  await writeFile(path, bytes);
  const unpackedAt = new Date('2026-03-01T12:00:00Z');
  await utimes(path, unpackedAt, unpackedAt);
  await signIn(page, shop, '/products/FILM');
  const card = filesCard(page);
  await card.getByLabel('File').setInputFiles(path);
  let chunks = 0;
  await page.route('**/api/files/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH') chunks += 1;
    if (chunks < 3) await route.continue();
  });
  await card.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(card.getByRole('progressbar', { name: 'Upload' })).toBeVisible();
  await expect.poll(() => chunks, { timeout: 60_000 }).toBe(3);
  await expect(card.getByText('Uploading. Keep this page open.')).toBeVisible();
  await card.getByRole('button', { name: 'Pause' }).click();
  await expect(card.getByText('Paused. What was sent is kept for a day.')).toBeVisible();
  await expectAccessible(page);
  await page.unroute('**/api/files/uploads/*');
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await card.getByRole('button', { name: 'Go on' }).click();
  await expect(card.getByText('You are signed out.')).toBeVisible();
  await expect.poll(() => complaints).toEqual([expect.stringContaining('401')]);
  complaints.length = 0;
  await page.context().addCookies(cookies);
  await page.reload();
  await expect(card.getByText('55 % came')).toBeVisible();
  const begunBefore = card.getByText('which was begun before: it goes on where it stopped');
  await card.getByLabel('File').setInputFiles(path);
  await expect(begunBefore).toBeVisible();
  const sibling = join(folder, 'trailer.mp4');
  await writeFile(sibling, bytes.toReversed());
  await utimes(sibling, unpackedAt, unpackedAt);
  await card.getByLabel('File').setInputFiles(sibling);
  await expect(begunBefore).toBeHidden();
  await card.getByLabel('File').setInputFiles(path);
  const sizes: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sizes.push(Number(request.headers()['upload-offset']));
  });
  const mayEnd = Promise.withResolvers<void>();
  await page.route('**/complete', async (route) => {
    await mayEnd.promise;
    await route.continue();
  });
  await card.getByRole('button', { name: 'Go on uploading' }).click();
  await expect(card.getByText('The file is being checked.')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  mayEnd.resolve();
  await expect(card.getByText('film.mp4 is uploaded.')).toBeVisible();
  expect(sizes[0]).toBe(2 * 8_388_608);
  expect(await checksums()).toContain(sha256(bytes));
});

test('an upload that nobody wants any more is cancelled', async ({ page }) => {
  await fileProduct('DRAFT');
  await tus.patch(await begin('DRAFT', 10), 0, 'half');
  await signIn(page, shop, '/products/DRAFT');
  await expect(filesCard(page).getByText('40 % came')).toBeVisible();
  await filesCard(page).getByRole('button', { name: 'Cancel guide.pdf 1' }).click();
  await expect(filesCard(page).getByText('40 % came')).toHaveCount(0);
});

test('strangers, forms of other sites and wrong requests get nowhere', async () => {
  await fileProduct('DOORS');
  const address = await begin('DOORS', 10);
  const bytes = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  const ask = async (path: string, method: string, headers: Record<string, string>) => {
    const answer = await fetch(`${shop.url}${path}`, {
      ...{ method, headers },
      ...(method === 'PATCH' && { body: 'bytes' }),
    });
    return answer.status;
  };
  const key = { authorization: `Bearer ${shop.apiKey}` };
  const tusHeader = { 'tus-resumable': '1.0.0' };
  expect(await ask(address, 'PATCH', { ...bytes, ...key })).toBe(412);
  expect(await ask(address, 'PATCH', { ...bytes, ...tusHeader })).toBe(401);
  expect(await ask(address, 'PATCH', { 'upload-offset': '0', ...key, ...tusHeader })).toBe(415);
  expect(
    await ask(address, 'PATCH', { ...bytes, ...key, ...tusHeader, 'upload-offset': '-1' }),
  ).toBe(422);
  expect(await ask('/api/files/uploads/none', 'HEAD', { ...key, ...tusHeader })).toBe(404);
  expect((await tus.begin({ sku: 'NONE', filename: 'a', size: 1 })).status).toBe(404);
  expect((await tus.begin({ sku: 'DOORS', filename: '../a', size: 1 })).status).toBe(422);
  expect((await tus.begin({ sku: 'DOORS', filename: 'a', size: -1 })).status).toBe(422);
  expect((await tus.complete(address)).status).toBe(409);
  const wrong = await tus.patch(address, 5, 'bytes');
  expect([wrong.status, offsetOf(wrong)]).toEqual([409, 0]);
  const all = await Promise.all(
    ['aaaaa', 'bbbbb', 'ccccc'].map((text) => tus.patch(address, 0, text)),
  );
  expect(all.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  expect(offsetOf(await tus.head(address))).toBe(5);
});

test('a server that is killed in the middle of an upload loses nothing that it had confirmed', async () => {
  const own = await openShop({ settings: { WORKER: 'off' } });
  try {
    await fileProduct('GAME', own);
    const client = tusClient(own.url, own.apiKey);
    const bytes = randomBytes(24_000_000);
    const begun = await client.begin({ sku: 'GAME', filename: 'game.zip', size: bytes.byteLength });
    const address = begun.headers.get('location') ?? '';
    const confirmed = offsetOf(await client.patch(address, 0, bytes.subarray(0, 9_000_000)));
    expect(confirmed).toBe(9_000_000);
    const isHalfSent = Promise.withResolvers<void>();
    const half = new ReadableStream({
      start: (controller) => controller.enqueue(bytes.subarray(confirmed, 15_000_000)),
      pull: () => isHalfSent.resolve(),
    });
    const cut = client.patch(address, confirmed, half).catch(() => null);
    await isHalfSent.promise;
    await own.server.kill();
    expect(await cut).toBeNull();

    const again = await startServer(own.url, {
      ...{ APP_URL: own.url, DATABASE_URL: `file:${own.file}`, WORKER: 'off' },
      AUTH_SECRET: 'a secret of the journeys and of nothing else',
    });
    try {
      let offset = offsetOf(await client.head(address));
      expect(offset).toBe(confirmed);
      await expect(async () => {
        const answer = await client.patch(address, offset, bytes.subarray(offset));
        expect(answer.status).toBe(204);
        offset = offsetOf(answer);
      }).toPass({ timeout: 30_000 });
      expect(offset).toBe(bytes.byteLength);
      expect((await client.complete(address)).status).toBe(204);
      expect(await checksums(own)).toEqual([sha256(bytes)]);
    } finally {
      await again.stop();
    }
  } finally {
    await own.close();
  }
});

const idleRoomBytes = 100_000_000;
const largeBytes = 2_000_000_000;

test('two gigabytes pass through a server that stays as small as it was', async () => {
  test.slow();
  const path = join(folder, 'large.iso');
  const sparse = await open(path, 'w');
  await sparse.truncate(largeBytes);
  await sparse.close();
  await fileProduct('LARGE');
  const file = await openAsBlob(path);
  // What the first upload loads and compiles is not what a gigabyte costs.
  const small = await begin('LARGE', 20_000_000, 'small.iso');
  await tus.patch(small, 0, new Uint8Array(20_000_000));
  await tus.complete(small);
  const address = await begin('LARGE', largeBytes, 'large.iso');
  const idle = residentBytes();
  let [offset, most] = [0, 0];
  const watch = setInterval(() => {
    most = Math.max(most, residentBytes());
  }, 200);
  while (offset < largeBytes) {
    const chunk = file.slice(offset, offset + 250_000_000);
    const answer = await tus.patch(address, offset, chunk.stream());
    expect(answer.status).toBe(204);
    offset = offsetOf(answer);
  }
  expect((await tus.complete(address)).status).toBe(204);
  clearInterval(watch);
  expect(most).toBeGreaterThan(0);
  expect(most - idle).toBeLessThan(idleRoomBytes);
  // Of two gigabytes of zeros, as sha256sum gives it.
  expect(await checksums()).toContain(
    '2e0c654b6cba3a1e816726bae0eac481eb7fd0351633768c3c18392e0f02b619',
  );
});

function residentBytes(): number {
  const kib = execFileSync('ps', ['-o', 'rss=', '-p', String(shop.server.pid)], {
    encoding: 'utf8',
  });
  return Number(kib) * 1024;
}
