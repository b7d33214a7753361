import { expect, expectAccessible, test } from './journey';
import { type MailServer, startMailServer } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { restClient } from './rest-client';
import { signIn } from './sign-in';

let shop: Shop;
let mail: MailServer;

test.beforeAll(async () => {
  mail = await startMailServer();
  shop = await openShop({ settings: mail.settings });
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

/** One green dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('the shop’s picture, colour and words are what customers see', async ({ page }) => {
  await signIn(page, shop, '/settings/look');
  await page.getByLabel('Colour').fill('#ffcc00');
  await page.getByLabel('Answers go to').fill('help@fernhill.example');
  await page.getByLabel('Postal address').fill('14 Quay Street\nWhitby');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('White words on #ffcc00 are hard to read.')).toBeVisible();
  await expect(page.getByLabel('Postal address')).toHaveValue('14 Quay Street\nWhitby');
  await expectAccessible(page);
  await page.getByLabel('Colour').fill('#0b6b3a');
  const photograph = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.alloc(5_000_000) };
  await page.getByLabel('Logo').setInputFiles(photograph);
  await expect(page.getByText('Use a picture of 200 kB or less.')).toBeVisible();
  const logo = { name: 'logo.png', mimeType: 'image/png', buffer: png };
  await page.getByLabel('Logo').setInputFiles(logo);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Your logo' })).toBeVisible();
  await expectAccessible(page);

  const rest = restClient(shop.url, shop.apiKey);
  const order = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'zoe@customer.example', name: 'Zoë Whitcombe' },
    lines: [{ sku: 'POT', name: 'Teapot', quantity: 1, unitPrice: 1500 }],
  });
  const message = await mail.received(`Fernhill Supply: order ${order.number} received`);
  expect(message.replyTo).toMatchObject([{ address: 'help@fernhill.example' }]);
  expect(message.text).toContain('14 Quay Street\nWhitby');
  expect(message.html).toContain('background-color:#0b6b3a');

  await page.goto(order.trackingUrl);
  const picture = page.getByRole('img', { name: 'Fernhill Supply' });
  await expect(picture).toBeVisible();
  await expect(page.getByText('14 Quay Street')).toBeVisible();
  await expectAccessible(page);
  const address = (await picture.getAttribute('src')) ?? '';
  expect(message.html).toContain(`src="${shop.url}${address}"`);
  const answer = await page.request.get(`${shop.url}${address}`);
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  expect(await answer.body()).toEqual(png);
  for (const other of [`/brand/${'0'.repeat(64)}`, '/brand/..%2Fshop']) {
    expect((await page.request.get(`${shop.url}${other}`)).status()).toBe(404);
  }
});
