import { signedSilentPost } from './authorizenet-signer';
import { expectFault } from './expect-fault';
import { expect, expectAccessible, test } from './journey';
import { type MailServer, startMailServer } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';
import { deliver } from './stripe-signer';

const signatureKey = 'A1B2C3D4E5F60718'.repeat(8);
const refused = 'nobody@fernhill.example';

let mail: MailServer;
let shop: Shop;
let rest: Rest;

/** The shop has no transport: its mail is held. */
test.beforeAll(async () => {
  mail = await startMailServer({ refused });
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

function placed(more: object = {}) {
  return rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'ada@example.com', name: 'Ada' },
    lines: [{ sku: 'POT', name: 'Stoneware teapot', quantity: 1, unitPrice: 3400 }],
    ...more,
  });
}

test('an account is made in the console, and what its gateway sends is told in words', async ({
  page,
}) => {
  await signIn(page, shop, '/settings/payments');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a gateway' }).click();
  await expect(page.getByRole('link', { name: 'Authorize.Net Silent Post' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Authorize.Net Silent Post' }).click();
  await expect(page.getByLabel('Short name')).toHaveValue('authorizenet');
  await page.getByLabel('Name', { exact: true }).fill('Card terminal of the web shop');
  await page.getByLabel('Signature key').fill('not a key');
  await page.getByRole('button', { name: 'Add this account' }).click();
  const keyFault =
    'The signature key is 128 digits and letters from A to F; this one has 9. Did you paste the API login ID?';
  await expectFault(page.getByLabel('Signature key'), keyFault);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(
    'Card terminal of the web shop',
  );
  await expectAccessible(page);
  await page.getByLabel('Signature key').fill(signatureKey);
  await page.getByRole('button', { name: 'Add this account' }).click();
  await expect(page.getByText('The account is made')).toBeVisible();
  await expect(page.getByText(`${shop.url}/api/silent-response/authorizenet`)).toBeVisible();
  expect(await page.content()).not.toContain(signatureKey);
  await expectAccessible(page);

  const { number } = await placed();
  const message = signedSilentPost({ number, amount: '34.00' }, signatureKey);
  expect((await deliver(shop.url, 'authorizenet', message)).status).toBe(200);
  expect((await deliver(shop.url, 'authorizenet', message)).status).toBe(200);
  await page.getByRole('link', { name: 'Inbox' }).click();
  const rows = page.getByRole('row').filter({ hasText: number });
  await expect(rows.nth(0)).toContainText('Repeat, nothing to do');
  await expect(rows.nth(1)).toContainText('Applied');
  await expect(rows.nth(1)).toContainText('$34.00');
  await expectAccessible(page);
  await rows.nth(1).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Paid $34.00.' })).toBeVisible();
  await expect(page.getByText('There is nothing to do.')).toBeVisible();
  await expect(page.getByText('Signed in full')).toBeVisible();
  await expect(page.getByText('Q7K2MZ').first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'Fields of the message' })).toContainText(
    'x_invoice_num',
  );
  await expectAccessible(page);
  await page.getByRole('link', { name: `Open order ${number}` }).click();
  await expect(page.getByRole('link', { name: 'Ship', exact: true })).toBeVisible();
});

test('a message that nobody signed changes nothing and stands in the inbox as such', async ({
  page,
}) => {
  const secrets = { signatureKeyHex: signatureKey };
  const account = { gateway: 'authorizenet-silent-post', name: 'Cards', currency: 'USD', secrets };
  await rest('PUT', '/payment-accounts/forged', account);
  const { number } = await placed();
  const otherKey = signatureKey.toLowerCase().replaceAll('a', 'b');
  const forged = signedSilentPost({ number, amount: '34.00' }, otherKey);
  expect((await deliver(shop.url, 'forged', forged)).status).toBe(401);
  await signIn(page, shop, '/inbox?verdict=bad_signature');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByText('Signature is wrong').first()).toBeVisible();
  await expect(page.getByText('Nothing in this message is believed')).toBeVisible();
  await expect(page.getByText('Nothing that this message says is proved.')).toBeVisible();
  await expectAccessible(page);
  expect((await rest('GET', `/orders/${number}`)).status).toBe('pending');
});

