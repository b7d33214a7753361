import { afterWorkingDays } from '#domain/working-days';
import { weekdayInWords } from '#server/mail/words';
import { expect, expectAccessible, test, watch } from './journey';
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

async function paid() {
  const order = await rest('POST', '/orders', {
    currency: 'USD',
    customer: { email: 'zoe@customer.example', name: 'Zoë Whitcombe' },
    lines: [{ sku: 'POT', name: 'Teapot', quantity: 1, unitPrice: 1500 }],
    shipping: { method: 'tracked 48', amount: 400 },
  });
  await rest('POST', `/orders/${order.number}/pay`, { method: 'cash' });
  const { data } = await rest('GET', `/orders/${order.number}/events`);
  const day: string | null = data.at(-1).data.expectedOn;
  return { ...order, day };
}

test('without script a method gets its days, and an order its day', async ({
  browser,
  complaints,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  watch(context, complaints);
  const page = await context.newPage();
  await signIn(page, shop, '/settings/delivery');
  const add = page.getByRole('button', { name: 'Add a shipping method' });
  const save = page.getByRole('button', { name: 'Save' }).last();
  await add.click();
  await page.getByLabel('Shipping method 1', { exact: true }).fill('Tracked 48');
  await page.getByLabel('Working days of shipping method 1').fill('soon');
  await add.click();
  await page.getByLabel('Shipping method 2', { exact: true }).fill('Sledge');
  await save.click();
  await expect(page.getByText('Enter a whole number of days.')).toHaveCount(2);
  await expect(page.getByLabel('Working days of Tracked 48')).toHaveValue('soon');
  await page.getByRole('button', { name: 'Remove Sledge' }).click();
  await page.getByLabel('Working days of Tracked 48').fill('3');
  await save.click();
  await expect(page.getByText('Saved.')).toBeVisible();

  const { number } = await paid();
  await page.goto(`${shop.url}/orders/${number}`);
  await page.getByText('Change the day…').click();
  const field = page.getByLabel('Expected on');
  await field.fill('2020-01-01');
  await page.getByLabel('Words to the customer').fill('The kiln cracked.');
  await page.getByRole('button', { name: 'Save the day' }).click();
  await expect(page.getByText('Choose today or a day that is still to come.')).toBeVisible();
  await expect(page.getByLabel('Words to the customer')).toHaveValue('The kiln cracked.');
  await field.fill('');
  await page.getByRole('button', { name: 'Save the day' }).click();
  await expect(page.getByText('The expected day is saved.')).toBeVisible();
  await expect(page.getByText('Name the expected day…')).toBeVisible();
  await context.close();
});

test('a paid order has its day, and the customer is told of a later one', async ({ page }) => {
  await signIn(page, shop, '/settings/delivery');
  await expectAccessible(page);
  await page.getByLabel(/^Working days of all other orders/).fill('4');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const { number, trackingUrl, day } = await paid();
  if (day === null) throw new Error('No day was promised.');
  const promise = await mail.received(`Fernhill Supply: payment for order ${number} received`);
  expect(promise.text).toContain(`We expect it to reach you on ${weekdayInWords(day, 'en')}.`);

  await page.goto(trackingUrl);
  await expect(page.getByText(/^Expected (tomorrow|on \w+day \d+ \w+)/).first()).toBeVisible();
  await page.goto(`${shop.url}/orders/${number}`);
  await page.getByText('Change the day…').click();
  await expectAccessible(page);
  const later = afterWorkingDays(day, 20);
  await page.getByLabel('Expected on').fill(later);
  await page.getByLabel('Words to the customer').fill('The glaze cracked in the kiln.');
  await page.getByRole('button', { name: 'Save the day' }).click();
  await expect(page.getByText('The expected day is saved.')).toBeVisible();
  await expect(
    page.getByText(/expects it on .* instead of .*, and told the customer/),
  ).toBeVisible();

  const told = await mail.received(`Fernhill Supply: a new day for order ${number}`);
  expect(told.text).toContain(weekdayInWords(later, 'en'));
  expect(told.text).toContain('A note from Fernhill Supply:\nThe glaze cracked in the kiln.');
  await page.goto(trackingUrl);
  const [weekday = '', dayOfMonth = '', month = ''] = weekdayInWords(later, 'en').split(' ');
  const words = `Expected on ${weekday} ${dayOfMonth} ${month}`;
  await expect(page.getByText(words)).toHaveCount(2);
  await expect(page.getByText('glaze')).toHaveCount(0);
  await expectAccessible(page);
});
