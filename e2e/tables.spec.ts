import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { openShop, type Shop } from './open-shop';
import { restClient } from './rest-client';
import { signIn } from './sign-in';

/** A phone, a tablet, small and middling screens: where a table becomes cards, and just before. */
const widths = [320, 390, 680, 720, 768, 820, 1024, 1100, 1280, 1440];
const lists = ['/orders', '/customers', '/products', '/inbox', '/messages', '/settings/payments'];
const name = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Somewhere';

let shop: Shop;

test.beforeAll(async () => {
  shop = await openShop({ settings: { WORKER: 'off' } });
  const rest = restClient(shop.url, shop.apiKey);
  const pot = { name, price: 340_000, currency: 'USD', kind: 'physical', stock: 0 };
  await rest('PUT', `/products/${'LONG-SKU-'.repeat(6)}`, pot);
  await rest('PUT', '/products/SEAT', { ...pot, kind: 'codes', stock: undefined });
  const number = 'WEB-2026-11-00000000001042';
  const lines = [
    { sku: 'LONG-SKU-'.repeat(6), quantity: 40 },
    { sku: 'SEAT', quantity: 1 },
  ];
  const customer = { email: 'a.very.long.address@of.a.long.domain.example.com', name };
  await rest('POST', '/orders', { number, currency: 'USD', customer, lines });
  await rest('POST', `/orders/${number}/pay`, { method: 'cash' });
  const secrets = { endpointSecret: 'whsec_of_the_table_journeys_0123' };
  await rest('PUT', '/payment-accounts/stripe', { gateway: 'stripe', name, secrets });
  await fetch(`${shop.url}/api/silent-response/stripe`, { method: 'POST', body: 'unsigned' });
});

test.afterAll(() => shop?.close());

/** How far a table reaches over the room that it stands in, in pixels. */
function overhang(page: Page): Promise<number> {
  return page
    .locator('.table-room')
    .evaluateAll((rooms) =>
      Math.max(0, ...rooms.map((room) => room.scrollWidth - room.clientWidth)),
    );
}

test('no column of a list is cut off, however wide the screen and however long the names', async ({
  page,
}) => {
  await signIn(page, shop);
  for (const list of lists) {
    await page.goto(`${shop.url}${list}`);
    await expect(page.getByRole('table').first()).toBeVisible();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overhang(page), `${list} at ${width}`).toBeLessThanOrEqual(1);
    }
  }
});
