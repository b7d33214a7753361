import { eq } from 'drizzle-orm';
import { messages } from '#db/schema/messages';
import { type ResendRig, startResendServer } from '#server/mail/resend-server.test-data';
import { expect, expectAccessible, test } from './journey';
import { type MailServer, startMailServer } from './mail-server';
import { openShop, type Shop } from './open-shop';
import { resendSecret, tellAsResend } from './resend-signer';
import { type Rest, restClient } from './rest-client';
import { signIn } from './sign-in';

const refused = 'ada@nowhere.example';
const right = 'ada@fernhill.example';

let mail: MailServer;
let resend: ResendRig;
let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  mail = await startMailServer({ refused });
  resend = await startResendServer();
  shop = await openShop({ settings: mail.settings });
  rest = restClient(shop.url, shop.apiKey);
});

test.afterAll(async () => {
  await shop?.close();
  await mail?.close();
  await resend?.close();
});

async function placed(email: string, through: Rest = rest): Promise<string> {
  const { number } = await through('POST', '/orders', {
    currency: 'USD',
    customer: { email, name: 'Ada Tester' },
    lines: [{ sku: 'POT', name: 'Stoneware teapot', quantity: 1, unitPrice: 3400 }],
  });
  return number;
}

async function statusesOf(number: string): Promise<readonly string[]> {
  const { data } = await rest('GET', `/messages?order=${number}`);
  return data.map(({ status }: { status: string }) => status);
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('one form corrects the address and sends again all that was missed, of other orders too', async ({
    page,
  }) => {
    const other = await placed(refused);
    const number = await placed(refused);
    for (const one of [other, number]) {
      await expect.poll(() => statusesOf(one)).toEqual(['failed']);
    }
    await signIn(page, shop, '/orders');
    await page.getByRole('link', { name: '2 messages came back' }).click();
    await expect(page.getByRole('row').filter({ hasText: number })).toContainText('Came back');
    await page.goto(`${shop.url}/orders/${number}`);
    await expect(page.getByText(`Mail to ${refused} came back`)).toBeVisible();
    await page.getByRole('link', { name: 'Correct the address and send again' }).first().click();
    await expect(page.getByText('The mailbox does not exist.')).toBeVisible();
    await expect(page.getByLabel(`Also for order ${other}`)).toBeChecked();
    await page.getByLabel('E-mail address').fill('ada at fernhill');
    await page.getByRole('button', { name: 'Correct and send again' }).click();
    await expect(page.getByLabel('E-mail address')).toHaveValue('ada at fernhill');
    await expect(page.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('E-mail address').fill(right);
    await page.getByRole('button', { name: 'Correct and send again' }).click();
    await expect(page.getByText('what the customer missed is sent again')).toBeVisible();
    for (const one of [other, number]) {
      const received = await mail.received(`Fernhill Supply: order ${one} received`);
      expect(received.to?.[0]?.address).toBe(right);
      await expect.poll(() => statusesOf(one)).toEqual(['sent', 'withdrawn']);
    }
    await page.goto(`${shop.url}/orders/${number}`);
    await expect(page.getByText(`Mail to ${refused} came back`)).toHaveCount(0);
    await expect(page.getByText('The mailbox does not exist.')).toHaveCount(1);
    await expect(page.getByRole('region', { name: 'History' })).toContainText(right);
    await page.goto(`${shop.url}/orders`);
    await expect(page.getByText('messages came back')).toHaveCount(0);
  });

  test('a form that is sent twice sends the message once', async ({ page, context }) => {
    const number = await placed(refused);
    await expect.poll(() => statusesOf(number)).toEqual(['failed']);
    await signIn(page, shop, `/orders/${number}/rescue`);
    const second = await context.newPage();
    await second.goto(`${shop.url}/orders/${number}/rescue`);
    for (const one of [page, second]) {
      await one.getByLabel('E-mail address').fill('ada.twice@fernhill.example');
      await one.getByRole('button', { name: 'Correct and send again' }).click();
      await expect(one.getByText('what the customer missed is sent again')).toBeVisible();
    }
    await expect.poll(() => statusesOf(number)).toEqual(['sent', 'withdrawn']);
  });

  test('what somebody caused by hand can be stopped before the customer is told', async ({
    page,
  }) => {
    const { url } = await shop.another({ ...mail.settings, MAIL_DELAY_SECONDS: '600' });
    const number = await placed(right);
    await mail.received(`Fernhill Supply: order ${number} received`);
    await signIn(page, { ...shop, url }, `/orders/${number}/pay`);
    await page.getByLabel('How the money came in').selectOption('Cheque');
    await page.getByRole('button', { name: 'Mark paid' }).click();
    await expect(page.getByText(/^The customer is told in \d+ seconds$/)).toBeVisible();
    await page.getByRole('button', { name: 'Don’t send' }).click();
    await expect(page.getByText('The message will not be sent.')).toBeVisible();
    await expect(page.getByText('Maria Keeper stopped it before it left.')).toBeVisible();
    await expect(page.getByText(/The customer is told in/)).toHaveCount(0);
    expect(await statusesOf(number)).toEqual(['withdrawn', 'sent']);
  });

  test('a message that left meanwhile is not said to be stopped', async ({ page }) => {
    const { url } = await shop.another({ ...mail.settings, MAIL_DELAY_SECONDS: '600' });
    const number = await placed(right);
    await signIn(page, { ...shop, url }, `/orders/${number}/pay`);
    await page.getByLabel('How the money came in').selectOption('Cheque');
    await page.getByRole('button', { name: 'Mark paid' }).click();
    const stop = page.getByRole('button', { name: 'Don’t send' });
    await expect(stop).toBeVisible();
    await shop.db.update(messages).set({ nextAttemptAt: 0 }).where(eq(messages.template, 'paid'));
    await mail.received(`Fernhill Supply: payment for order ${number} received`);
    await expect.poll(() => statusesOf(number)).toEqual(['sent', 'sent']);
    await stop.click();
    await expect(page.getByText('Too late: the message has left.')).toBeVisible();
  });
});

