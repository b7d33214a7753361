import { expect, expectAccessible, test, watch } from './journey';
import { type MailServer, startMailServer } from './mail-server';
import { openShop, owner, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

let shop: Shop;
let mail: MailServer;
let rest: Rest;

test.beforeAll(async () => {
  mail = await startMailServer();
  shop = await openShop({ settings: mail.settings });
  rest = restClient(shop.url, shop.apiKey);
  await placed('Zoë Whitcombe');
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

function placed(name: string) {
  return rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'zoe@customer.example', name },
    lines: [{ sku: 'POT', name: 'Teapot', quantity: 1, unitPrice: 1500 }],
  });
}

test('a shopkeeper writes the words of a message and sends a test', async ({ page }) => {
  await signIn(page, shop, '/settings/messages');
  await page.getByRole('link', { name: 'Order received' }).click();
  const heading = page.getByLabel('Heading', { exact: true });
  await expect(heading).toHaveValue('Thank you for your order');
  await expectAccessible(page);
  await heading.fill('Hooray, {customer}!');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There is no {customer} here.')).toBeVisible();
  await expect(heading).toHaveValue('Hooray, {customer}!');
  await expectAccessible(page);
  await heading.fill('Hooray, {customer_name}!');
  await page.getByLabel('Subject').fill('{shop_name} has your order {order_number}');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Hooray, Zoë Whitcombe!');
  await page.getByRole('button', { name: `Send a test to ${owner.email}` }).click();
  await expect(page.getByText('Sent. Look into your mailbox.')).toBeVisible();
  const test = await mail.received('[Test] Fernhill Supply has your order 1001');
  expect(test.to).toMatchObject([{ address: owner.email }]);
  const { number } = await placed('Ada');
  const message = await mail.received(`Fernhill Supply has your order ${number}`);
  expect(message.text).toContain('Hello Ada,');
  expect(message.html).toContain('Hooray, Ada!');
  await page.reload();
  await page.getByRole('button', { name: 'Back to the original: Heading' }).click();
  await expect(heading).toHaveValue('Thank you for your order');
});

test('without script words are kept, shown for an order, and go back', async ({
  browser,
  complaints,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  watch(context, complaints);
  const page = await context.newPage();
  await signIn(page, shop, '/settings/messages/cancelled?language=de');
  await expect(
    page.getByText('There is no order yet that this message could be about.'),
  ).toBeVisible();
  const { number } = await placed('Jonas');
  await rest('POST', `/orders/${number}/cancel`, { reason: 'Ausverkauft' });
  const closing = page.getByLabel('Closing words');
  await closing.fill('Bis bald, {name}!');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There is no {name} here.')).toBeVisible();
  await expect(closing).toHaveValue('Bis bald, {name}!');
  await closing.fill('Bis bald, {customer_name}!');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.goto(`${shop.url}/settings/messages/cancelled?language=de`);
  await page.getByLabel('Order number').fill(number);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('Bis bald, Jonas!')).toBeVisible();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(
    'Ihre Bestellung wurde storniert',
  );
  await page.getByRole('button', { name: 'Back to the original: Closing words' }).click();
  await expect(closing).toHaveValue(/^Das wollten Sie nicht\?/);
  await context.close();
});