test('a payment of another amount waits for a person and leaves its order alone', async ({
  page,
}) => {
  const secrets = { signatureKeyHex: signatureKey };
  const account = { gateway: 'authorizenet-silent-post', name: 'Cards', currency: 'USD', secrets };
  await rest('PUT', '/payment-accounts/cards', account);
  const { number } = await placed();
  const short = signedSilentPost({ number, amount: '30.00' }, signatureKey);
  expect((await deliver(shop.url, 'cards', short)).status).toBe(200);
  await signIn(page, shop, '/orders');
  const today = page.getByRole('region', { name: 'To do today' });
  await today.getByRole('link', { name: /callbacks? to look at/ }).click();
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('Amount differs');
  await expect(row).toContainText('Paid $30.00, $34.00 is due.');
  await row.getByRole('link', { name: number }).click();
  await expect(page.getByRole('link', { name: 'Mark paid' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Callbacks' })).toContainText('Amount differs');
});

test('what the customer is told about paying is written in the settings', async ({ page }) => {
  await signIn(page, shop, '/settings/payments');
  await page.getByRole('link', { name: 'Bank transfer' }).click();
  const told = 'IBAN GB33 BUKB 2020 1555 5555 55\nWe keep your order for ten days.';
  await page.getByLabel('What the customer is told').fill(told);
  await expect(page.getByRole('region', { name: 'As the customer sees it' })).toContainText(
    'ten days',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const { trackingUrl } = await placed({ paymentMethod: 'wire' });
  await page.goto(trackingUrl);
  await expect(page.getByRole('region', { name: 'Pay by bank transfer' })).toContainText(
    'IBAN GB33 BUKB 2020 1555 5555 55',
  );
});

test('mail that was held can be read, and leaves when there is a transport and staff says so', async ({
  page,
}) => {
  const { number } = await placed({ customer: { email: 'held@example.com', name: 'Held' } });
  const subject = `Fernhill Supply: order ${number} received`;
  await signIn(page, shop, '/messages');
  await expect(page.getByText('Mail is not set up: messages are held')).toBeVisible();
  await expectAccessible(page);
  const row = page.getByRole('row').filter({ hasText: 'held@example.com' });
  await expect(row).toContainText('Held back');
  await row.getByRole('link').first().click();
  const preview = page.frameLocator('iframe[title="The message as the customer sees it"]');
  await expect(preview.getByText('Stoneware teapot')).toBeVisible();
  await expect(preview.getByRole('heading', { name: 'Thank you for your order' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send it now' })).toHaveCount(0);

  const { url } = await shop.another(mail.settings);
  await page.goto(`${url}/messages`);
  await expect(page.getByText(/^\d+ messages are held$/)).toBeVisible();
  expect(mail.subjects()).toEqual([]);
  await row.getByRole('link').first().click();
  await page.getByRole('button', { name: 'Send it now' }).click();
  expect((await mail.received(subject)).to?.[0]?.address).toBe('held@example.com');
  expect(mail.subjects()).toEqual([subject]);
  await page.goto(`${url}/messages`);
  await page.getByRole('button', { name: 'Send all now' }).click();
  await expect(page.getByText(/messages are on their way\.$/)).toBeVisible();
  await page.getByRole('navigation', { name: 'Messages by status' }).getByText('Sent').click();
  await expect(row).toContainText('Sent');
});

test('mail that comes back says why, and goes to the corrected address', async ({ page }) => {
  const { url } = await shop.another(mail.settings);
  const sending = restClient(url, shop.apiKey);
  const { number } = await sending('POST', '/orders', {
    currency: 'USD',
    customer: { email: refused, name: 'Nobody' },
    lines: [{ sku: 'POT', name: 'Stoneware teapot', quantity: 1, unitPrice: 3400 }],
  });
  const messageOf = async () => (await rest('GET', `/messages?order=${number}`)).data[0];
  await expect.poll(async () => (await messageOf()).status).toBe('failed');
  await signIn(page, { ...shop, url }, `/messages/${(await messageOf()).id}`);
  await expect(page.getByText('This message came back')).toBeVisible();
  await expect(page.getByText('The mailbox does not exist.').first()).toBeVisible();
  await expect(page.getByText(/There is no such mailbox here/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Correct the address' }).click();
  await page.getByLabel('E-mail address').fill('somebody@fernhill.example');
  await page.getByRole('button', { name: 'Correct and send again' }).click();
  await expect(page.getByText('The address is corrected')).toBeVisible();
  const received = await mail.received(`Fernhill Supply: order ${number} received`);
  expect(received.to?.[0]?.address).toBe('somebody@fernhill.example');
});

test('a key that is made in the console opens the API until it is revoked', async ({ page }) => {
  await signIn(page, shop, '/settings/api-keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Name').fill('Web shop');
  await page.getByLabel('See orders, callbacks and messages').check();
  await page.getByRole('button', { name: 'Make a key' }).click();
  const made = page.getByRole('status').filter({ hasText: 'This is the key for “Web shop”.' });
  const key = (await made.getByRole('code').textContent()) ?? '';
  await expectAccessible(page);
  const ask = (path: string) =>
    fetch(`${shop.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask('/orders')).status).toBe(200);
  expect((await ask('/products')).status).toBe(403);
  await page.reload();
  expect(await page.content()).not.toContain(key);
  await page.getByRole('link', { name: 'Revoke Web shop' }).click();
  await page.getByRole('button', { name: 'Revoke this key' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Web shop' })).toHaveCount(0);
  expect((await ask('/orders')).status).toBe(401);
});
