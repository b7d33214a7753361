import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

const email = 'zoe@customer.example';
const codes = ['BREW-7F3K-22LM-0QZX', 'BREW-19XX-KLMN-77AB'];
const tracking = { carrier: 'UPS', trackingNumber: '1Z5R89390357567127' };

let shop: Shop;
let rest: Rest;
/** Paid: a teapot that has left with a tracking number, and two codes. */
let order: { number: string; trackingUrl: string };

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
  const price = { price: 1500, currency: 'USD' };
  await rest('PUT', '/products/POT', { name: 'Stoneware teapot', kind: 'physical', ...price });
  await rest('PUT', '/products/KEY', { name: 'Brew timer', kind: 'codes', ...price });
  await rest('POST', '/products/KEY/codes', { codes });
  order = await placed();
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  await rest('POST', `/orders/${order.number}/ship`, { parcels: [tracking] });
});

test.afterAll(async () => {
  await shop.close();
});

function placed() {
  const customer = { email, name: 'Zoë Whitcombe' };
  const lines = [
    { sku: 'POT', quantity: 1 },
    { sku: 'KEY', quantity: 2 },
  ];
  return rest('POST', '/orders', { currency: 'USD', customer, lines });
}

const opened: BrowserContext[] = [];

test.afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
});

/** A page of a browser that fails the test on a console error and on a request elsewhere. */
async function openPage(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  opened.push(context);
  const page = await context.newPage();
  page.on('console', (message) => expect(message.type(), message.text()).not.toBe('error'));
  page.on('pageerror', (error) => expect(error.message).toBe(''));
  page.on('request', (request) => expect(new URL(request.url()).origin).toBe(shop.url));
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations).toEqual([]);
}

test('the page answers first, then tells the parcels', async ({ browser }) => {
  const page = await openPage(browser);
  await page.goto(order.trackingUrl);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your parcel left today.');
  await expect(page.locator('[aria-current=step]')).toContainText('Delivery');
  await expect(page.getByText(tracking.trackingNumber)).toBeVisible();
  const link = page.getByRole('link', { name: 'Follow this parcel' });
  await expect(link).toHaveAttribute(
    'href',
    `https://www.ups.com/track?tracknum=${tracking.trackingNumber}`,
  );
  await expectAccessible(page);
});

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with' : 'without';
  test(`a code is shown when it is asked for, ${way} JavaScript`, async ({ browser }) => {
    const page = await openPage(browser, javaScriptEnabled);
    await page.goto(order.trackingUrl);
    expect(await page.content()).not.toContain('BREW-');
    await page.getByRole('button', { name: 'Show code 2' }).click();
    await expect(page.getByText(codes[1] ?? '')).toBeVisible();
    expect(await page.content()).not.toContain(codes[0]);
    await page.getByRole('button', { name: 'Show all 2' }).click();
    await expect(page.getByText(codes[0] ?? '')).toBeVisible();
    await page.goto(order.trackingUrl);
    await expect(page.getByText(codes[0] ?? '')).toBeVisible();
  });
}

test('fetching the page, as programs that read mail do, shows no code', async ({ request }) => {
  for (const path of ['', '/show', '?code=1', '#codes']) {
    const answer = await request.get(`${order.trackingUrl}${path}`, { failOnStatusCode: false });
    expect(await answer.text()).not.toContain('BREW-');
  }
});

