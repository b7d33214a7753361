import { generateKeyPairSync } from 'node:crypto';
import type { Page } from '@playwright/test';
import { signedSilentPost } from './authorizenet-signer';
import { expectFault } from './expect-fault';
import { expect, expectAccessible, test } from './journey';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';
import { deliver } from './stripe-signer';

const signatureKey = 'A1B2C3D4E5F60718'.repeat(8);
const transactionKey = '8aR3kQ29pLm4Zt7V';
const stripeSecret = 'whsec_of_the_lab_0123456789';

let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
});

test.afterAll(async () => {
  await shop?.close();
});

function placed() {
  return rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'ada@example.com', name: 'Ada' },
    lines: [{ sku: 'POT', name: 'Stoneware teapot', quantity: 1, unitPrice: 3400 }],
  });
}

async function tryOut(page: Page, which: string) {
  await page.getByRole('radio', { name: new RegExp(`^${which}`) }).check();
  await page.getByRole('button', { name: 'Show what would happen' }).click();
  await expect(page.getByText('Nothing was changed')).toBeVisible();
}

test('Authorize.Net is set up from nothing, the wrong key first, until a real payment is applied', async ({
  page,
}) => {
  await signIn(page, shop, '/settings/payments/new?gateway=authorizenet-silent-post');
  await page.getByLabel('Signature key').fill(transactionKey);
  await page.getByRole('button', { name: 'Add this account' }).click();
  await expectFault(
    page.getByLabel('Signature key'),
    'The signature key is 128 digits and letters from A to F; this one has 16. Did you paste the transaction key?',
  );
  await page.getByLabel('Signature key').fill(signatureKey.replaceAll('A', 'B'));
  await page.getByRole('button', { name: 'Add this account' }).click();
  await expect(page.getByText('The account is made')).toBeVisible();
  await expectAccessible(page);

  const { number } = await placed();
  const real = () => signedSilentPost({ number, amount: '34.00' }, signatureKey);
  expect((await deliver(shop.url, 'authorizenet', real())).status).toBe(401);
  await page.goto(`${shop.url}/settings/payments`);
  const row = page.getByRole('row').filter({ hasText: 'Authorize.Net' }).first();
  await expect(row).toContainText('Signatures do not fit');
  await expectAccessible(page);
  await row.getByRole('link').first().click();
  await expect(
    page.getByText('The last message had a signature that does not fit', { exact: true }),
  ).toBeVisible();
  await expect(page.getByText(/^Is the signature key the one of this very/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('checkbox', { name: /^Remove/ }).check();
  await page.getByLabel('Add a second one').fill(signatureKey);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByText('The account was changed since')).toBeVisible();

  expect((await deliver(shop.url, 'authorizenet', real())).status).toBe(200);
  await page.reload();
  await expect(page.getByText('Messages come in and are proved')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What came in last' })).toContainText('Applied');
  expect((await rest('GET', `/orders/${number}`)).status).toBe('paid');
  await expectAccessible(page);
});

test('every case is tried out, about a sample and about an order, and changes nothing', async ({
  page,
}) => {
  const secrets = { endpointSecret: stripeSecret };
  await rest('PUT', '/payment-accounts/lab', { gateway: 'stripe', name: 'Lab', secrets });
  const { number } = await placed();
  await signIn(page, shop, '/settings/payments/accounts/lab');
  await page.getByRole('link', { name: 'Try it out' }).click();
  await expect(page.getByRole('heading', { name: 'Try it out' })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('button', { name: 'Send for real' })).toHaveCount(0);
  for (const [which, outcome, reason] of [
    ['Paid', 'Applied', 'Paid $59.90.'],
    ['The same twice', 'Repeat, nothing to do', 'The same message again.'],
    ['Wrong amount', 'Amount differs', 'Paid $59.91, $59.90 is due.'],
    ['Wrong currency', 'Currency differs', 'Paid in EUR, the order is in USD.'],
    ['Bad signature', 'Signature is wrong', /^The signature does not fit/],
    ['Late', 'Signature is wrong', 'The signature is 900 seconds old; 300 are allowed.'],
    ['Out of order', 'Held', /Money went back/],
  ] as const) {
    await tryOut(page, which);
    await expect(page.getByText(outcome, { exact: true })).toBeVisible();
    await expect(page.getByText(reason)).toBeVisible();
  }
  await expectAccessible(page);
  await expect(page.getByRole('region', { name: 'Message 2' })).toContainText('Refunded');

  await page.getByLabel('Order number').fill('no such order');
  await page.getByRole('button', { name: 'Show what would happen' }).click();
  await expectFault(page.getByLabel('Order number'), 'There is no order no such order.');
  await expect(page.getByLabel('Order number')).toHaveValue('no such order');
  await expect(page.getByRole('radio', { name: /^Out of order/ })).toBeChecked();
  await page.getByLabel('Order number').fill(number);
  await tryOut(page, 'Paid');
  await expect(page.getByText(`about order ${number} as it stands.`)).toBeVisible();
  await expect(page.getByText('Paid $34.00.')).toBeVisible();
  expect((await rest('GET', `/orders/${number}`)).status).toBe('pending');
  expect((await rest('GET', '/callbacks?account=lab')).data).toEqual([]);
});

test('a command that the lab shows is a message that the shop takes', async ({ page }) => {
  const secrets = { endpointSecret: stripeSecret };
  await rest('PUT', '/payment-accounts/curl', { gateway: 'stripe', name: 'Curl', secrets });
  const { number } = await placed();
  await signIn(page, shop, '/settings/payments/accounts/curl/lab');
  await page.getByLabel('Order number').fill(number);
  await tryOut(page, 'Paid');
  await page.getByText('Send it yourself').click();
  await expectAccessible(page);
  const command = (await page.locator('pre').textContent()) ?? '';
  const [, signature = ''] = /-H '(stripe-signature: [^']+)'/.exec(command) ?? [];
  const [, body = ''] = /--data-binary '([^']+)'/.exec(command) ?? [];
  expect(command).toContain(`'${shop.url}/api/silent-response/curl'`);
  const headers = {
    'content-type': 'application/json',
    'stripe-signature': signature.replace('stripe-signature: ', ''),
  };
  expect((await deliver(shop.url, 'curl', { body, headers })).status).toBe(200);
  expect((await rest('GET', `/orders/${number}`)).status).toBe('paid');
});

