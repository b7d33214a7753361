import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
  const price = { price: 3400, currency: 'USD' };
  await rest('PUT', '/products/POT', { name: 'Teapot', kind: 'physical', stock: 90, ...price });
});

test.afterAll(() => shop?.close());

const longName = 'Wilhelmina Alexandra Featherstonehaugh-Cholmondeley of Ravensworth';

function orderOf(email: string, name: string, line1: string) {
  return rest('POST', '/orders', {
    ...{ currency: 'USD', customer: { email, name }, lines: [{ sku: 'POT', quantity: 1 }] },
    shippingAddress: { name, line1, city: 'Whitby', country: 'GB' },
  });
}

async function find(page: Page, q: string) {
  await page.getByRole('searchbox', { name: 'Search customers' }).fill(q);
  await page.getByRole('button', { name: 'Search' }).click();
}

test('two of one person are found by their street, merged, and orders stand on one page', async ({
  page,
}) => {
  await signIn(page, shop, '/customers');
  await expect(page.getByText('No customers yet')).toBeVisible();
  await expectAccessible(page);
  await orderOf('ada@work.example', 'Ada Lovelace', '14 Quay Street');
  await orderOf('ada@home.example', 'Ada Lovelace', '2 Baxtergate');
  await orderOf('bo@customer.example', longName, '3 Cliff Lane');
  await find(page, 'zzz');
  await expect(page.getByText('Nobody fits this')).toBeVisible();
  await find(page, 'quay');
  await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ada Lovelace' }).click();
  await expect(page.getByText('Maybe the same person')).toBeVisible();
  await page.getByLabel('Note').fill('Rings twice.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('The note is saved')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Merge with ada@home.example' }).click();
  await expect(page.getByText('Merge ada@home.example into ada@work.example?')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'The other way round' }).click();
  await expect(page.getByText('Merge ada@work.example into ada@home.example?')).toBeVisible();
  await page.getByRole('button', { name: 'Merge', exact: true }).dblclick();
  await expect(page.getByText('The two are one customer now')).toBeVisible();
  await expect(page.getByText('2 orders')).toBeVisible();
  await expect(page.getByText('Also orders as ada@work.example')).toBeVisible();
  await expect(page.getByLabel('Note')).toHaveValue('Rings twice.');
  await page.goBack();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('not found');
});

test('what is kept is handed out, and erased once nothing is open any more', async ({ page }) => {
  const order = await orderOf('cy@customer.example', 'Cy Dorn', '9 Flowergate');
  await signIn(page, shop, '/customers?q=flowergate');
  await page.getByRole('link', { name: 'Cy Dorn' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download all of it' }).click(),
  ]);
  const handed = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(handed).toMatchObject({
    customer: { email: 'cy@customer.example' },
    orders: [{ number: order.number, history: [{ type: 'placed' }] }],
  });
  await page.getByRole('link', { name: 'Erase personal data' }).click();
  await expect(page.getByRole('heading', { name: 'Erase personal data' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('status')).toContainText(`Order ${order.number} is still open.`);
  await rest('POST', `/orders/${order.number}/cancel`);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('The personal data is erased')).toBeVisible();
  await expect(page.getByText('Cy Dorn')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: order.number }).click();
  await expect(page.getByText('erased the customer’s personal data')).toBeVisible();
  await expect(page.getByText('Cy Dorn')).toHaveCount(0);
  expect((await page.request.get(order.trackingUrl)).status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a note is kept and two are merged', async ({ page }) => {
    await orderOf('di@one.example', 'Di Evans', '1 Church Street');
    await orderOf('di@two.example', 'Di Evans', '1 Church Street');
    await signIn(page, shop, '/customers?q=one.example');
    await page.getByRole('link', { name: 'Di Evans' }).click();
    await page.getByLabel('Note').fill('Pays late.');
    await page.getByRole('button', { name: 'Save note' }).click();
    await expect(page.getByLabel('Note')).toHaveValue('Pays late.');
    await page.getByRole('link', { name: 'Merge with another customer' }).click();
    await find(page, 'di@two');
    await page.getByRole('link', { name: 'Choose di@two.example' }).click();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(page.getByText('The two are one customer now')).toBeVisible();
  });
});
