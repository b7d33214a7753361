import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, watch } from './journey';
import { type MailServer, startMailServer } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';

let shop: Shop;
let mail: MailServer;
let rest: Rest;

test.beforeAll(async () => {
  mail = await startMailServer();
  shop = await openShop({ settings: mail.settings });
  rest = restClient(shop.url, shop.apiKey);
  const price = { price: 1500, currency: 'USD' };
  await rest('PUT', '/products/POT', { name: 'Stoneware teapot', kind: 'physical', ...price });
  await rest('PUT', '/products/KEY', { name: 'Brew timer', kind: 'codes', ...price });
  await rest('POST', '/products/KEY/codes', {
    codes: ['BREW-1', 'BREW-2', 'BREW-3', 'BREW-4', 'BREW-5', 'BREW-6'],
  });
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

/** Paid in cash and shipped with a tracking number; two codes besides. */
async function shipped(locale: string) {
  const order = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'zoe@customer.example', name: 'Zoë Whitcombe', locale },
    lines: [
      { sku: 'POT', quantity: 1 },
      { sku: 'KEY', quantity: 2 },
    ],
    shipping: { method: 'Standard', amount: 490 },
  });
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  const parcels = [{ carrier: 'ups', trackingNumber: '1Z5R89390357567127' }];
  await rest('POST', `/orders/${order.number}/ship`, { parcels });
  return order;
}

/** Nothing of a page stands out of it sideways. */
async function expectNoOverflow(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test('a customer in Arabic gets Arabic mail, written from right to left', async ({ page }) => {
  const { number } = await shipped('ar-AE');
  const message = await mail.received(`Fernhill Supply: الطلب ${number} في الطريق إليك`);
  expect(message.text).toContain('مرحبًا \u2068Zoë Whitcombe\u2069،');
  expect(message.text).toContain('رقم التتبع \u20681Z5R89390357567127\u2069');
  await page.setContent(message.html ?? '');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar-AE');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('طلبك في الطريق إليك');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('direction', 'rtl');
  await expect(page.getByText('1Z5R89390357567127')).toHaveCSS('direction', 'ltr');
});

for (const [locale, title, follow, show] of [
  ['ar-AE', 'غادر طردك اليوم.', 'تتبع هذا الطرد', 'إظهار الكل (2)'],
  ['de-AT', 'Ihr Paket wurde heute verschickt.', 'Paket verfolgen', 'Alle 2 anzeigen'],
] as const) {
  test(`the tracking page in ${locale} is whole, also on a telephone`, async ({ page }) => {
    const { trackingUrl, number } = await shipped(locale);
    await page.goto(trackingUrl);
    const direction = locale === 'ar-AE' ? 'rtl' : 'ltr';
    await expect(page.locator(`html[lang="${locale}"][dir="${direction}"]`)).toHaveCount(1);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(title);
    await expect(heading).toHaveCSS('direction', direction);
    await expect(page.getByRole('link', { name: follow })).toBeVisible();
    await expect(page.getByText('1Z5R89390357567127')).toHaveCSS('direction', 'ltr');
    await expect(page.getByText(number).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: show }).click();
    await expect(page.getByText(/^BREW-\d$/).first()).toHaveCSS('direction', 'ltr');
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoOverflow(page);
    }
    await expectAccessible(page);
  });
}

test('who has lost the link is asked for it in the language of the browser', async ({
  browser,
  complaints,
}) => {
  const context = await browser.newContext({ locale: 'ar-AE', javaScriptEnabled: false });
  watch(context, complaints);
  const page = await context.newPage();
  await page.goto(`${shop.url}/track`);
  await expect(page).toHaveTitle('تتبع طلبك');
  await expect(page.locator('html[lang="ar-AE"][dir="rtl"]')).toHaveCount(1);
  const form = page.getByRole('button', { name: 'أرسلوا لي الرابط' });
  await expect(form).toHaveCSS('direction', 'rtl');
  await form.click();
  await expect(page.getByText('أدخل رقم طلبك، مثل 1001.')).toBeVisible();
  await page.getByLabel('رقم الطلب').fill('999999');
  await page.getByLabel('البريد الإلكتروني').fill('nobody@example.com');
  await form.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('تحقق من بريدك الإلكتروني');
  await context.close();
});

test('a link without an order is told in the language of the browser', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ja-JP' });
  const page = await context.newPage();
  await page.goto(`${shop.url}/track/unknown`);
  const title = 'このリンクのご注文は見つかりません';
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja-JP');
  await context.close();
});

test('an address that leads nowhere is told in English, as all that is for staff', async ({
  page,
  complaints,
}) => {
  for (const path of ['/nowhere', '/orders/1/nowhere', '/track/a/b/c']) {
    const answer = await page.goto(`${shop.url}${path}`);
    expect(answer?.status()).toBe(404);
    const title = 'There is nothing at this address';
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('html[lang="en"][dir="ltr"]')).toHaveCount(1);
  }
  await expectAccessible(page);
  await page.goto(`${shop.url}/sign-in`);
  await expect(page.locator('html[lang="en"][dir="ltr"]')).toHaveCount(1);
  expect(complaints.splice(0).filter((complaint) => !complaint.includes('404'))).toEqual([]);
});
