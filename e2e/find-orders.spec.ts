import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';
import { untilListening } from './until-listening';

const trackingNumber = '1Z5R89390357567127';
const transactionId = 'TX-51HKQ9';

let shop: Shop;
let rest: Rest;
/** The one to be found, among thirty others. */
let number: string;

test.beforeAll(async () => {
  shop = await openShop({ settings: { WORKER: 'off' } });
  rest = restClient(shop.url, shop.apiKey);
  for (let day = 1; day <= 30; day += 1) await placed(day, {});
  ({ number } = await placed(31, {
    customer: { email: 'zoe@marchpane.example', name: 'Zoë Marchpane' },
    lines: [{ sku: 'KETTLE-COPPER', name: 'Copper kettle', quantity: 1, unitPrice: 12_900 }],
    tags: ['wedding'],
  }));
  await rest('POST', `/orders/${number}/pay`, { method: 'wire', transactionId });
  await rest('POST', `/orders/${number}/ship`, { parcels: [{ trackingNumber }] });
});

test.afterAll(() => shop?.close());

function placed(day: number, more: object) {
  return rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: `customer${day}@example.com`, name: `Customer ${day}` },
    lines: [{ sku: 'POT', name: 'Stoneware teapot', quantity: 1, unitPrice: 100 * day }],
    placedAt: `2026-01-${String(day).padStart(2, '0')}T12:00:00Z`,
    ...more,
  });
}

const rows = (page: Page) => page.getByRole('table', { name: 'Orders' }).getByRole('row');

async function search(page: Page, words: string) {
  const field = page.getByLabel('Search orders');
  await field.fill(words);
  await field.press('Enter');
  await expect(page).toHaveURL(/[?&]q=/);
}

async function numbersIn(page: Page): Promise<readonly string[]> {
  return rows(page).getByRole('link').allInnerTexts();
}

test('an order number and Enter open the order, from any page', async ({ page }) => {
  const isListening = await untilListening(page, 'keydown');
  await signIn(page, shop, '/products');
  await isListening();
  await page.keyboard.press('Control+k');
  await expect(page.getByLabel('Find orders')).toBeFocused();
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${shop.url}/orders/${number}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`);
});

for (const [what, words] of Object.entries({
  'its e-mail address': 'zoe@marchpane.example',
  'its name': 'Zoë Marchpane',
  'its name without its accents': 'zoe marchpane',
  'its sku': 'KETTLE-COPPER',
  'its product name': 'copper kettle',
  'its tracking number': trackingNumber,
  'its transaction id': transactionId,
  'a part of a word': 'rchpan',
  'parts of two words': 'ettle arch',
})) {
  test(`an order is found by ${what}`, async ({ page }) => {
    await signIn(page, shop);
    await search(page, words);
    await expect(rows(page)).toHaveCount(2);
    expect(await numbersIn(page)).toEqual([number]);
    await rows(page).getByRole('link', { name: number }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`);
  });
}

test('what finds nothing says so and offers a way back', async ({ page }) => {
  await signIn(page, shop);
  await search(page, 'nobody by this name');
  await expect(page.getByText('No order fits this')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Take the filters away' }).click();
  await expect(rows(page)).toHaveCount(26);
});

test('filters stand in the address, so a list can be kept and shared', async ({ page }) => {
  await signIn(page, shop);
  await page.getByText('More filters').click();
  await page.getByLabel('Payment').selectOption('Paid');
  await page.getByLabel('Tag').fill('wedding');
  await page.getByLabel('Placed from').fill('2026-01-31');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(rows(page)).toHaveCount(2);
  expect(await numbersIn(page)).toEqual([number]);
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('payment')).toBe('paid');
  expect(searchParams.get('tag')).toBe('wedding');
  expect(searchParams.get('from')).toBe('2026-01-31');
  await page.goto(page.url());
  await expect(page.getByLabel('Tag')).toHaveValue('wedding');
  await expect(page.getByLabel('Payment')).toHaveValue('paid');
  await expectAccessible(page);
  await page.getByRole('link', { name: /Take away .*wedding/ }).click();
  await expect(page).not.toHaveURL(/tag=/);
  await expect(rows(page)).toHaveCount(2);
  const tabs = page.getByRole('navigation', { name: 'Orders by status' });
  await tabs.getByRole('link', { name: /^To be paid *30$/ }).click();
  await expect(page).toHaveURL(`${shop.url}/orders?status=pending`);
  await expect(rows(page)).toHaveCount(26);
});

test('the list goes forward and back by pages, newest first, and none is lost', async ({
  page,
}) => {
  await signIn(page, shop);
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await expect(rows(page)).toHaveCount(26);
  const newest = await numbersIn(page);
  expect([newest.length, newest[0]]).toEqual([25, number]);
  await expect(pages.getByRole('link', { name: 'Newer' })).toHaveCount(0);
  await pages.getByRole('link', { name: 'Older' }).click();
  await expect(rows(page)).toHaveCount(7);
  const older = await numbersIn(page);
  expect(new Set([...newest, ...older]).size).toBe(31);
  await expect(pages.getByRole('link', { name: 'Older' })).toHaveCount(0);
  await pages.getByRole('link', { name: 'Newer' }).click();
  await expect(rows(page)).toHaveCount(26);
  expect(await numbersIn(page)).toEqual(newest);
});

test('sorted by total, the largest order stands first', async ({ page }) => {
  await signIn(page, shop);
  await page.getByText('More filters').click();
  await page.getByLabel('Sort by').selectOption('Largest total');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(rows(page).nth(1)).toContainText('$129.00');
  await expect(rows(page).nth(2)).toContainText('$30.00');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
  await expect(rows(page).last()).toContainText('$1.00');
});
