import type { Page } from '@playwright/test';
import { expectFault } from './expect-fault';
import { expect, expectAccessible, test } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';
import { deliver } from './stripe-signer';
import { signedWebhook } from './webhook-signer';

const secretOf = (seed: number) => `whsec_${Buffer.alloc(32, seed).toString('base64')}`;
const secret = secretOf(7);
const price = 3400;

let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
  await account('cards', 'Cards of the web shop', secret);
  const pot = { name: 'Stoneware teapot', kind: 'physical', price, currency: 'USD' };
  await rest('PUT', '/products/POT', { ...pot, stock: 50 });
});

test.afterAll(() => shop?.close());

function account(slug: string, name: string, kept: string) {
  const secrets = { secret: kept };
  return rest('PUT', `/payment-accounts/${slug}`, { gateway: 'standard-webhooks', name, secrets });
}

async function placed(): Promise<string> {
  const { number } = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'ada@example.com', name: 'Ada' },
    lines: [{ sku: 'POT', quantity: 1 }],
  });
  return number;
}

type Told = Partial<Parameters<typeof signedWebhook>[0]>;

async function send(order: string, told: Told = {}, slug = 'cards'): Promise<number> {
  const message = signedWebhook({ order, amountMinor: price, ...told }, secret);
  return (await deliver(shop.url, slug, message)).status;
}

