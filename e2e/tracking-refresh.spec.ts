import type { Page, Request } from '@playwright/test';
import { expect, test, watch } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signInCustomer } from './sign-in-customer';
import { untilListening } from './until-listening';

let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
  const price = { price: 1500, currency: 'USD' };
  await rest('PUT', '/products/POT', { name: 'Stoneware teapot', kind: 'physical', ...price });
  await rest('PUT', '/products/KEY', { name: 'Brew timer', kind: 'codes', ...price });
  await rest('POST', '/products/KEY/codes', { codes: ['BREW-1', 'BREW-2', 'BREW-3', 'BREW-4'] });
});

test.afterAll(async () => {
  await shop.close();
});

/** Two codes and a teapot, paid in cash. */
async function paid() {
  const order = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'zoe@customer.example', name: 'Zoë Whitcombe' },
    lines: [
      { sku: 'POT', quantity: 1 },
      { sku: 'KEY', quantity: 2 },
    ],
  });
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  return order;
}

function ship({ number }: { number: string }) {
  const parcels = [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127' }];
  return rest('POST', `/orders/${number}/ship`, { parcels });
}

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

/** Opens a page whose clock stands, and waits until it watches: time that passes before counts for nothing. */
async function openWatched(page: Page, url: string): Promise<void> {
  await page.clock.install();
  const isWatching = await untilListening(page, 'online');
  await page.goto(url);
  await isWatching();
}

/** Lets time pass in the page and counts how often it has asked in it. */
async function asksIn(page: Page, lengthMs: number): Promise<number> {
  const asked = new Set<Request>();
  const open = new Set<Request>();
  const begin = (request: Request) => {
    if (isAsk(request)) for (const set of [asked, open]) set.add(request);
  };
  const end = (request: Request) => open.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  const stepMs = 10 * seconds;
  for (let passed = 0; passed < lengthMs; passed += stepMs) {
    await page.clock.fastForward(stepMs);
    await expect.poll(() => open.size).toBe(0);
    // What is asked now is answered after the page has taken in what it asked before.
    await page.evaluate(() => fetch('/api/health').catch(() => null));
  }
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  return asked.size;
}

function isAsk(message: Readonly<{ url: () => string }>): boolean {
  return message.url().endsWith('/state');
}

/** As a browser does for the page of a tab that nobody sees. */
async function show(page: Page, isShown: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, !isShown);
}

test('an open page comes up to date by itself and loses nothing', async ({ page }) => {
  const order = await paid();
  await page.setViewportSize({ width: 390, height: 600 });
  await openWatched(page, order.trackingUrl);
  await page.getByRole('button', { name: 'Show code 2' }).click();
  await expect(page.getByText('BREW-2')).toBeVisible();
  const button = page.getByRole('button', { name: 'Show code 1' });
  await button.scrollIntoViewIfNeeded();
  await button.focus();
  const before = await page.evaluate(() => Object.assign(window, { isSame: true }).scrollY);
  expect(before).toBeGreaterThan(0);
  const note = page.getByRole('status').filter({ hasText: 'Brought up to date at' });
  await page.clock.fastForward(21 * seconds);
  await expect(note).toHaveCount(0);

  await ship(order);
  const answer = page.waitForResponse(isAsk);
  await page.clock.fastForward(21 * seconds);
  expect((await answer).headers()['cache-control']).toContain('no-store');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your parcel left today.');
  await expect(note).toHaveCount(1);
  await expect(page.getByText('BREW-2')).toBeVisible();
  await expect(button).toBeFocused();
  await expect(button).toBeInViewport();
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
});

test('the page of a customer who is signed in is left alone while nothing changes', async ({
  page,
  context,
}) => {
  const order = await paid();
  await signInCustomer(context, shop, order.number);
  await openWatched(page, order.trackingUrl);
  await expect(page.getByRole('heading', { name: 'Something to change?' })).toBeVisible();
  const again: string[] = [];
  page.on('request', (request) => again.push(new URL(request.url()).pathname));
  expect(await asksIn(page, 2 * minutes)).toBe(6);
  expect(new Set(again)).toEqual(
    new Set([`${new URL(order.trackingUrl).pathname}/state`, '/api/health']),
  );
});

test('a page asks while it is seen, at once when it is seen again, and not for ever', async ({
  page,
  context,
  complaints,
}) => {
  const order = await paid();
  await openWatched(page, order.trackingUrl);
  expect(await asksIn(page, 2 * minutes)).toBe(6);
  await show(page, false);
  expect(await asksIn(page, 10 * minutes)).toBe(0);
  await ship(order);
  await show(page, true);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your parcel left today.');

  await context.setOffline(true);
  expect(await asksIn(page, 10 * minutes)).toBeLessThan(6);
  const back = page.waitForResponse(isAsk);
  await context.setOffline(false);
  expect((await back).status()).toBe(200);
  complaints.splice(0);

  await page.clock.fastForward(4 * hours);
  await asksIn(page, minutes);
  expect(await asksIn(page, 2 * minutes)).toBe(0);
  const again = page.waitForResponse(isAsk);
  await show(page, true);
  expect((await again).status()).toBe(200);
});

test('without script the page is the same and asks nothing', async ({ browser, complaints }) => {
  const order = await paid();
  const context = await browser.newContext({ javaScriptEnabled: false });
  watch(context, complaints);
  const page = await context.newPage();
  await page.goto(order.trackingUrl);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('We are packing your order.');
  expect(await page.content()).not.toMatch(/http-equiv="?refresh/i);
  await context.close();
});

test('an order that is deleted leaves an open page, as an unknown one', async ({
  request,
  page,
  complaints,
}) => {
  const order = await paid();
  await openWatched(page, order.trackingUrl);
  await rest('DELETE', `/orders/${order.number}`);
  for (const url of [`${order.trackingUrl}/state`, `${shop.url}/track/unknown/state`]) {
    const answer = await request.get(url);
    expect([answer.status(), await answer.text()]).toEqual([404, '']);
    expect(answer.headers()['cache-control']).toContain('no-store');
  }
  await page.clock.fastForward(21 * seconds);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There is no order behind this link',
  );
  expect(complaints.splice(0).join()).toContain('404');
});
