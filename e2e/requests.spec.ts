import type { Browser, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { paymentAccounts } from '#db/schema/payments';
import { expect, expectAccessible, test, watch } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';
import { signInCustomer } from './sign-in-customer';

const parcel = { carrier: 'UPS', trackingNumber: '1Z5R89390357567127' };
const address = { name: 'Zoë', line1: '4 Quayside', city: 'Whitby', country: 'GB' };

let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
  const price = { price: 3400, currency: 'USD' };
  await rest('PUT', '/products/POT', { name: 'Teapot', kind: 'physical', stock: 90, ...price });
  await shop.db
    .update(paymentAccounts)
    .set({ instructions: 'IBAN GB33 BUKB 2020 1555 5555 55' })
    .where(eq(paymentAccounts.slug, 'wire'));
});

test.afterAll(() => shop?.close());

type Placed = Readonly<{ number: string; trackingUrl: string }>;

function placed(locale: string | null = null): Promise<Placed> {
  return rest('POST', '/orders', {
    ...{ currency: 'USD', lines: [{ sku: 'POT', quantity: 1 }] },
    customer: { email: 'zoe@customer.example', name: 'Zoë Whitcombe', locale },
    shippingAddress: address,
  });
}

async function paid(locale: string | null = null): Promise<Placed> {
  const order = await placed(locale);
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  return order;
}

type Way = Readonly<{ complaints: string[]; javaScriptEnabled?: boolean }>;

/** The customer of an order, signed in, on its tracking page. */
async function customerOf(browser: Browser, { number, trackingUrl }: Placed, way: Way) {
  const { complaints, javaScriptEnabled = true } = way;
  const context = await browser.newContext({ javaScriptEnabled });
  watch(context, complaints);
  await signInCustomer(context, shop, number);
  const page = await context.newPage();
  await page.goto(trackingUrl);
  return page;
}

async function orderPage(page: Page, { number }: Placed) {
  await page.goto(`${shop.url}/orders/${number}`);
}

test('an unpaid order is paid in another way or cancelled at once, without scripts', async ({
  browser,
  page: console,
  complaints,
}) => {
  await signIn(console, shop, '/settings/shop');
  await console.getByLabel('Your payment page').fill('http://shop.example/pay');
  await console.getByRole('button', { name: 'Save' }).click();
  await expect(console.getByText('Enter an address that begins with https://')).toBeVisible();
  await console.getByLabel('Your payment page').fill('https://shop.example/pay/{number}');
  await console.getByRole('button', { name: 'Save' }).click();
  await expect(console.getByText('Saved.')).toBeVisible();

  const order = await placed();
  const stranger = await browser.newPage();
  await stranger.goto(order.trackingUrl);
  await expect(stranger.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    `/my/sign-in?from=${encodeURIComponent(new URL(order.trackingUrl).pathname)}`,
  );
  await expect(stranger.getByRole('link', { name: 'Pay now' })).toHaveAttribute(
    'href',
    `https://shop.example/pay/${order.number}`,
  );
  await stranger.getByRole('button', { name: 'Pay by bank transfer' }).click();
  await expect(stranger.getByText('IBAN GB33')).toBeVisible();
  await stranger.goto(`${order.trackingUrl}?done=wait`);
  await expect(stranger.getByText('That was a little too often.')).toBeVisible();
  await stranger.goto(`${order.trackingUrl}/cancel`);
  await expect(stranger).toHaveURL(order.trackingUrl);

  const customer = await customerOf(browser, order, { complaints, javaScriptEnabled: false });
  await customer.getByRole('link', { name: 'Cancel this order' }).click();
  await expect(customer.getByText('Nothing has been paid')).toBeVisible();
  await customer.getByLabel('Why do you want to cancel?').fill('The wrong colour.');
  await customer.getByRole('button', { name: 'Cancel the order' }).click();
  await expect(customer.getByRole('heading', { level: 1 })).toHaveText('This order was cancelled.');
  await expect(customer.getByRole('link', { name: 'Cancel this order' })).toHaveCount(0);
  await customer.goto(`${order.trackingUrl}/cancel`);
  await expect(customer.getByText('This order is cancelled already.')).toBeVisible();
  await expect(customer.getByRole('button')).toHaveCount(0);
});

