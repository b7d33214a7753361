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
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
});

/** A product with these codes in its pool, and an order of one that is paid. */
async function paidOrder(sku: string, name: string, codes: readonly string[]) {
  await rest('PUT', `/products/${sku}`, { name, price: 900, currency: 'USD', kind: 'codes' });
  await rest('POST', `/products/${sku}/codes`, { codes });
  const order = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'ada@fernhill.example', name: 'Ada Tester' },
    lines: [{ sku, quantity: 1 }],
  });
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  return order;
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('a code that does not work is replaced from the pool, then by one that is typed', async ({
    page,
  }) => {
    const { number, trackingUrl } = await paidOrder('SEAT', 'Tasting seat', ['BAD-1', 'GOOD-2']);
    const received = (subject: string) => mail.received(`Fernhill Supply: ${subject}`);
    await signIn(page, shop, '/orders');
    await page.getByRole('link', { name: '1 code left for Tasting seat' }).click();
    await expect(page.getByRole('heading', { name: 'Tasting seat' })).toBeVisible();

    await page.goto(`${shop.url}/orders/${number}`);
    await page.getByRole('link', { name: 'Replace code 1' }).click();
    await page.getByLabel('Reason').fill('Used already.');
    await page.getByRole('button', { name: 'Replace the code' }).click();
    await expect(page.getByText('The code is replaced.')).toBeVisible();
    await expect(page.getByText('Burned: it did not work')).toBeVisible();
    await expect(page.getByRole('region', { name: 'History' })).toContainText('Used already.');
    const told = await received(`a new code for order ${number}`);
    expect(told.text).toContain('GOOD-2');
    expect(told.text).not.toContain('BAD-1');
    await page.goto(`${shop.url}/orders`);
    await expect(page.getByText('product has no codes left: Tasting seat')).toBeVisible();

    await page.goto(`${shop.url}/orders/${number}`);
    await page.getByRole('link', { name: 'Replace code 2' }).click();
    await expect(page.getByText('The pool is empty')).toBeVisible();
    await page.getByRole('button', { name: 'Replace the code' }).click();
    await expect(page.getByText('One code is missing')).toBeVisible();
    await page.getByRole('link', { name: 'Give one by hand' }).click();
    await page.getByLabel('Code').fill('BAD-1');
    await page.getByRole('button', { name: 'Give this code' }).click();
    await expect(page.getByText('The product has had this code.')).toBeVisible();
    await expect(page.getByLabel('Code')).toHaveValue('BAD-1');
    await page.getByLabel('Code').fill('HAND-3');
    await page.getByRole('button', { name: 'Give this code' }).click();
    await expect(page.getByText('The code is handed out.')).toBeVisible();
    expect((await received(`codes of order ${number}`)).text).toContain('HAND-3');

    await page.goto(trackingUrl);
    expect(await page.content()).not.toContain('HAND-3');
    await page.getByRole('button', { name: /^Show/ }).first().click();
    await expect(page.getByText('HAND-3')).toBeVisible();
    expect(await page.content()).not.toContain('BAD-1');
  });

  test('a form that is sent twice replaces the code once', async ({ page, context }) => {
    const { number } = await paidOrder('PASS', 'Day pass', ['P-1', 'P-2', 'P-3']);
    await signIn(page, shop, `/orders/${number}`);
    const second = await context.newPage();
    await second.goto(`${shop.url}/orders/${number}`);
    for (const one of [page, second]) {
      await one.getByRole('link', { name: 'Replace code 1' }).click();
      await expect(one.getByRole('button', { name: 'Replace the code' })).toBeVisible();
    }
    await page.getByRole('button', { name: 'Replace the code' }).click();
    await expect(page.getByText('The code is replaced.')).toBeVisible();
    await second.getByRole('button', { name: 'Replace the code' }).click();
    await expect(second.getByText('This code is no longer handed out')).toBeVisible();
    const { codesAvailable } = await rest('GET', '/products/PASS');
    expect(codesAvailable).toBe(1);
  });
});

test('the steps with codes can be used by everybody, with a long name too', async ({ page }) => {
  const name = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, one seat';
  const { number } = await paidOrder('LONG', name, ['L-1']);
  await signIn(page, shop, `/orders/${number}`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Replace code 1' }).click();
  await page.getByLabel('One that I type').check();
  await page.getByRole('button', { name: 'Replace the code' }).click();
  await expect(page.getByLabel(/^Code/)).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.getByLabel(/^Code/).fill('L-2');
  await page.getByRole('button', { name: 'Replace the code' }).click();
  await expect(page.getByText('The code is replaced.')).toBeVisible();
});
