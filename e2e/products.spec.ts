import type { Page } from '@playwright/test';
import { expectFault } from './expect-fault';
import { expect, expectAccessible, test } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
});

test.afterAll(() => shop?.close());

function paidOrder(sku: string, quantity: number) {
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const lines = [{ sku, quantity }];
  return rest('POST', '/orders', { currency: 'USD', customer, lines }).then(async (order) => {
    await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
    return order;
  });
}

async function newProduct(page: Page, typed: Readonly<{ sku: string; name: string }>) {
  await page.getByRole('link', { name: 'New product' }).click();
  await page.getByLabel('SKU').fill(typed.sku);
  await page.getByLabel('Name').fill(typed.name);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save product' }).click();

async function adjust(page: Page, way: string, pieces: string, reason: string) {
  const stock = page.getByRole('region', { name: 'Stock', exact: true });
  await stock.getByLabel('Change').selectOption(way);
  await stock.getByLabel('Pieces').fill(pieces);
  await stock.getByLabel('Reason').fill(reason);
  await stock.getByRole('button', { name: 'Change stock' }).click();
  return stock;
}

test('a product is made, its stock is changed with a reason, and the page tells why it is seven', async ({
  page,
}) => {
  await signIn(page, shop, '/products');
  await expect(page.getByText('No products yet')).toBeVisible();
  await expectAccessible(page);
  await newProduct(page, { sku: 'MUG-BLUE', name: 'Blue mug' });
  await page.getByLabel('Price').fill('12,5x');
  await page.getByLabel('In stock now').fill('5');
  await save(page);
  await expectFault(page.getByLabel('Price'), 'Enter an amount such as 125.00.');
  await expect(page.getByLabel('SKU')).toHaveValue('MUG-BLUE');
  await expectAccessible(page);
  await page.getByLabel('Price').fill('12.50');
  await save(page);
  await expect(page.getByText('Blue mug is saved')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Why the stock is 5' })).toBeVisible();

  const stock = await adjust(page, 'Add', '4', 'Delivery of Monday');
  await expect(stock.getByText('The stock is 9 now.')).toBeVisible();
  const { number } = await paidOrder('MUG-BLUE', 3);
  await adjust(page, 'Take away', '1', '');
  await expectFault(stock.getByLabel('Reason'), 'Say why: it is kept with the change.');
  await expect(stock.getByLabel('Pieces')).toHaveValue('1');
  await adjust(page, 'Add', '1', 'One found behind the shelf');
  await expect(page.getByRole('heading', { name: 'Why the stock is 7' })).toBeVisible();

  const rows = page.getByRole('table', { name: /^Movements/ }).getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toContainText('One found behind the shelf');
  await expect(rows.nth(1)).toContainText('Maria Keeper');
  await expect(rows.nth(2).getByRole('link', { name: number })).toBeVisible();
  await expect(rows.nth(2)).toContainText('−3');
  await expect(rows.nth(2)).toContainText('Journey');
  await expect(rows.nth(3)).toContainText('Delivery of Monday');
  await expect(rows.nth(3)).toContainText('+4');
  await expect(page.getByText('3 sold')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Products' }).first().click();
  await page.getByLabel('Search products').fill('lue mu');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Blue mug' })).toContainText('$12.50');
});

test('a changed product keeps its number and its history', async ({ page }) => {
  const cup = { name: 'Cup', price: 900, currency: 'USD', kind: 'physical', stock: 4 };
  await rest('PUT', '/products/CUP', cup);
  await signIn(page, shop, '/products/CUP');
  const details = page.getByRole('region', { name: 'Details' });
  await details.getByLabel('Name').fill(' ');
  await details.getByRole('button', { name: 'Save changes' }).click();
  await expect(details.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await details.getByLabel('Name').fill('Cup and saucer');
  await details.getByLabel('Price').fill('14');
  await details.getByRole('button', { name: 'Save changes' }).click();
  await expect(details.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cup and saucer');
  expect(await rest('GET', '/products/CUP')).toMatchObject({ price: 1400, stock: 4 });
});

test('pasted codes are counted, duplicates are named, and nothing that was typed is lost', async ({
  page,
}) => {
  await signIn(page, shop, '/products');
  await newProduct(page, { sku: 'LICENCE', name: 'Licence' });
  await page.getByLabel('Price').fill('20');
  await page.getByRole('radio', { name: /^Serial codes/ }).check();
  await expect(page.getByLabel('In stock now')).toBeHidden();
  await save(page);
  await expect(page.getByText('Now fill its pool')).toBeVisible();
  const pool = page.getByRole('region', { name: 'Pool' });
  await pool.getByLabel('Codes to add').fill('AAAA-1111\nBBBB-2222\nAAAA-1111\n');
  await pool.getByRole('button', { name: 'Add codes' }).click();
  await expect(pool.getByText('2 codes added.')).toBeVisible();
  await expect(pool.getByText('1 duplicate was left out')).toBeVisible();
  await expect(pool.getByText(/^Line 3: .* is twice in the list$/)).toBeVisible();
  await expect(pool.getByText('Only 2 codes')).toBeVisible();
  await expectAccessible(page);

  const csv = 'code,note\nBBBB-2222,old\nCCCC-3333,new\n';
  await pool.getByLabel('Or from a file').setInputFiles({
    ...{ name: 'codes.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(csv.replace('code,note\n', '')),
  });
  await pool.getByRole('button', { name: 'Add codes' }).click();
  await expect(pool.getByText('1 code added.')).toBeVisible();
  await expect(pool.getByText(/was imported before$/)).toBeVisible();
  expect((await rest('GET', '/products/LICENCE')).codesAvailable).toBe(3);
  expect(await page.content()).not.toContain('CCCC-3333');
});

test('codes are shown one at a time, and each look is recorded with who looked', async ({
  page,
}) => {
  const seat = { name: 'Seat', price: 900, currency: 'USD', kind: 'codes' };
  await rest('PUT', '/products/SEAT', seat);
  await rest('POST', '/products/SEAT/codes', { codes: ['SEAT-AAAA-1', 'SEAT-BBBB-2'] });
  const { number } = await paidOrder('SEAT', 1);
  await signIn(page, shop, '/products/SEAT');
  const rows = page.getByRole('table', { name: /^Serial codes/ }).getByRole('row');
  await expect(rows.nth(2).getByRole('link', { name: number })).toBeVisible();
  await expect(rows.nth(1)).toContainText('Never');
  expect(await page.content()).not.toMatch(/SEAT-AAAA-1|SEAT-BBBB-2/);
  await rows.nth(1).getByRole('button', { name: /^Show/ }).click();
  await expect(page.getByText('SEAT-BBBB-2', { exact: true })).toBeVisible();
  await expect(rows.nth(1)).toContainText('Maria Keeper');
  await rows.nth(2).getByRole('button', { name: /^Show/ }).click();
  await expect(page.getByText('SEAT-AAAA-1', { exact: true })).toBeVisible();
  await expect(page.getByText('SEAT-BBBB-2', { exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.reload();
  await expect(rows.nth(2)).toContainText('Maria Keeper');
  expect(await page.content()).not.toMatch(/SEAT-AAAA-1|SEAT-BBBB-2/);
  await rows.nth(2).getByRole('link', { name: number }).click();
  const codes = page.getByRole('region', { name: 'Serial codes' });
  await codes.getByText('Looks at these codes: 1').click();
  await expect(codes.getByText('Maria Keeper looked at code 1')).toBeVisible();
  await codes.getByRole('button', { name: 'Show code 1' }).click();
  await expect(codes.getByText('SEAT-AAAA-1', { exact: true })).toBeVisible();
  await expect(codes.getByText('Looks at these codes: 2')).toBeVisible();
});

test('an order that was paid when the pool was empty gets the codes that are added later', async ({
  page,
}) => {
  const game = { name: 'Game', price: 900, currency: 'USD', kind: 'codes' };
  await rest('PUT', '/products/GAME', game);
  const { number } = await paidOrder('GAME', 2);
  await signIn(page, shop, `/orders/${number}`);
  const owed = page.getByText('Codes are still owed to the customer', { exact: true });
  await expect(owed).toBeVisible();
  await page.getByRole('link', { name: 'Game' }).first().click();
  await expect(page.getByText('2 codes are owed to 1 paid order')).toBeVisible();
  await page.getByLabel('Codes to add').fill('GAME-1\nGAME-2\nGAME-3');
  await page.getByRole('button', { name: 'Add codes' }).click();
  await expect(
    page.getByText('3 codes added, 2 of them handed out at once to orders that waited.'),
  ).toBeVisible();
  await page.goto(`${shop.url}/orders/${number}`);
  await expect(page.getByRole('region', { name: 'Serial codes' })).toBeVisible();
  await expect(owed).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'History' })).toContainText('handed out 2 codes');
});
