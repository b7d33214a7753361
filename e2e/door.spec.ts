import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { files, fileVersions } from '#db/schema/files';
import { expect, expectAccessible, test, watch } from './journey';
import { type MailServer, startMailServer } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

const guide = Buffer.from('How to brew.\n');
const email = 'zoe@customer.example';
const whitby = { name: 'Zoë Whitcombe', line1: '14 Quay Street', city: 'Whitby', country: 'GB' };
const subject = 'Fernhill Supply: your link to sign in';

let mail: MailServer;
let shop: Shop;
let rest: Rest;
/** Paid: a teapot, a code and a file. */
let order: { number: string; trackingUrl: string };

test.beforeAll(async () => {
  mail = await startMailServer();
  shop = await openShop({ settings: mail.settings });
  rest = restClient(shop.url, shop.apiKey);
  const price = { price: 1500, currency: 'USD' };
  await rest('PUT', '/products/POT', { name: 'Stoneware teapot', kind: 'physical', ...price });
  await rest('PUT', '/products/KEY', { name: 'Brew timer', kind: 'codes', ...price });
  await rest('PUT', '/products/GUIDE', { name: 'Guide', kind: 'file', ...price });
  await rest('POST', '/products/KEY/codes', { codes: ['BREW-7F3K'] });
  await putGuide();
  order = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email, name: 'Zoë Whitcombe' },
    lines: ['POT', 'KEY', 'GUIDE'].map((sku) => ({ sku, quantity: 1 })),
    shippingAddress: whitby,
  });
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

async function putGuide(): Promise<void> {
  const storeKey = 'v'.repeat(22);
  const kept = join(dirname(shop.file), 'files', storeKey);
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(kept, guide);
  const [product] = await shop.db.select().from(products).where(eq(products.sku, 'GUIDE'));
  const at = Date.now();
  const sha256 = createHash('sha256').update(guide).digest('hex');
  const file = { id: 'guide', productId: product?.id ?? '', name: 'guide.pdf', createdAt: at };
  await shop.db.insert(files).values(file);
  await shop.db.insert(fileVersions).values({
    ...{ id: 'v1', fileId: 'guide', label: '1.0', size: guide.length, sha256, storeKey },
    ...{ contentType: 'application/pdf', status: 'ready', received: guide.length },
    ...{ createdBy: 'Maria', createdAt: at, touchedAt: at, readyAt: at },
  });
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('a customer comes in by a link, sees what is theirs, and goes out', async ({
    page,
    browser,
    request,
    complaints,
  }) => {
    await page.goto(order.trackingUrl);
    await page.getByRole('link', { name: 'All your orders' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('See your orders');
    await page.getByLabel('E-mail address').fill('zoe at customer');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByText('Enter your e-mail address, such as')).toBeVisible();
    await expect(page.getByLabel('E-mail address')).toHaveValue('zoe at customer');
    await page.goto(`${shop.url}/my/codes`);
    await page.getByLabel('E-mail address').fill(` ${email.toUpperCase()} `);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();

    const { text = '' } = await mail.received(subject);
    const link = /http\S+\/my\/sign-in\/\S+/.exec(text)?.[0] ?? '';
    expect((await request.get(link)).headers()['referrer-policy']).toBe('no-referrer');
    await request.head(link);
    await request.get(`${link}/open`);
    const headers = { 'sec-fetch-site': 'cross-site' };
    const crossSite = await request.post(`${link}/open`, { headers, maxRedirects: 0 });
    expect(crossSite.status()).toBe(403);

    const context = await browser.newContext({ javaScriptEnabled: false });
    watch(context, complaints);
    const elsewhere = await context.newPage();
    await elsewhere.goto(link);
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Your orders');
    await context.close();

    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
  });

  test('whoever tries too often is told to wait, customer or not', async ({ page, request }) => {
    const form = { email: 'nobody@customer.example' };
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const answer = await request.post(`${shop.url}/my/sign-in/send`, { form, maxRedirects: 0 });
      statuses.push(answer.status());
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    await page.goto(`${shop.url}/my/sign-in?wait=4`);
    await expect(page.getByRole('heading', { name: 'Too many tries' })).toBeVisible();
    await expect(page.getByText('Wait 4 minutes')).toBeVisible();
  });
});

test('orders, files, codes and addresses of a customer are behind the door', async ({
  page,
  browser,
  complaints,
}) => {
  await page.goto(`${shop.url}/my/codes`);
  await expectAccessible(page);
  await shop.db.$client.execute('UPDATE sign_in_links SET asked_at = 0');
  const turn = mail.subjects().filter((one) => one === subject).length + 1;
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible();
  await expectAccessible(page);
  const { text = '' } = await mail.received(subject, turn);
  const link = /http\S+\/my\/sign-in\/\S+/.exec(text)?.[0] ?? '';
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // On to where the customer was going in this browser.
  await expect(page).toHaveURL(`${shop.url}/my/codes`);
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('customer'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });

  await expectAccessible(page);
  expect(await page.content()).not.toContain('BREW-');
  await page.getByRole('button', { name: 'Show code 1' }).click();
  await expect(page).toHaveURL(`${order.trackingUrl}#codes`);
  await expect(page.getByText('BREW-7F3K')).toBeVisible();
  await page.getByRole('link', { name: 'All your orders' }).click();

  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('listitem').filter({ hasText: order.number })).toContainText(
    'Stoneware teapot · Brew timer and 1 more',
  );
  await page.getByRole('link', { name: 'Your payment arrived today.' }).click();
  await expect(page).toHaveURL(order.trackingUrl);

  await page.goto(`${shop.url}/my/downloads`);
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download guide.pdf' }).click(),
  ]);
  expect(await readFile(await download.path())).toEqual(guide);
  await page.reload();
  await expect(page.getByText('4 downloads left')).toBeVisible();

  await page.getByRole('link', { name: 'Addresses', exact: true }).click();
  await page.getByRole('link', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'Remove this address?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The address was removed.')).toBeVisible();
  await expect(page.getByText('There is no address here')).toBeVisible();
  await expectAccessible(page);

  const staff = await browser.newContext();
  watch(staff, complaints);
  const console = await staff.newPage();
  await signIn(console, shop, '/orders');
  await console.goto(`${shop.url}/my`);
  await expect(console.getByRole('heading', { level: 1 })).toHaveText('See your orders');
  await page.goto(`${shop.url}/orders`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl/);

  await page.goto(link);
  await expect(page).toHaveURL(`${shop.url}/my`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${shop.url}/my/codes`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('See your orders');

  // Of the journey before this one a browser is signed in yet.
  await console.goto(`${shop.url}/customers`);
  await console.getByRole('link', { name: 'Zoë Whitcombe' }).click();
  await console.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(console.getByText('The customer is signed out everywhere')).toBeVisible();
  await expect(console.getByRole('button', { name: 'Sign out everywhere' })).toHaveCount(0);
  await staff.close();
});
