import type { Page } from '@playwright/test';
import { expectFault } from './expect-fault';
import { expect, expectAccessible, test, watch } from './journey';
import { openShop, owner, type Shop } from './open-shop';
import { fillSignIn, signIn, signInAnew } from './sign-in';

let shop: Shop;

test.afterEach(async ({ browser }) => {
  // First the pages: one that still fetches its icon would complain of a shop that is gone.
  await Promise.all(browser.contexts().map((context) => context.close()));
  await shop?.close();
});

type Typed = Partial<typeof owner> & Readonly<{ shopName?: string }>;

async function fillSetUp(page: Page, typed: Typed = {}) {
  const { shopName, name, email, password } = { shopName: 'Fernhill Supply', ...owner, ...typed };
  await page.getByLabel('Shop name').fill(shopName);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
}

const open = (page: Page) => page.getByRole('button', { name: 'Open the shop' }).click();

test('the first visit leads to the set-up, which names what is wrong and keeps what was typed', async ({
  page,
}) => {
  shop = await openShop({ isSetUp: false });
  await page.goto(shop.url);
  await expect(page).toHaveURL(`${shop.url}/setup`);
  await expectAccessible(page);
  await fillSetUp(page, { shopName: ' ', email: 'maria at home', password: 'short' });
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
  await page.getByRole('radio', { name: /^Sample data/ }).check();
  await open(page);
  await expectFault(page.getByLabel('Shop name'), 'Enter the name of the shop.');
  await expectFault(
    page.getByLabel('E-mail address'),
    'Enter an e-mail address, such as owner@shop.example.',
  );
  await expectFault(page.getByLabel('Password'), 'Use 10 characters or more.');
  await expect(page.getByLabel('Shop name')).toBeFocused();
  await expect(page.getByLabel('E-mail address')).toHaveValue('maria at home');
  await expect(page.getByLabel('Your name')).toHaveValue(owner.name);
  await expect(page.getByLabel('Currency')).toHaveValue('EUR');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Lisbon');
  await expect(page.getByRole('radio', { name: /^Sample data/ })).toBeChecked();
  await expect(page.getByLabel('Password')).toHaveValue('');
  await expectAccessible(page);
});

test('an empty shop opens on its first steps, and the set-up is closed for ever', async ({
  page,
  browser,
  complaints,
}) => {
  shop = await openShop({ isSetUp: false });
  const another = await browser.newContext();
  watch(another, complaints);
  const late = await another.newPage();
  await late.goto(`${shop.url}/setup`);
  await page.goto(`${shop.url}/setup`);
  await fillSetUp(page);
  await page.getByLabel('Currency').selectOption('EUR');
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Fernhill Supply');
  await expect(page).toHaveURL(`${shop.url}/orders`);
  await expectAccessible(page);
  await page.goto(`${shop.url}/setup`);
  await expect(page).toHaveURL(`${shop.url}/orders`);

  const stranger = { email: 'stranger@elsewhere.example', password: 'another long password' };
  await fillSetUp(late, { shopName: 'Stolen', ...stranger });
  await open(late);
  await expect(late).toHaveURL(/\/sign-in/);
  await fillSignIn(late, stranger);
  await expect(late.getByText('do not belong together')).toBeVisible();
  await late.goto(`${shop.url}/setup`);
  await expect(late).toHaveURL(/\/sign-in/);
  await another.close();
  await page.goto(`${shop.url}/settings/shop`);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Fernhill Supply');
  await expect(page.getByLabel('Currency')).toHaveValue('EUR');
});

test('a shop with sample data has orders in every state', async ({ page }) => {
  shop = await openShop({ isSetUp: false });
  await page.goto(shop.url);
  await fillSetUp(page);
  await page.getByRole('radio', { name: /^Sample data/ }).check();
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Orders');
  await expectAccessible(page);
  for (const width of [320, 390, 768, 860, 1024, 1152, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect({ width, cut: await page.evaluate(cutOff) }).toEqual({ width, cut: 0 });
  }
  const tabs = page.getByRole('navigation', { name: 'Orders by status' });
  const states = { 'To be paid': 'Pending', 'To ship': 'Paid', Shipped: 'Shipped' };
  const ends = { Delivered: 'Delivered', Cancelled: 'Cancelled', Bin: 'In the bin' };
  for (const [tab, status] of Object.entries({ ...states, ...ends })) {
    await tabs.getByRole('link', { name: new RegExp(`^${tab} *[1-9]`) }).click();
    await expect(tabs.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page');
    const first = page.getByRole('table').getByRole('row').nth(1);
    await expect(first.getByText(status, { exact: true })).toBeVisible();
  }
});

test('signing out ends the session, and a wrong password does not begin one', async ({ page }) => {
  shop = await openShop();
  await page.goto(`${shop.url}/products?q=pot`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await fillSignIn(page, { ...owner, password: 'not the password' });
  await expect(page.getByRole('status')).toHaveText(
    'This e-mail address and password do not belong together.',
  );
  await expect(page.getByLabel('E-mail address')).toHaveValue(owner.email);
  await fillSignIn(page, owner);
  await expect(page).toHaveURL(`${shop.url}/products?q=pot`);
  const session = await page.context().cookies();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${shop.url}/sign-in`);
  await page.goBack();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.context().addCookies(session);
  await page.goto(`${shop.url}/orders`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a session that was ended elsewhere asks for the password and then goes on where it was', async ({
  page,
  browser,
  complaints,
}) => {
  shop = await openShop();
  await signIn(page, shop, '/settings/sessions');
  const phone = await browser.newContext({ userAgent: 'Mozilla/5.0 (iPhone) Version/17 Safari/6' });
  watch(phone, complaints);
  const away = await phone.newPage();
  await signInAnew(away, shop, '/inbox');
  await page.reload();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign out Safari on iPhone' }).click();
  await expect(page.getByText('Safari on iPhone')).toHaveCount(0);
  await away.getByRole('link', { name: 'Products' }).click();
  await expect(away.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await fillSignIn(away, owner);
  await expect(away).toHaveURL(`${shop.url}/products`);
  await phone.close();
  await page.goto(`${shop.url}/orders`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Fernhill Supply');
});

test('a changed password ends every other session and is the one that signs in', async ({
  page,
  browser,
  complaints,
}) => {
  shop = await openShop();
  await signIn(page, shop, '/settings/sessions');
  const elsewhere = await browser.newContext();
  watch(elsewhere, complaints);
  const away = await elsewhere.newPage();
  await signInAnew(away, shop, '/orders');
  const password = 'nearer to home again';
  await page.getByLabel('Current password').fill(owner.password);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await away.goto(`${shop.url}/orders`);
  await fillSignIn(away, owner);
  await expect(away.getByText('do not belong together')).toBeVisible();
  await fillSignIn(away, { ...owner, password });
  await expect(away).toHaveURL(`${shop.url}/orders`);
  await elsewhere.close();
  await page.goto(`${shop.url}/orders`);
  await expect(page).toHaveURL(`${shop.url}/orders`);
});

/** Runs in the page: how many pixels of it, or of the table in its card, cannot be seen. */
function cutOff(): number {
  const table = document.querySelector('table');
  const inCard = (table?.offsetWidth ?? 0) - (table?.parentElement?.clientWidth ?? 0);
  const { scrollWidth, clientWidth } = document.documentElement;
  return Math.max(inCard, scrollWidth - clientWidth);
}
