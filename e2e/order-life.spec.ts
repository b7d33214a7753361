import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './journey';
import { type MailServer, startMailServer } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

let mail: MailServer;
let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  mail = await startMailServer();
  shop = await openShop({ settings: mail.settings });
  rest = restClient(shop.url, shop.apiKey);
  const pot = { name: 'Stoneware teapot', price: 3400, currency: 'USD', kind: 'physical' };
  await rest('PUT', '/products/POT', { ...pot, stock: 100 });
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

const shippingAddress = {
  ...{ name: 'Dora Field', line1: '1 Old Lane', city: 'Bath', postalCode: 'BA1 1AA' },
  country: 'GB',
};

type Placed = Readonly<{ number: string; trackingUrl: string }>;

function placed(): Promise<Placed> {
  return rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'dora@example.com', name: 'Dora Field' },
    shippingAddress,
    lines: [{ sku: 'POT', quantity: 1 }],
  });
}

async function paid(): Promise<Placed> {
  const order = await placed();
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  return order;
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a cancelled order tells its customer why, and reopened it waits for its payment again', async ({
  page,
}) => {
  const { number } = await placed();
  await signIn(page, shop, `/orders/${number}`);
  await page.getByRole('link', { name: 'Cancel…' }).click();
  const preview = region(page, 'This is what will happen');
  await expect(preview).toContainText('The customer is told by e-mail, at dora@example.com.');
  await expect(preview).toContainText('The order is cancelled afterwards; now it is pending.');
  await page.getByLabel('Reason').fill('The glaze cracked in the kiln');
  await expectAccessible(page);
  await press(page, 'Cancel the order');
  await expect(page.getByText('The order is cancelled.')).toBeVisible();
  await expect(page.getByText('This order is cancelled')).toBeVisible();
  await expectAccessible(page);
  const told = await mail.received(`Fernhill Supply: order ${number} cancelled`);
  expect(told.text).toContain('The glaze cracked in the kiln');
  await expect(page.getByRole('link', { name: 'Mark paid' })).toHaveCount(0);
  await press(page, 'Reopen');
  await expect(page.getByText('The order is open again.')).toBeVisible();
  await expect(page.getByText('This order is cancelled')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Mark paid' })).toBeVisible();
  expect((await rest('GET', `/orders/${number}`)).status).toBe('pending');
});

test('cancelling a paid order rolls it back in the same step', async ({ page }) => {
  const { number } = await paid();
  const { stock } = await rest('GET', '/products/POT');
  await signIn(page, shop, `/orders/${number}/cancel`);
  const preview = region(page, 'This is what will happen');
  await expect(
    preview.getByText(`Stock of Stoneware teapot rises from ${stock} to ${stock + 1}`),
  ).toBeVisible();
  await expect(preview).toContainText('is kept and marked as reversed.');
  await page.getByLabel('Tell the customer by e-mail').uncheck();
  await expect(preview.getByText('The customer is not told.')).toBeVisible();
  await press(page, 'Cancel the order');
  await expect(page.getByText('The order is cancelled.')).toBeVisible();
  await expect(region(page, 'Payments')).toContainText('Reversed');
  await expect(region(page, 'History')).toContainText('cancelled it without telling the customer');
  expect((await rest('GET', '/products/POT')).stock).toBe(stock + 1);
  expect(mail.subjects()).not.toContain(`Fernhill Supply: order ${number} cancelled`);
});