/** Sends a message about an order and gives the address of its page. */
async function received(order: string, told: Told = {}): Promise<string> {
  expect(await send(order, told)).toBe(200);
  const { data } = await rest('GET', `/callbacks?order=${order}`);
  return `/inbox/${data[0].id}`;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The tab of the inbox counts only what still waits. */
async function waiting(page: Page): Promise<number> {
  await page.goto(`${shop.url}/inbox`);
  const tab = page.getByRole('link', { name: /^Needs a person/ });
  return Number((await tab.textContent())?.replace(/\D/g, ''));
}

test('a payment that is short is accepted after the console has said what that does', async ({
  page,
}) => {
  const number = await placed();
  const path = await received(number, { amountMinor: 3000 });
  await signIn(page, shop, path);
  await expect(heading(page, 'Paid $30.00, $34.00 is due.')).toBeVisible();
  const panel = page.getByRole('region', { name: 'Accept the difference' });
  await expect(panel).toContainText(`$30.00 is taken for order ${number}, as it came.`);
  await expect(panel).toContainText(`Order ${number} is marked as paid, and $4.00 stays due.`);
  const checks = page.getByRole('region', { name: 'How it was checked' }).getByRole('listitem');
  await expect(checks.last()).toContainText('The amount is what was due');
  await expect(checks.last()).toContainText('Failed');
  await expect(checks.last()).toContainText('Paid $30.00, $34.00 is due.');
  await expectAccessible(page);
  await press(page, 'Accept the difference');
  await expect(page.getByRole('status').first()).toHaveText(
    `$30.00 was taken as it came. Order ${number} is paid, and $4.00 stays due.`,
  );
  await expect(page.getByText('Maria Keeper took the money as it came,')).toBeVisible();
  await expect(checks.last()).toContainText('Failed');
  await expect(page.getByRole('button', { name: 'Accept the difference' })).toHaveCount(0);
  await expectAccessible(page);
  const { status, totals, trackingUrl } = await rest('GET', `/orders/${number}`);
  expect({ status, paid: totals.paid }).toEqual({ status: 'paid', paid: 3000 });

  await page.getByRole('link', { name: `Open order ${number}` }).click();
  const items = page.getByRole('region', { name: 'Items' });
  await expect(items.getByText('Still due')).toBeVisible();
  await expect(items.getByText('$4.00')).toBeVisible();
  const payments = page.getByRole('region', { name: 'Payments' });
  await expect(payments.getByText('Cards of the web shop')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Callbacks' })).toContainText(
    'Cards of the web shop',
  );
  await page.goto(trackingUrl);
  await expect(page.getByText('$4.00')).toHaveCount(0);
});

test('a payment in another currency needs what it is worth, in money as people write it', async ({
  page,
}) => {
  const number = await placed();
  await signIn(page, shop, await received(number, { currency: 'EUR', amountMinor: 2800 }));
  await expect(page.getByText('The message says €28.00.')).toBeVisible();
  const field = page.getByLabel('What it is worth in USD');
  await field.fill('about thirty');
  await press(page, 'Take the money');
  await expectFault(field, 'Enter an amount, such as 20 or 20.50.');
  await expect(field).toHaveValue('about thirty');
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill('0');
  await press(page, 'Take the money');
  // Led back from the button to the field: the same words stood there before.
  await expect(field).toBeFocused();
  await expectFault(field, 'Enter an amount, such as 20 or 20.50.');
  await field.fill('$36,50');
  await press(page, 'Take the money');
  await expect(page.getByText(`Order ${number} is paid, overpaid by $2.50.`)).toBeVisible();
  await page.getByRole('link', { name: `Open order ${number}` }).click();
  await expect(page.getByRole('region', { name: 'Items' })).toContainText('Overpaid by$2.50');
});

test('a payment whose order number was mistyped is attached to the order that was meant', async ({
  page,
}) => {
  const number = await placed();
  const path = await received(`TYPO-${number}`);
  await signIn(page, shop, path);
  const field = page.getByLabel('Order number');
  await press(page, 'Attach');
  await expectFault(field, 'Enter the number of an order.');
  await field.fill('NO-SUCH');
  await press(page, 'Attach');
  await expectFault(field, 'There is no order NO-SUCH.');
  await expect(field).toHaveValue('NO-SUCH');
  await expectAccessible(page);
  await field.fill(number);
  await press(page, 'Attach');
  await expect(page.getByText(`Attached to order ${number}. Paid $34.00.`)).toBeVisible();
  await expect(page.getByText('Maria Keeper attached it to this order,')).toBeVisible();
  await expectAccessible(page);
  expect((await rest('GET', `/orders/${number}`)).status).toBe('paid');
});

test('what is attached and does not fit either waits on, and says why', async ({ page }) => {
  const number = await placed();
  await signIn(page, shop, await received(`TYPO-${number}`, { amountMinor: 100 }));
  await page.getByLabel('Order number').fill(number);
  await press(page, 'Attach');
  await expect(page.getByRole('status').first()).toHaveText(
    `Attached to order ${number}, and it still waits: Paid $1.00, $34.00 is due.`,
  );
  await expect(page.getByRole('button', { name: 'Accept the difference' })).toBeVisible();
});

test('a payment for a cancelled order reopens and pays it', async ({ page }) => {
  const number = await placed();
  await rest('POST', `/orders/${number}/cancel`, {});
  await signIn(page, shop, await received(number));
  const panel = page.getByRole('region', { name: 'Reopen the order and apply' });
  await expect(panel).toContainText(`Order ${number} is reopened.`);
  await expect(panel).toContainText(`Order ${number} is marked as paid.`);
  await expectAccessible(page);
  await press(page, 'Reopen and apply');
  await expect(page.getByText(`Order ${number} is paid.`)).toBeVisible();
  await expect(page.getByText('Maria Keeper applied it by hand,')).toBeVisible();
  expect((await rest('GET', `/orders/${number}`)).status).toBe('paid');
});

test('what a second person does about a settled callback changes nothing', async ({ page }) => {
  const number = await placed();
  const path = await received(number, { amountMinor: 3000 });
  await signIn(page, shop, path);
  const other = await page.context().newPage();
  await other.goto(`${shop.url}${path}`);
  await press(other, 'Accept the difference');
  await expect(other.getByText('Maria Keeper took the money as it came,')).toBeVisible();
  await press(page, 'Accept the difference');
  await expect(page.getByRole('status').first()).toHaveText(
    'You did nothing here: Maria Keeper took the money as it came before you.',
  );
  await expect(page.getByRole('button', { name: 'Accept the difference' })).toHaveCount(0);
  await expectAccessible(page);
  expect((await rest('GET', `/orders/${number}`)).totals.paid).toBe(3000);
});

test('what was attached elsewhere while a person read it is not taken for the other order', async ({
  page,
}) => {
  const [number, meant] = [await placed(), await placed()];
  const path = await received(number, { amountMinor: 3000 });
  await signIn(page, shop, path);
  const other = await page.context().newPage();
  await other.goto(`${shop.url}${path}`);
  await other.getByText('Attach it to an order…').click();
  await other.getByLabel('Order number').fill(meant);
  await press(other, 'Attach');
  await expect(other.getByText(`Attached to order ${meant}, and it still waits`)).toBeVisible();
  await press(page, 'Accept the difference');
  await expect(page.getByText('This callback has changed since you looked at it')).toBeVisible();
  await expectAccessible(page);
  const panel = page.getByRole('region', { name: 'Accept the difference' });
  await expect(panel).toContainText(`$30.00 is taken for order ${meant}, as it came.`);
  await press(page, 'Accept the difference');
  await expect(page.getByText(`Order ${meant} is paid, and $4.00 stays due.`)).toBeVisible();
  expect((await rest('GET', `/orders/${number}`)).totals.paid).toBe(0);
});

test('a second payment brings what an accepted one lacked', async ({ page }) => {
  const number = await placed();
  await signIn(page, shop, await received(number, { amountMinor: 3000 }));
  await press(page, 'Accept the difference');
  await expect(page.getByText(`Order ${number} is paid, and $4.00 stays due.`)).toBeVisible();
  await page.goto(`${shop.url}${await received(number, { amountMinor: 100 })}`);
  const panel = page.getByRole('region', { name: 'Accept the difference' });
  await expect(panel).toContainText('The order was paid in part before, and $3.00 stays due.');
  await press(page, 'Accept the difference');
  await expect(page.getByText(`Order ${number} is paid, and $3.00 stays due.`)).toBeVisible();
  await page.goto(`${shop.url}${await received(number, { amountMinor: 300 })}`);
  await expect(heading(page, 'Paid $3.00, the rest of what was due.')).toBeVisible();
  const { paymentStatus, totals } = await rest('GET', `/orders/${number}`);
  expect({ paymentStatus, paid: totals.paid }).toEqual({ paymentStatus: 'paid', paid: price });
});

test('a message is verified again once the secret of its account is corrected', async ({
  page,
}) => {
  await account('mistaken', 'Mistaken', secretOf(9));
  const number = await placed();
  expect(await send(number, {}, 'mistaken')).toBe(401);
  const { data } = await rest('GET', '/callbacks?account=mistaken');
  const path = `/inbox/${data[0].id}`;
  await signIn(page, shop, path);
  await expectAccessible(page);
  await press(page, 'Verify again');
  await expect(page.getByText('Looked at again, and it does not pass yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the payment account' }).click();
  await page.getByLabel('Add a second one').fill(secret);
  await press(page, 'Save');
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`${shop.url}${path}`);
  await press(page, 'Verify again');
  await expect(page.getByText('Verified. Paid $34.00.')).toBeVisible();
  await expect(page.getByText('Maria Keeper had it verified again,')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Verify again' })).toHaveCount(0);
  await expectAccessible(page);
  expect((await rest('GET', `/orders/${number}`)).status).toBe('paid');
});

test('a callback is found by its numbers, its account and its day', async ({ page }) => {
  const number = await placed();
  await received(number);
  const { data } = await rest('GET', `/callbacks?order=${number}`);
  await signIn(page, shop, '/inbox');
  const rows = page.getByRole('row').filter({ hasText: number });
  const all = page.getByRole('row');
  for (const sought of [
    number,
    data[0].transactionId,
    data[0].transactionId.replace('TX', 'evt'),
  ]) {
    await page.getByRole('searchbox', { name: 'Search the inbox' }).fill(sought);
    await page.getByRole('button', { name: 'Filter' }).click();
    await expect(page).toHaveURL(new RegExp(`q=${sought}`));
    await expect(all).toHaveCount(2);
    await expect(rows).toHaveCount(1);
  }
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel('Day').fill(today);
  await page.getByLabel('Account').selectOption('Cards of the web shop');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page).toHaveURL(new RegExp(`day=${today}`));
  await expect(rows).toHaveCount(1);
  await expectAccessible(page);
  await page.getByLabel('Day').fill('2020-02-29');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByText('No callback fits this')).toBeVisible();
  await page.getByRole('link', { name: 'Take away On 2020-02-29' }).click();
  await expect(rows).toHaveCount(1);
  await page.goto(`${shop.url}/inbox?day=2026-02-31&order=${number}`);
  await expect(rows).toHaveCount(1);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the pages of a list that is narrowed stay narrowed', async ({ page }) => {
    for (let count = 0; count < 27; count += 1) await send('NOBODY');
    await signIn(page, shop, '/inbox?needs=person');
    await page.getByRole('searchbox', { name: 'Search the inbox' }).fill('NOBODY');
    await page.getByLabel('Outcome').selectOption('No such order');
    await page.getByRole('button', { name: 'Filter' }).click();
    const rows = page.getByRole('row').filter({ hasText: 'NOBODY' });
    await expect(rows).toHaveCount(25);
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await pages.getByRole('link', { name: 'Older' }).click();
    await expect(page.getByRole('row')).toHaveCount(3);
    await expect(rows).toHaveCount(2);
    await expect(page.getByLabel('Outcome')).toHaveValue('order_unknown');
    await pages.getByRole('link', { name: 'Newer' }).click();
    await expect(rows).toHaveCount(25);
  });

  test('money that came twice is kept with its order', async ({ page }) => {
    const number = await placed();
    await received(number);
    await signIn(page, shop, await received(number));
    const panel = page.getByRole('region', { name: 'Keep the money' });
    await expect(panel).toContainText('The order was paid before, and is then overpaid by $34.00.');
    await press(page, 'Keep the money');
    await expect(page.getByText(`Order ${number} is paid, overpaid by $34.00.`)).toBeVisible();
    expect((await rest('GET', `/orders/${number}`)).totals.paid).toBe(2 * price);
    await page.getByRole('link', { name: `Open order ${number}` }).click();
    await expect(page.getByRole('region', { name: 'Items' })).toContainText('Overpaid by$34.00');
  });

  test('a refund without its payment is dismissed with a reason, and waits no more', async ({
    page,
  }) => {
    const number = await placed();
    const path = await received(number, { type: 'payment.refunded' });
    await signIn(page, shop, '/inbox');
    const before = await waiting(page);
    await page.goto(`${shop.url}${path}`);
    const field = page.getByLabel('Reason');
    await expect(field).toBeHidden();
    await page.getByText('Dismiss it…').click();
    await press(page, 'Dismiss');
    await expectFault(field, 'Say why, for whoever looks at it later.');
    await field.fill('Belongs to the old shop.');
    await press(page, 'Dismiss');
    await expect(page.getByText('Dismissed. It waits no more')).toBeVisible();
    await expect(page.getByText('Belongs to the old shop.')).toBeVisible();
    expect(await waiting(page)).toBe(before - 1);
    const row = page.getByRole('row').filter({ hasText: number });
    await expect(row).toContainText('Dismissed · Money went back');
    const { status } = await rest('GET', `/orders/${number}`);
    expect(status).toBe('pending');
  });
});
