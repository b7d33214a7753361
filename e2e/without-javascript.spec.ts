import { expect, test } from './journey';
import { type MailServer, startMailServer } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

test.use({ javaScriptEnabled: false });

let mail: MailServer;
let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  mail = await startMailServer();
  shop = await openShop({ settings: mail.settings });
  rest = restClient(shop.url, shop.apiKey);
  const price = { price: 3400, currency: 'USD' };
  await rest('PUT', '/products/POT', {
    ...{ name: 'Stoneware teapot', kind: 'physical', stock: 9 },
    ...price,
  });
  await rest('PUT', '/products/KEY', { name: 'Licence', kind: 'codes', ...price });
  await rest('POST', '/products/KEY/codes', { codes: ['K7QF-2MXD-98RT'] });
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

test('a wrong password is told, and the address that was typed is kept', async ({ page }) => {
  await page.goto(`${shop.url}/sign-in`);
  await page.getByLabel('E-mail address').fill('owner@shop.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('status')).toContainText('do not belong together');
  await expect(page.getByLabel('E-mail address')).toHaveValue('owner@shop.example');
});

test('an order is taken, paid, shipped and rolled back without any script', async ({ page }) => {
  await signIn(page, shop, '/orders/new');
  await page.getByLabel('Add a product').fill('teap');
  await page.getByRole('button', { name: 'Find' }).nth(1).click();
  await page.getByRole('button', { name: /^Stoneware teapot/ }).click();
  const customer = page.getByRole('region', { name: 'Customer' });
  await customer.getByLabel('Name', { exact: true }).fill('Ben Carter');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByText('Not placed: please look at the marked fields.')).toBeVisible();
  await expect(customer.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expect(customer.getByLabel('Name', { exact: true })).toHaveValue('Ben Carter');
  await customer.getByLabel('E-mail').fill('ben@example.com');
  await page.getByLabel('Quantity of Stoneware teapot').fill('2');
  await page.getByLabel('Shipping cost').fill('5');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('region', { name: 'Items' })).toContainText('$73.00');

  await page.getByRole('link', { name: 'Mark paid' }).click();
  await page.getByLabel('How the money came in').selectOption('Card by terminal');
  await page.getByLabel('Card brand').fill('Visa');
  await page.getByLabel('Last four digits').fill('4242');
  await page.getByLabel('Authorization code').fill('A1B2C3');
  await page.getByRole('button', { name: 'Mark paid' }).click();
  await expect(page.getByRole('region', { name: 'Payments' })).toContainText('Visa ending in 4242');
  expect((await rest('GET', '/products/POT')).stock).toBe(7);

  await page.getByRole('link', { name: 'Ship', exact: true }).click();
  await page.getByLabel('Tracking number').fill('1z 5r8 939 0357 567 127');
  await page.getByRole('button', { name: 'Add a parcel' }).click();
  await expect(page.getByLabel('Tracking number of parcel 1')).toHaveValue(
    '1z 5r8 939 0357 567 127',
  );
  await page.getByLabel('Tracking number of parcel 2').fill('986578788855');
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  const shipments = page.getByRole('region', { name: 'Shipments' });
  await expect(shipments).toContainText('UPS');
  await expect(shipments).toContainText('1Z5R89390357567127');
  await expect(shipments).toContainText('FedEx');

  await page.getByRole('link', { name: 'Roll back…' }).click();
  const preview = page.getByRole('region', { name: 'This is what will happen' });
  await expect(preview.getByText('Stock of Stoneware teapot rises from 7 to 9')).toBeVisible();
  await page.getByRole('radio', { name: /^They do not come back/ }).check();
  await expect(preview.getByText('Stock of Stoneware teapot stays at 7')).toBeVisible();
  await page.getByRole('radio', { name: /^They go back/ }).check();
  await page.getByRole('button', { name: 'Roll back' }).click();
  await expect(page.getByText('Rolled back: the order is pending again.')).toBeVisible();
  expect((await rest('GET', '/products/POT')).stock).toBe(9);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto(`${shop.url}/products/POT`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a customer sees a code when asking for it, and is sent a lost link', async ({ page }) => {
  const { number, trackingUrl } = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'cleo@example.com', name: 'Cleo' },
    lines: [{ sku: 'KEY', quantity: 1 }],
  });
  await rest('POST', `/orders/${number}/pay`, { method: 'cash' });
  await page.goto(trackingUrl);
  await expect(page.getByText('K7QF-2MXD-98RT')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show code 1' }).click();
  await expect(page.getByText('K7QF-2MXD-98RT', { exact: true })).toBeVisible();
  await page.goto(`${shop.url}/track`);
  await page.getByLabel('Order number').fill(number);
  await page.getByLabel('E-mail address').fill('cleo@example.com');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your e-mail');
  const again = await mail.received(`Fernhill Supply: payment for order ${number} received`, 2);
  expect(again.text).toContain(trackingUrl);
});