test.describe('a shop that sends through Resend', () => {
  let sending: Shop;

  test.beforeAll(async () => {
    sending = await openShop({
      settings: {
        ...{ RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.baseUrl },
        ...{ RESEND_WEBHOOK_SECRET: resendSecret, MAIL_FROM: 'Shop <shop@fernhill.example>' },
      },
    });
  });

  test.afterAll(() => sending?.close());

  test('shows what became of a message on the message and on its order', async ({ page }) => {
    const { url, apiKey } = sending;
    const through = restClient(url, apiKey);
    const number = await placed(right, through);
    const [{ id }] = (await through('GET', `/messages?order=${number}`)).data;
    const isSent = async () => (await through('GET', `/messages?order=${number}`)).data[0].status;
    await expect.poll(isSent).toBe('sent');
    const of = { email_id: `resend-${id}` };
    expect(await tellAsResend(url, 'email.delivered', of)).toBe(200);
    await signIn(page, sending, `/messages/${id}`);
    await expect(page.getByText('Arrived').first()).toBeVisible();
    const bounce = { message: 'gone', type: 'Permanent', subType: 'NoEmail' };
    expect(await tellAsResend(url, 'email.bounced', { ...of, bounce })).toBe(200);
    expect(await tellAsResend(url, 'email.delivered', of)).toBe(200);
    await page.reload();
    await expect(page.getByText('This message came back')).toBeVisible();
    await expect(page.getByText('The mailbox does not exist.').first()).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${url}/orders/${number}`);
    await expect(page.getByText(`Mail to ${right} came back`)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Correct the address and send again' }).first().click();
    await expect(page.getByRole('button', { name: 'Correct and send again' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await expect(page.getByText('Left as it is.')).toBeVisible();
    await expect(page.getByText(`Mail to ${right} came back`)).toHaveCount(0);
  });

  test('believes nothing that is not signed, and answers other doors as the rest does', async () => {
    const address = `${sending.url}/api/resend-webhook`;
    const body = JSON.stringify({ type: 'email.bounced' });
    expect((await fetch(address, { method: 'POST', body })).status).toBe(401);
    expect((await fetch(address)).status).toBe(405);
    expect((await fetch(address, { method: 'POST', body: 'x'.repeat(262_145) })).status).toBe(413);
    expect(await tellAsResend(sending.url, 'email.bounced', { email_id: 'of another' })).toBe(200);
    expect(await tellAsResend(shop.url, 'email.bounced', { email_id: 'any' })).toBe(503);
  });
});
