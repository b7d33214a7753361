import type { Page } from '@playwright/test';
import { expectFault } from './expect-fault';
import { expect, expectAccessible, test } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient, unique } from './rest-client';
import { signIn } from './sign-in';

const cardNumber = '4111 1111 1111 1111';

let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  shop = await openShop({ settings: { WORKER: 'off' } });
  rest = restClient(shop.url, shop.apiKey);
  const pot = { name: 'Stoneware teapot', price: 3400, currency: 'USD', kind: 'physical' };
  await rest('PUT', '/products/POT', { ...pot, stock: 100 });
});

test.afterAll(() => shop?.close());

async function placed(name = 'Ada'): Promise<string> {
  const { number } = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'ada@example.com', name },
    lines: [{ sku: 'POT', quantity: 2 }],
  });
  return number;
}

async function paid(): Promise<string> {
  const number = await placed();
  await rest('POST', `/orders/${number}/pay`, { method: 'cash' });
  return number;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const notYet = 'Nothing was done yet: look at the marked fields.';

async function typePhoneOrder(page: Page, name: string) {
  const customer = page.getByRole('region', { name: 'Customer' });
  await customer.getByLabel('Name', { exact: true }).fill(name);
  await customer.getByLabel('E-mail').fill('caller@example.com');
  await page.getByLabel('Add a product').fill('teapot');
  await page.getByRole('button', { name: /^Stoneware teapot/ }).click();
  await expect(page.getByLabel('Quantity of Stoneware teapot')).toHaveValue('1');
}

async function ordersOf(name: string): Promise<readonly string[]> {
  const { data } = await rest('GET', `/orders?q=${name}`);
  return data.map(({ number }: { number: string }) => number);
}

test('a phone order with faults is not placed, names each one and keeps all that was typed', async ({
  page,
}) => {
  await signIn(page, shop, '/orders/new');
  await press(page, 'Place order');
  await expect(page.getByText('Not placed: please look at the marked fields.')).toBeVisible();
  await expect(page.getByText('Add at least one line.')).toBeVisible();
  const name = unique('Caller');
  await typePhoneOrder(page, name);
  const customer = page.getByRole('region', { name: 'Customer' });
  await customer.getByLabel('E-mail').fill('not an address');
  await customer.getByLabel('Language').selectOption('Japanese');
  await page.getByLabel('Quantity of Stoneware teapot').fill('two');
  await page.getByLabel('Unit price of Stoneware teapot').fill('-5');
  await page.getByLabel('Shipping cost').fill('free');
  await page.getByLabel('Discount on the order').fill('ten per cent');
  const city = page.getByRole('textbox', { name: 'City' });
  await city.fill('Bath');
  await press(page, 'Place order');
  const email = 'Enter an e-mail address, such as ada@example.com.';
  await expectFault(customer.getByLabel('E-mail'), email);
  await expectFault(page.getByLabel('Quantity of Stoneware teapot'), 'Enter how many.');
  const amount = 'Enter an amount such as 125.00.';
  const price = page.getByLabel('Unit price of Stoneware teapot');
  await expectFault(price, 'Enter an amount that is not negative.');
  await expectFault(page.getByLabel('Shipping cost'), amount);
  await expectFault(page.getByLabel('Discount on the order'), amount);
  await expectFault(page.getByRole('combobox', { name: 'Country' }), 'Choose a country.');
  await expect(customer.getByLabel('E-mail')).toHaveValue('not an address');
  await expect(customer.getByLabel('Language')).toHaveValue('ja');
  await expect(customer.getByLabel('Name', { exact: true })).toHaveValue(name);
  await expect(page.getByLabel('Quantity of Stoneware teapot')).toHaveValue('two');
  await expect(page.getByLabel('Shipping cost')).toHaveValue('free');
  await expect(city).toHaveValue('Bath');
  await expectAccessible(page);
  expect(await ordersOf(name)).toEqual([]);
});

test('a double click places one order, and the same form sent again finds it placed', async ({
  page,
}) => {
  await signIn(page, shop, '/orders/new');
  const name = unique('Twice');
  await typePhoneOrder(page, name);
  const sending = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Place order' }).dblclick();
  const sent = await sending;
  await expect(page).toHaveURL(/\/orders\/\d+/);
  expect(await ordersOf(name)).toHaveLength(1);
  const again = await page.request.fetch(sent, { maxRedirects: 0 });
  expect(again.status()).toBeLessThan(400);
  expect(await ordersOf(name)).toHaveLength(1);
});

test('without script too, a double click places one order', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, shop, '/orders/new');
  const name = unique('Plain');
  await press(page, 'Add a line by hand');
  await page.getByLabel('SKU').fill('POT');
  const customer = page.getByRole('region', { name: 'Customer' });
  await customer.getByLabel('Name', { exact: true }).fill(name);
  await customer.getByLabel('E-mail').fill('caller@example.com');
  await page.getByRole('button', { name: 'Place order' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Order \d+$/);
  expect(await ordersOf(name)).toHaveLength(1);
  await context.close();
});