test('a key of several lines is pasted as it is, and kept as it was', async ({ page }) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await signIn(page, shop, '/settings/payments/new?gateway=paypal-webhooks');
  await page.getByLabel('Webhook ID').fill('7LW49373U51234567');
  await page.getByLabel('Public key').fill('MIIBIjANBgkqhkiG9w0');
  await page.getByRole('button', { name: 'Add this account' }).click();
  await expectFault(
    page.getByLabel('Public key'),
    'The public key is an RSA key in PEM: it begins with -----BEGIN PUBLIC KEY-----.',
  );
  await page.getByLabel('Public key').fill(pem);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add this account' }).click();
  await expect(page.getByText('The account is made')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Public key' })).toBeVisible();
  await expectAccessible(page);
});

test('an account that cannot sign says why, and what to do instead', async ({ page }) => {
  const publicKey = `whpk_${Buffer.alloc(32, 7).toString('base64')}`;
  const secrets = { publicKey };
  await rest('PUT', '/payment-accounts/public', {
    ...{ gateway: 'standard-webhooks', name: 'Webhooks', secrets },
  });
  await signIn(page, shop, '/settings/payments/accounts/public/lab');
  await expect(page.getByText('There is nothing here to sign with')).toBeVisible();
  await expect(page.getByText(/Send a test from the gateway's own control panel/)).toBeVisible();
  const apiKey = 'live_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM';
  const mollie = { gateway: 'mollie', name: 'Mollie', secrets: { apiKey } };
  await rest('PUT', '/payment-accounts/mollie', mollie);
  await page.goto(`${shop.url}/settings/payments/accounts/mollie/lab`);
  await expect(page.getByText('Only the gateway can sign its messages')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the account' }).click();
  await expect(page).toHaveURL(`${shop.url}/settings/payments/accounts/mollie`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a case is tried out, and sent for real where the account takes tests', async ({ page }) => {
    const secrets = { endpointSecret: stripeSecret };
    const account = { gateway: 'stripe', name: 'Tests', live: false, secrets };
    await rest('PUT', '/payment-accounts/tests', account);
    const { number } = await placed();
    await signIn(page, shop, '/settings/payments/accounts/tests/lab');
    await tryOut(page, 'The same twice');
    await expect(page.getByText('Repeat, nothing to do')).toBeVisible();
    await page.getByRole('button', { name: 'Send for real' }).click();
    await expect(page.getByLabel('Order number')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('radio', { name: /^The same twice/ })).toBeChecked();
    await page.getByLabel('Order number').fill(number);
    await page.getByRole('button', { name: 'Send for real' }).click();
    await expect(page.getByText('2 messages were sent')).toBeVisible();
    await page.getByRole('link', { name: 'See it in the inbox' }).click();
    const rows = page.getByRole('row').filter({ hasText: number });
    await expect(rows.nth(0)).toContainText('Repeat, nothing to do');
    await expect(rows.nth(1)).toContainText('Applied');
  });
});