test('a deleted order is in the bin and nowhere else, and can be restored from there', async ({
  page,
}) => {
  await placed();
  const { number, trackingUrl } = await placed();
  await signIn(page, shop, `/orders/${number}`);
  await page.getByRole('link', { name: 'Delete…' }).click();
  await expect(region(page, 'This is what will happen')).toContainText('goes into the bin');
  await expectAccessible(page);
  await press(page, 'Delete the order');
  await expect(page.getByText('The order is in the bin. It can be restored')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mark paid' })).toHaveCount(0);
  expect((await fetch(trackingUrl)).status).toBe(404);
  await expect(rest('GET', `/orders/${number}`)).rejects.toThrow('404');

  const row = page.getByRole('row').filter({ hasText: number });
  await page.goto(`${shop.url}/orders`);
  await expect(page.getByRole('table', { name: 'Orders' })).toBeVisible();
  await expect(row).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Orders by status' })
    .getByRole('link', { name: /^Bin/ })
    .click();
  await expect(row).toContainText('In the bin');
  await expectAccessible(page);
  await row.getByRole('link', { name: number }).click();
  await press(page, 'Restore');
  await expect(page.getByText('The order is back from the bin.')).toBeVisible();
  expect((await fetch(trackingUrl)).status).toBe(200);
  await page.goto(`${shop.url}/orders`);
  await expect(row).toContainText('Pending');
});

test('an order on hold is not shipped, says why, and goes on once it is released', async ({
  page,
}) => {
  const { number } = await paid();
  await signIn(page, shop, `/orders/${number}`);
  await page.getByText('Put on hold…').click();
  await page.getByLabel('Why it waits').fill('Call her about the colour');
  await press(page, 'Put on hold');
  await expect(page.getByText('The order is on hold.').first()).toBeVisible();
  await expect(page.getByText('On hold since')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ship', exact: true })).toHaveCount(0);
  await expect(region(page, 'Other steps')).toContainText('Ship: The order is on hold.');
  await expectAccessible(page);
  await page.goto(`${shop.url}/orders?flag=on_hold`);
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText(
    'Release it when ready',
  );
  await page.goto(`${shop.url}/orders/${number}/ship`);
  await expect(page.getByText('The order is on hold.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ship', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to the order' }).click();
  await press(page, 'Release it');
  await expect(page.getByText('The order goes on.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ship', exact: true })).toBeVisible();
  await expect(region(page, 'History')).toContainText('Call her about the colour');
});

test('a note and tags are kept with the order, and a tag leads to all that bear it', async ({
  page,
}) => {
  const { number, trackingUrl } = await placed();
  await placed();
  await signIn(page, shop, `/orders/${number}`);
  const notes = region(page, 'Notes and tags');
  await notes.getByText('Write one').click();
  await notes.getByLabel('Note').fill('Rings twice.\nLikes moss green.');
  await notes.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('The note is saved.')).toBeVisible();
  await expect(notes.getByRole('paragraph').filter({ hasText: 'Rings twice.' })).toBeVisible();
  await notes.getByText('Change them').click();
  await notes.getByLabel('Tags').fill('gift, urgent');
  await notes.getByRole('button', { name: 'Save tags' }).click();
  await expect(page.getByText('The tags are saved.')).toBeVisible();
  await notes.getByText('Change them').click();
  await expectAccessible(page);
  await notes.getByRole('link', { name: 'urgent' }).click();
  await expect(page).toHaveURL(`${shop.url}/orders?tag=urgent`);
  const rows = page.getByRole('table', { name: 'Orders' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(number);
  expect(await (await fetch(trackingUrl)).text()).not.toContain('Rings twice');
});

test('a corrected contact gets the message that is sent again, and the old address nothing more', async ({
  page,
}) => {
  const { number } = await placed();
  const subject = `Fernhill Supply: order ${number} received`;
  await mail.received(subject);
  await signIn(page, shop, `/orders/${number}`);
  await page.getByRole('link', { name: 'Correct the contact' }).click();
  await page.getByLabel('Name').fill('Dora Meadows');
  await page.getByLabel('E-mail address').fill('dora.meadows@example.com');
  await page.getByLabel('Language').selectOption('German');
  await expectAccessible(page);
  await press(page, 'Save');
  await expect(page.getByText('The contact is corrected.')).toBeVisible();
  await expect(region(page, 'Customer')).toContainText('dora.meadows@example.com');
  await page.getByRole('button', { name: 'Resend “Order received”' }).click();
  await expect(page.getByText('The message is in the outbox once more.')).toBeVisible();
  const again = await mail.received(`Fernhill Supply: Ihre Bestellung ${number} ist eingegangen`);
  expect(again.to?.map(({ address }) => address)).toEqual(['dora.meadows@example.com']);
  expect(again.text).toContain('Dora Meadows');
});

test('a corrected address and a corrected tracking number reach the customer', async ({ page }) => {
  const { number, trackingUrl } = await paid();
  await signIn(page, shop, `/orders/${number}`);
  await page.getByRole('link', { name: 'Correct the shipping address' }).click();
  await page.getByLabel('Street and number').fill('22 New Street');
  await page.getByLabel('Country').selectOption('Ireland');
  await expectAccessible(page);
  await press(page, 'Save');
  await expect(page.getByText('The address is corrected.')).toBeVisible();
  await expect(region(page, 'Customer')).toContainText('22 New Street');
  const parcels = [{ trackingNumber: '1Z5R89390357567127' }];
  await rest('POST', `/orders/${number}/ship`, { parcels });
  const subject = `Fernhill Supply: order ${number} is on its way`;
  expect((await mail.received(subject)).text).toContain('22 New Street');

  await page.reload();
  await region(page, 'Shipments').getByRole('link', { name: 'Correct' }).click();
  await expect(page.getByLabel('Tracking number')).toHaveValue('1Z5R89390357567127');
  await page.getByLabel('Tracking number').fill('986578788855');
  await expect(page.getByRole('status').filter({ hasText: 'FedEx' })).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Save');
  await expect(page.getByText('The tracking is corrected.')).toBeVisible();
  await expect(region(page, 'Shipments')).toContainText('FedEx');
  expect((await mail.received(subject, 2)).text).toContain('986578788855');
  await page.goto(trackingUrl);
  await expect(page.getByText('986578788855', { exact: true })).toBeVisible();
  await expect(page.getByText('1Z5R89390357567127')).toHaveCount(0);
});

test('an order leaves in two shipments, and waits for the rest in between', async ({ page }) => {
  const { number, trackingUrl } = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'parts@example.com', name: 'Pat' },
    lines: [{ sku: 'POT', quantity: 3 }],
  });
  await rest('POST', `/orders/${number}/pay`, { method: 'cash' });
  await signIn(page, shop, `/orders/${number}/ship`);
  await page.getByLabel('How many of Stoneware teapot leave').fill('2');
  await page.getByLabel('Tracking number').fill('1Z5R89390357567127');
  await press(page, 'Add a parcel');
  await page.getByLabel('Tracking number of parcel 2').fill('3318810025');
  await press(page, 'Ship');
  await expect(page.getByText('The shipment is recorded.')).toBeVisible();
  await expect(page.getByText('Partly shipped').first()).toBeVisible();
  const first = await mail.received(`Fernhill Supply: order ${number} is on its way`);
  expect(first.text).toContain('Your two parcels with order');
  expect(first.text).toContain('The rest of your order follows');
  await page.getByRole('link', { name: 'Ship the rest' }).click();
  await expect(page.getByLabel('How many of Stoneware teapot leave')).toHaveValue('1');
  await press(page, 'Ship');
  await expect(page.getByText('The shipment is recorded.')).toBeVisible();
  await press(page, 'Mark delivered');
  await expect(page.getByText('Marked as delivered.')).toBeVisible();
  await page.goto(trackingUrl);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('was delivered');
});
