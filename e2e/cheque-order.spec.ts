import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './journey';
import { type MailServer, startMailServer, trackingLinkIn } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

const instructions = 'Please send us a cheque for the full amount';

let mail: MailServer;
let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  mail = await startMailServer();
  shop = await openShop({ settings: mail.settings });
  rest = restClient(shop.url, shop.apiKey);
  const pot = { name: 'Stoneware teapot', price: 3400, currency: 'USD', kind: 'physical' };
  await rest('PUT', '/products/POT', { ...pot, stock: 9 });
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

async function typeOrder(page: Page) {
  await page.getByRole('link', { name: 'New order' }).click();
  const customer = page.getByRole('region', { name: 'Customer' });
  await customer.getByLabel('Name', { exact: true }).fill('Ben Carter');
  await customer.getByLabel('E-mail').fill('ben@example.com');
  await page.getByLabel('Add a product').fill('teap');
  await page.getByRole('button', { name: /^Stoneware teapot/ }).click();
  await page.getByLabel('Quantity of Stoneware teapot').fill('2');
  await page.getByLabel('Shipping method').fill('Courier');
  await page.getByLabel('Shipping cost').fill('7.50');
  await page.getByLabel('Tax on shipping').fill('1.50');
  await page.getByLabel('Discount on the order').fill('3');
  await page.getByLabel('Will be paid by').selectOption('Cheque');
}

async function expectStock(page: Page, stock: number): Promise<void> {
  await page.goto(`${shop.url}/products/POT`);
  await expect(page.getByRole('heading', { name: `Why the stock is ${stock}` })).toBeVisible();
}

test('a phone order is paid by cheque, takes its stock, and rolling it back gives the stock back', async ({
  page,
  browser,
}) => {
  await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'first@example.com', name: 'First' },
    lines: [{ sku: 'POT', quantity: 1 }],
  });
  await signIn(page, shop);
  await typeOrder(page);
  const total = page.getByRole('region', { name: 'Total' });
  await expect(total.getByText('$74.00')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page).toHaveURL(/\/orders\/\d+/);
  const number = /\/orders\/(\d+)/.exec(page.url())?.[1] ?? '';
  await expect(page.getByRole('region', { name: 'Items' }).getByText('$74.00')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Payments' })).toContainText('cheque');

  const received = await mail.received(`Fernhill Supply: order ${number} received`);
  expect(received.text).toContain('By cheque: $74.00');
  expect(received.text).toContain(instructions);
  const customer = await browser.newContext();
  const theirs = await customer.newPage();
  await theirs.goto(trackingLinkIn(received));
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(
    'We have your order and wait for your cheque.',
  );
  await expect(theirs.getByRole('region', { name: 'Pay by cheque' })).toContainText(instructions);
  await expectAccessible(theirs);

  await expectStock(page, 9);
  await markPaid(page, number);
  await theirs.reload();
  await expect(theirs.getByRole('region', { name: 'Pay by cheque' })).toHaveCount(0);
  await expect(theirs.getByText(/We are packing your order/)).toBeVisible();
  await customer.close();
  await mail.received(`Fernhill Supply: payment for order ${number} received`);

  await expectStock(page, 7);
  const movements = page.getByRole('table', { name: /^Movements/ });
  const sale = movements.getByRole('row').filter({ hasText: number });
  await expect(sale).toContainText('Sale');
  await expect(sale).toContainText('−2');
  await expect(sale).toContainText('Maria Keeper');
  await expectAccessible(page);
  await sale.getByRole('link', { name: number }).click();

  await rollBack(page, number);
  await expectStock(page, 9);
  const back = movements.getByRole('row').filter({ hasText: 'Rolled back' });
  await expect(back).toContainText('+2');
});

async function markPaid(page: Page, number: string) {
  await page.goto(`${shop.url}/orders/${number}`);
  await page.getByRole('link', { name: 'Mark paid' }).click();
  await expect(page.getByLabel('How the money came in')).toHaveValue('cheque');
  await expect(page.getByLabel('Amount')).toHaveValue('74.00');
  await page.getByLabel('Reference').fill('CHQ 000417');
  await page.getByLabel('Authorization code').fill('BANK-9');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mark paid' }).click();
  await expect(page.getByText('The payment is recorded.')).toBeVisible();
  const payments = page.getByRole('region', { name: 'Payments' });
  await expect(payments).toContainText('CHQ 000417');
  await expect(payments).toContainText('BANK-9');
  await expect(payments).toContainText('Cheque');
}

async function rollBack(page: Page, number: string) {
  await page.getByRole('link', { name: 'Roll back…' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Roll back order ${number}`);
  const preview = page.getByRole('region', { name: 'This is what will happen' });
  await expect(preview.getByText('Stock of Stoneware teapot rises from 7 to 9')).toBeVisible();
  await expect(preview).toContainText('sales fall from 2 to 0.');
  const money = 'The payment of $74.00 by cheque is kept and marked as reversed.';
  await expect(preview.getByText(money)).toBeVisible();
  await expect(preview).toContainText('The order is pending afterwards; now it is paid.');
  await page.getByRole('radio', { name: /^They do not come back/ }).check();
  await expect(preview.getByText('stays at 7')).toBeVisible();
  await page.getByRole('radio', { name: /^They go back/ }).check();
  await page.getByLabel('Reason').fill('The cheque bounced');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Roll back' }).click();
  await expect(page.getByText('Rolled back: the order is pending again.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('The cheque bounced');
  await expect(page.getByRole('region', { name: 'Payments' })).toContainText('Reversed');
  await expect(page.getByRole('link', { name: 'Mark paid' })).toBeVisible();
}

test('rolling back burns the codes that were mailed and returns those that nobody has seen', async ({
  page,
}) => {
  const key = { name: 'Licence', price: 900, currency: 'USD', kind: 'codes' };
  await rest('PUT', '/products/KEY', key);
  await rest('POST', '/products/KEY/codes', { codes: ['AAA-1', 'AAA-2', 'AAA-3'] });
  const { number } = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'codes@example.com', name: 'Cleo' },
    lines: [{ sku: 'KEY', quantity: 2 }],
  });
  await rest('POST', `/orders/${number}/pay`, { method: 'cash' });
  await mail.received(`Fernhill Supply: payment for order ${number} received`);
  await signIn(page, shop, `/orders/${number}/roll-back`);
  const preview = page.getByRole('region', { name: 'This is what will happen' });
  await expect(preview).toContainText('2 codes of Licence are burned for good.');
  await page.getByRole('button', { name: 'Roll back' }).click();
  await expect(page.getByText('Rolled back: the order is pending again.')).toBeVisible();
  expect((await rest('GET', '/products/KEY')).codesAvailable).toBe(1);
  await expect(page.getByText('Burned by a roll back')).toHaveCount(2);
});
