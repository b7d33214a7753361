import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './journey';
import { type MailServer, startMailServer, trackingLinkIn } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';
import { deliver, signedCharge } from './stripe-signer';

const endpointSecret = 'whsec_of_the_gateway_journeys_0123';
const upsNumber = '1Z5R89390357567127';
const address = {
  ...{ name: 'Ada Whitcombe', line1: '14 Quay Street', city: 'Whitby' },
  ...{ postalCode: 'YO21 1DH', country: 'GB' },
};

let mail: MailServer;
let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  mail = await startMailServer();
  shop = await openShop({ settings: mail.settings });
  rest = restClient(shop.url, shop.apiKey);
  const secrets = { endpointSecret };
  await rest('PUT', '/payment-accounts/stripe', { gateway: 'stripe', name: 'Stripe', secrets });
  const pot = { name: 'Stoneware teapot', price: 3400, currency: 'USD', kind: 'physical' };
  await rest('PUT', '/products/POT', { ...pot, stock: 7 });
  const seat = { name: 'Online tasting', price: 2000, currency: 'USD', kind: 'codes' };
  await rest('PUT', '/products/SEAT', seat);
  await rest('POST', '/products/SEAT/codes', { codes: ['K7QF-2MXD-98RT', 'P3WN-6HJB-41ZC'] });
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

function placed() {
  return rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'ada@example.com', name: 'Ada Whitcombe' },
    shippingAddress: address,
    lines: [
      { sku: 'POT', quantity: 2 },
      { sku: 'SEAT', quantity: 1 },
    ],
    shipping: { method: 'Standard', amount: 500 },
  });
}

async function shipInConsole(page: Page, number: string) {
  await page.getByRole('link', { name: 'Ship', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Ship order ${number}`);
  const field = page.getByLabel('Tracking number');
  await field.pressSequentially(upsNumber.slice(0, -1));
  const told = page.getByRole('status').filter({ hasText: 'UPS' });
  await expect(told).toHaveCount(0);
  await field.pressSequentially(upsNumber.slice(-1));
  await expect(told).toHaveText('Recognised: UPS.');
  await expect(page.getByLabel(/^How many of Stoneware teapot leave/)).toHaveValue('2');
  await page.getByLabel('Note to the customer').fill('The lid is inside.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
}

test('an order that the gateway reports as paid is shipped in the console and followed by its customer', async ({
  page,
  browser,
}) => {
  const order = await placed();
  const { number } = order;
  const received = await mail.received(`Fernhill Supply: order ${number} received`);
  expect(received.to?.[0]?.address).toBe('ada@example.com');
  expect(received.from?.name).toBe('Fernhill Supply');
  expect(received.html).toContain('Stoneware teapot');
  expect(received.text).toContain('$93.00');

  const answer = await deliver(shop.url, 'stripe', signedCharge(order, endpointSecret));
  expect(answer.status).toBe(200);
  const paid = await mail.received(`Fernhill Supply: payment for order ${number} received`);
  expect(paid.text).toContain('K7QF-2MXD-98RT');
  expect(paid.html).toContain('K7QF-2MXD-98RT');
  expect(paid.text).not.toContain('P3WN-6HJB-41ZC');

  await signIn(page, shop, `/orders/${number}`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`);
  const payments = page.getByRole('region', { name: 'Payments' });
  await expect(payments.getByText('$93.00')).toBeVisible();
  await expect(payments.getByText('Received', { exact: true })).toBeVisible();
  await expect(payments.getByText('123456')).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByText('Stripe marked it paid')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Callbacks' }).getByText('Applied')).toBeVisible();
  await expectAccessible(page);

  await shipInConsole(page, number);
  await expect(main.getByText('The shipment is recorded.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Shipments' }).getByText(upsNumber)).toBeVisible();
  const progress = page.getByRole('list', { name: `Progress of order ${number}` });
  await expect(progress.getByText('Delivered, done')).toBeVisible();
  await expectAccessible(page);

  const shipped = await mail.received(`Fernhill Supply: order ${number} is on its way`);
  expect(shipped.text).toContain(`with UPS, tracking number ${upsNumber}`);
  expect(shipped.text).toContain('The lid is inside.');
  expect(shipped.html).toContain(`https://www.ups.com/track?tracknum=${upsNumber}`);
  expect(new Set([received, paid, shipped].map(trackingLinkIn)).size).toBe(1);
  const sent = page.getByRole('region', { name: 'Messages to the customer' });
  await page.reload();
  await expect(sent.getByText('Sent', { exact: true })).toHaveCount(3);

  const customer = await browser.newContext();
  await follow(await customer.newPage(), trackingLinkIn(shipped), number);
  await customer.close();
});

async function follow(page: Page, link: string, number: string) {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  const answer = await page.goto(link);
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your parcel left today.');
  await expect(page.getByText(`Order ${number}`)).toBeVisible();
  await expect(page.getByText(upsNumber, { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Follow this parcel' })).toHaveAttribute(
    'href',
    `https://www.ups.com/track?tracknum=${upsNumber}`,
  );
  await expectAccessible(page);
  expect(await page.content()).not.toContain('K7QF-2MXD-98RT');
  await page.getByRole('button', { name: 'Show code 1' }).click();
  await expect(page.getByText('K7QF-2MXD-98RT', { exact: true })).toBeVisible();
  await expectAccessible(page);
  expect([...new Set(asked)]).toEqual([shop.url]);
}

test('a code that the customer has shown is masked again for whoever else has the link', async ({
  page,
  browser,
}) => {
  const order = await placed();
  await deliver(shop.url, 'stripe', signedCharge(order, endpointSecret));
  await page.goto(order.trackingUrl);
  await page.getByRole('button', { name: 'Show code 1' }).click();
  await expect(page.getByRole('button', { name: 'Show code 1' })).toHaveCount(0);
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(order.trackingUrl);
  await expect(other.getByRole('button', { name: 'Show code 1' })).toBeVisible();
  await stranger.close();
  const { data } = await rest('GET', `/orders/${order.number}/codes`);
  await expect(page.getByText(data[0].code, { exact: true })).toBeVisible();
});

test('a callback that comes before its order pays the order when it is placed', async ({
  page,
}) => {
  const early = { number: 'WEB-77', totals: { grand: 3400 }, currency: 'USD' };
  const answer = await deliver(shop.url, 'stripe', signedCharge(early, endpointSecret));
  expect(answer.status).toBe(200);
  await signIn(page, shop, '/inbox');
  const row = page.getByRole('row').filter({ hasText: 'WEB-77' });
  await expect(row.getByText('No such order')).toBeVisible();
  await rest('POST', '/orders', {
    number: 'WEB-77',
    currency: 'USD',
    customer: { email: 'ada@example.com', name: 'Ada' },
    lines: [{ sku: 'POT', quantity: 1 }],
  });
  await page.reload();
  await expect(row.getByText('Applied')).toBeVisible();
  await row.getByRole('link', { name: 'WEB-77' }).click();
  await expect(page.getByRole('link', { name: 'Ship', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Payments' }).getByText('$34.00')).toBeVisible();
});