test('a wrong payment is not recorded, and a card number is neither kept nor shown again', async ({
  page,
}) => {
  const number = await placed();
  await signIn(page, shop, `/orders/${number}/pay`);
  await page.getByLabel('Amount').fill('a lot');
  await page.getByLabel('Reference').fill('REF 1');
  await press(page, 'Mark paid');
  await expectFault(page.getByLabel('How the money came in'), 'Choose how the money came in.');
  await expectFault(page.getByLabel('Amount'), 'Enter an amount, such as 20 or 20.50.');
  await expect(page.getByText(notYet)).toBeVisible();
  await expect(page.getByLabel('Amount')).toHaveValue('a lot');
  await expect(page.getByLabel('Reference')).toHaveValue('REF 1');
  await expectAccessible(page);
  await page.getByLabel('How the money came in').selectOption('Something else');
  await page.getByLabel('Amount').fill('68');
  await page.getByLabel('Note').fill(`He said ${cardNumber}`);
  await press(page, 'Mark paid');
  await expectFault(page.getByLabel('Name of the method'), 'Name the method.');
  await expect(page.getByLabel('Note')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Note')).toHaveValue('');
  await page.getByLabel('How the money came in').selectOption('Card by terminal');
  await page.getByLabel('Last four digits').fill(cardNumber);
  await press(page, 'Mark paid');
  await expect(page.getByLabel('Last four digits')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Last four digits')).toHaveValue('');
  expect(await page.content()).not.toContain(cardNumber);
  expect((await rest('GET', `/orders/${number}`)).payments).toEqual([]);
});

test('a double click pays once, and the form of another window is told that it came too late', async ({
  page,
  context,
}) => {
  const number = await placed();
  await signIn(page, shop, `/orders/${number}/pay`);
  const other = await context.newPage();
  await other.goto(`${shop.url}/orders/${number}/pay`);
  await other.getByLabel('How the money came in').selectOption('Cash');
  await page.getByLabel('How the money came in').selectOption('Cash');
  await page.getByRole('button', { name: 'Mark paid' }).dblclick();
  await expect(page.getByText('The payment is recorded.')).toBeVisible();
  await press(other, 'Mark paid');
  await expect(other.getByText('The order is paid already.')).toBeVisible();
  expect((await rest('GET', `/orders/${number}`)).payments).toHaveLength(1);
  await page.goBack();
  await page.reload();
  await expect(page.getByText('The order is paid already.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mark paid' })).toHaveCount(0);
});

test('a wrong shipment is not recorded; a doubtful tracking number only warns', async ({
  page,
}) => {
  const number = await paid();
  await signIn(page, shop, `/orders/${number}/ship`);
  const quantity = page.getByLabel('How many of Stoneware teapot leave');
  await quantity.fill('all');
  await page.getByLabel('Note to the customer').fill('With care');
  await press(page, 'Ship');
  await expectFault(quantity, 'Enter a whole number.');
  await expect(quantity).toHaveValue('all');
  await expect(page.getByLabel('Note to the customer')).toHaveValue('With care');
  await quantity.fill('0');
  await press(page, 'Ship');
  await expect(page.getByText('Ship at least one unit.')).toBeVisible();
  await quantity.fill('3');
  await press(page, 'Ship');
  await expect(page.getByText('Only 2 of Stoneware teapot are left to ship.')).toBeVisible();
  await quantity.fill('2');
  await page.getByLabel('Carrier', { exact: true }).selectOption('Other carrier');
  await page.getByLabel('Tracking link').fill('javascript:alert(1)');
  await press(page, 'Ship');
  const link = 'Enter a link that begins with https://.';
  await expectFault(page.getByLabel('Tracking link'), link);
  await expectAccessible(page);
  await page.getByLabel('Carrier', { exact: true }).selectOption('Told by the number');
  await page.getByLabel('Tracking number').fill('1Z5R89390357567128');
  await expect(
    page.getByRole('status').filter({ hasText: 'The last digit does not fit' }),
  ).toBeVisible();
  await press(page, 'Ship');
  await expect(page.getByText('The shipment is recorded.')).toBeVisible();
  expect((await rest('GET', `/orders/${number}`)).shipments).toHaveLength(1);
});

test('what was to be rolled back has changed meanwhile: nothing is done and it is said', async ({
  page,
}) => {
  const number = await paid();
  await signIn(page, shop, `/orders/${number}/roll-back`);
  await page.getByLabel('Reason').fill('Wrong colour');
  await rest('POST', `/orders/${number}/ship`, {});
  await press(page, 'Roll back');
  await expect(page.getByText('This order was changed while you had it open.')).toBeVisible();
  await expect(page.getByLabel('Reason')).toHaveValue('Wrong colour');
  expect((await rest('GET', `/orders/${number}`)).status).toBe('shipped');
});

test('a wrong contact, address or tag is told beside its field and kept', async ({ page }) => {
  const number = await placed();
  await signIn(page, shop, `/orders/${number}/contact`);
  await page.getByLabel('Name').fill('');
  await page.getByLabel('E-mail address').fill('ada@');
  await press(page, 'Save');
  await expectFault(page.getByLabel('Name'), 'Enter something here.');
  const email = 'Enter an e-mail address, such as ada@example.com.';
  await expectFault(page.getByLabel('E-mail address'), email);
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@');
  await expectAccessible(page);
  await page.goto(`${shop.url}/orders/${number}/address/shipping`);
  await page.getByLabel('City').fill('Bath');
  await press(page, 'Save');
  await expectFault(page.getByLabel('Street and number'), 'Enter something here.');
  await expectFault(page.getByLabel('Country'), 'Choose a country.');
  await expect(page.getByLabel('City')).toHaveValue('Bath');
  await expectAccessible(page);
  await page.goto(`${shop.url}/orders/${number}`);
  const notes = page.getByRole('region', { name: 'Notes and tags' });
  await notes.getByText('Write one').click();
  await notes.getByLabel('Tags').fill(`good, ${'x'.repeat(61)}`);
  await notes.getByRole('button', { name: 'Save tags' }).click();
  await expectFault(notes.getByLabel('Tags'), 'Use at most 60 characters.');
  await expect(notes.getByLabel('Tags')).toHaveValue(`good, ${'x'.repeat(61)}`);
});

test('wrong settings are told beside their fields, and nothing is saved', async ({ page }) => {
  await signIn(page, shop, '/settings/shop');
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByLabel('Number prefix').fill('#!');
  await page.getByLabel('Next number').fill('1');
  await press(page, 'Save');
  await expectFault(page.getByLabel('Name', { exact: true }), 'Enter the name of the shop.');
  const prefix =
    'Use up to 20 letters, digits and the signs - _ . beginning with a letter or digit.';
  await expectFault(page.getByLabel('Number prefix'), prefix);
  await expect(page.getByLabel('Number prefix')).toHaveValue('#!');
  await expect(page.getByLabel('Next number')).toHaveValue('1');
  await expectAccessible(page);
  await page.goto(`${shop.url}/settings/payments/accounts/cheque`);
  await page.getByLabel('Name').fill('');
  await press(page, 'Save');
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await page.goto(`${shop.url}/settings/sessions`);
  await page.getByLabel('Current password').fill('not my password');
  await page.getByLabel('New password').fill('short');
  await press(page, 'Change password');
  await expectFault(page.getByLabel('New password'), 'Use 10 characters or more.');
  await page.getByLabel('Current password').fill('not my password');
  await page.getByLabel('New password').fill('a much longer password');
  await press(page, 'Change password');
  await expectFault(page.getByLabel('Current password'), 'This is not your current password.');
  await expectAccessible(page);
});

test('a lost link asked for with a wrong form says what is missing and keeps the rest', async ({
  page,
}) => {
  await page.goto(`${shop.url}/track`);
  await page.getByLabel('Order number').fill('1001');
  await page.getByLabel('E-mail address').fill('ada at example');
  await press(page, 'Send me the link');
  const email = 'Enter the e-mail address of the order, such as ada@example.com.';
  await expectFault(page.getByLabel('E-mail address'), email);
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada at example');
  await expect(page.getByLabel('Order number')).toHaveValue('1001');
  await expectAccessible(page);
});

test('an order number that nobody has says so and offers another search', async ({
  page,
  complaints,
}) => {
  await signIn(page, shop);
  await page.goto(`${shop.url}/orders/NO-SUCH`);
  await expect(page.getByText('There is no order with this number')).toBeVisible();
  await expectAccessible(page);
  expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});