test('a tracking page is kept out of lists, caches, frames and referrers', async ({ request }) => {
  for (const address of [order.trackingUrl, `${shop.url}/track`, `${shop.url}/track/unknown`]) {
    const headers = (await request.get(address)).headers();
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('an unknown token and a deleted order get the same page', async ({ request }) => {
  const gone = await placed();
  await rest('DELETE', `/orders/${gone.number}`);
  const token = gone.trackingUrl.split('/').at(-1);
  const answers = await Promise.all(
    [gone.trackingUrl, `${shop.url}/track/${token.replace(/./g, 'x')}`].map((url) =>
      request.get(url),
    ),
  );
  expect(answers.map((answer) => answer.status())).toEqual([404, 404]);
  const [one, other] = await Promise.all(answers.map((answer) => answer.text()));
  expect(one?.replaceAll(token, 'x'.repeat(token.length))).toBe(other);
});

test('a lost link is sent, and the answer is the same for everybody', async ({ browser }) => {
  const page = await openPage(browser, false);
  const tries = [
    [order.number, email],
    [order.number, 'other@customer.example'],
    ['unknown', email],
  ] as const;
  const answers: string[] = [];
  for (const [number, address] of tries) {
    await page.goto(`${shop.url}/track`);
    await page.getByLabel('Order number').fill(number);
    await page.getByLabel('E-mail address').fill(address);
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await expect(page.getByText('If the two belong together')).toBeVisible();
    answers.push((await page.getByRole('main').textContent()) ?? '');
  }
  expect(new Set(answers).size).toBe(1);
  const { data } = await rest('GET', `/messages?order=${order.number}`);
  const shipped = data.filter(({ template }: { template: string }) => template === 'shipped');
  expect(shipped).toHaveLength(2);
});

test('a wrong form keeps what was typed and says what is wrong', async ({ browser }) => {
  const page = await openPage(browser, false);
  await page.goto(`${shop.url}/track`);
  await expectAccessible(await openPage(browser).then((other) => visit(other, '/track')));
  await page.getByLabel('E-mail address').fill('zoe at home');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByText('Enter your order number')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('zoe at home');
  await expect(page.getByText('such as ada@example.com')).toBeVisible();
});

async function visit(page: Page, path: string): Promise<Page> {
  await page.goto(`${shop.url}${path}`);
  return page;
}

test('the sixth try for one number is told to wait', async ({ browser, request }) => {
  const form = { number: 'guessed', email };
  const post = () => request.post(`${shop.url}/track/send`, { form, maxRedirects: 0 });
  for (let tries = 0; tries < 5; tries += 1) expect((await post()).status()).toBe(303);
  const refused = await post();
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
  const page = await openPage(browser);
  page.removeAllListeners('console');
  await page.goto(`${shop.url}/track`);
  await page.getByLabel('Order number').fill('guessed');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { name: 'Too many tries' })).toBeVisible();
});

test('a link that was replaced opens nothing and sends the new one', async ({ browser }) => {
  const { number, trackingUrl } = await placed();
  const page = await openPage(browser, false);
  await signIn(page, shop, `/orders/${number}`);
  await page.getByRole('link', { name: 'Replace the link' }).click();
  await expectAccessible(await openPage(browser).then((other) => signedIn(other, number)));
  await page.getByLabel('Reason').fill('It was forwarded.');
  await page.getByLabel('Tell the customer by e-mail').uncheck();
  await page.getByRole('button', { name: 'Replace the link' }).click();
  await expect(page.getByText('The order has a new link.')).toBeVisible();
  await expect(page.getByText('gave it a new link without telling the customer')).toBeVisible();
  const { trackingUrl: newUrl } = await rest('GET', `/orders/${number}`);
  expect(newUrl).not.toBe(trackingUrl);

  await page.goto(trackingUrl);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('This link was replaced');
  expect(await page.content()).not.toContain(newUrl.split('/').at(-1));
  await expectAccessible(
    await openPage(browser).then((other) => visit(other, new URL(trackingUrl).pathname)),
  );
  await page.getByRole('button', { name: 'Send me the new link' }).click();
  await expect(page.getByText('We have just sent the new link')).toBeVisible();
  const { data } = await rest('GET', `/messages?order=${number}`);
  expect(data.map(({ to }: { to: string }) => to)).toEqual([email, email]);
  await page.goto(newUrl);
  await expect(heading).toHaveText('We have your order and wait for your payment.');
});

async function signedIn(page: Page, number: string): Promise<Page> {
  await signIn(page, shop, `/orders/${number}/link`);
  return page;
}

test('the page ships at most 10 kB of script more than an empty page', async () => {
  const html = await (await fetch(order.trackingUrl)).text();
  const scripts = [...html.matchAll(/<script[^>]* src="\/_next\/([^"?]+)/g)].map(
    ([, path]) => path,
  );
  const { rootMainFiles, polyfillFiles } = readBuildManifest();
  const ofEveryPage = new Set([...rootMainFiles, ...polyfillFiles]);
  const added = scripts.filter((path) => path !== undefined && !ofEveryPage.has(path));
  const sizes = await Promise.all(added.map((path) => gzippedSize(`${shop.url}/_next/${path}`)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`The tracking page adds ${total} bytes of gzipped script in ${added.length} files.`);
  expect(scripts.length).toBeGreaterThan(added.length);
  expect(total).toBeLessThanOrEqual(10_000);
});

/** What Next ships with every page, an empty one included. */
function readBuildManifest(): Readonly<Record<'rootMainFiles' | 'polyfillFiles', string[]>> {
  const folder = process.env.NEXT_DIST_DIR ?? '.next';
  return JSON.parse(
    readFileSync(new URL(`../${folder}/build-manifest.json`, import.meta.url), 'utf8'),
  );
}

async function gzippedSize(url: string): Promise<number> {
  return gzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()), { level: 9 }).length;
}