test('staff refuse a cancellation with words, and carry it out when it is asked again', async ({
  browser,
  page: console,
  complaints,
}) => {
  const order = await paid();
  const customer = await customerOf(browser, order, { complaints });
  await customer.getByRole('link', { name: 'Cancel this order' }).click();
  await customer.getByLabel('Why do you want to cancel?').fill('Ordered twice.');
  await customer.getByRole('button', { name: 'Ask to cancel' }).dblclick();
  await expect(customer.getByText('you asked to cancel this order')).toHaveCount(1);
  await expectAccessible(customer);

  await signIn(console, shop, '/orders');
  await console.getByRole('link', { name: '1 cancel requested' }).click();
  await console.getByRole('link', { name: order.number }).click();
  await expect(console.getByText('Ordered twice.').first()).toBeVisible();
  await expectAccessible(console);
  await console.getByRole('link', { name: 'Ship', exact: true }).click();
  await expect(console.getByText('Shipping it now answers no')).toBeVisible();
  await console.getByRole('link', { name: 'Refuse…' }).click();
  await expect(console.getByLabel('Why not')).toBeVisible();
  await expectAccessible(console);
  await console.getByRole('button', { name: 'Refuse' }).click();
  await expect(console.getByText('Write an answer: the customer reads it.')).toBeVisible();
  await console.getByLabel('Why not').fill('It is glazed for you.');
  await console.getByRole('button', { name: 'Refuse' }).click();
  await expect(console.getByText('The customer is answered.')).toBeVisible();

  await customer.reload();
  await expect(customer.getByText('It is glazed for you.')).toBeVisible();
  await customer.getByRole('link', { name: 'Cancel this order' }).click();
  await customer.getByRole('button', { name: 'Ask to cancel' }).click();
  await customer.getByRole('button', { name: 'I do not want to cancel any more' }).click();
  await expect(customer.getByText('Your request is withdrawn.')).toBeVisible();
  await customer.getByRole('link', { name: 'Cancel this order' }).click();
  await customer.getByRole('button', { name: 'Ask to cancel' }).click();
  await expect(customer.getByText('We have your request.')).toBeVisible();

  await orderPage(console, order);
  await console.getByRole('link', { name: 'Cancel the order…' }).click();
  await expect(console.getByText('Stock of Teapot rises')).toBeVisible();
  await console.getByRole('button', { name: 'Cancel the order' }).click();
  await expect(console.getByText('agreed to cancel it')).toBeVisible();
  await customer.reload();
  await expect(customer.getByRole('heading', { level: 1 })).toHaveText('This order was cancelled.');
  await customer.getByRole('link', { name: 'Print a receipt' }).click();
  await expect(customer.getByText('The order was cancelled')).toBeVisible();
});

test('an address is corrected before it is shipped, and what does not arrive is answered', async ({
  browser,
  page: console,
  complaints,
}) => {
  const order = await paid();
  await signIn(console, shop, `/orders/${order.number}/ship`);
  const customer = await customerOf(browser, order, { complaints, javaScriptEnabled: false });
  await customer.getByRole('link', { name: 'Correct the delivery address' }).click();
  await customer.getByLabel('Street and number').fill('7 Harbour Terrace');
  const long = '北海道札幌市中央区'.repeat(20);
  await customer.getByLabel('Company').fill(long);
  await customer.getByLabel('Flat, floor, care of').fill(long);
  await customer.getByLabel('City').fill('');
  await customer.getByRole('button', { name: 'Save the address' }).click();
  await expect(customer.getByText('Please fill this in.')).toBeVisible();
  await expect(customer.getByLabel('Street and number')).toHaveValue('7 Harbour Terrace');
  await expect(customer.getByLabel('Company')).toHaveValue(long);
  await customer.getByLabel('City').fill('Whitby');
  await customer.getByRole('button', { name: 'Save the address' }).click();
  await expect(customer.getByText('The delivery address is corrected.')).toBeVisible();

  await console.getByRole('button', { name: 'Ship', exact: true }).last().click();
  await expect(console.getByText('was changed while you had it open')).toBeVisible();
  await expect(console.getByText('The customer corrected the shipping address')).toBeVisible();
  await rest('POST', `/orders/${order.number}/ship`, { parcels: [parcel] });

  await customer.reload();
  await expect(customer.getByRole('link', { name: 'delivery address' })).toHaveCount(0);
  await customer.getByRole('link', { name: 'It has not arrived' }).click();
  await expect(customer.getByRole('link', { name: 'Follow this parcel' })).toBeVisible();
  await customer.getByLabel('Is there anything else').fill('Nobody here has it.');
  await customer.getByRole('button', { name: 'Tell the shop' }).click();
  await expect(customer.getByText('We will answer by e-mail.')).toBeVisible();

  await orderPage(console, order);
  await expect(console.getByText(/^Now: .*7 Harbour Terrace, /)).toBeVisible();
  await expect(console.getByText(/^Before: .*4 Quayside, /)).toBeVisible();
  await console.getByRole('link', { name: 'Answer…' }).click();
  await console.getByLabel('Your answer').fill('A new one leaves tomorrow.');
  await console.getByRole('button', { name: 'Answer' }).click();
  await expect(console.getByText('The customer is answered.')).toBeVisible();
  const { data } = await rest('GET', `/messages?order=${order.number}`);
  expect(data.map(({ template }: { template: string }) => template)).toContain('request_answered');
  await customer.reload();
  await expect(customer.getByText('A new one leaves tomorrow.')).toBeVisible();
  await customer.getByRole('link', { name: 'Print a receipt' }).click();
  await expect(customer.getByText('This is a receipt, not an invoice.')).toBeVisible();
});

test('the pages of a customer stand in their language, from right to left too', async ({
  browser,
  complaints,
}) => {
  const order = await paid('ar');
  const customer = await customerOf(browser, order, { complaints });
  await customer.getByRole('link', { name: 'تصحيح عنوان التوصيل' }).click();
  await expect(customer.locator('[dir=rtl]').first()).toBeVisible();
  await expect(customer.getByLabel('المدينة')).toHaveValue('Whitby');
  await expectAccessible(customer);
  await customer.goto(`${order.trackingUrl}/receipt`);
  await expect(customer.getByText('مدفوع', { exact: true })).toBeVisible();
});
