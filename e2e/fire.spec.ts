import { expect, test } from '@playwright/test';
import { selfCheck } from '#server/self-check/self-check';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { deliver, signedCharge } from './stripe-signer';

const endpointSecret = 'whsec_of_the_fire_tests_0123456789';
const slug = 'stripe';

/** A shop with a Stripe account and one tracked product. */
async function shopUnderFire(): Promise<Readonly<{ shop: Shop; rest: Rest }>> {
  const shop = await openShop();
  const rest = restClient(shop.url, shop.apiKey);
  const secrets = { endpointSecret };
  await rest('PUT', `/payment-accounts/${slug}`, { gateway: 'stripe', name: 'Stripe', secrets });
  const pot = { name: 'Teapot', price: 1500, currency: 'USD', kind: 'physical', stock: 100_000 };
  await rest('PUT', '/products/POT', pot);
  return { shop, rest };
}

function placed(rest: Rest, more: object = {}) {
  const customer = { email: 'ada@example.com', name: 'Ada Tester' };
  const lines = [{ sku: 'POT', quantity: 1 }];
  return rest('POST', '/orders', { currency: 'USD', customer, lines, ...more });
}

test('one message fifty times at once, to two server processes, pays once and answers 2xx to all', async () => {
  const { shop, rest } = await shopUnderFire();
  try {
    const other = await shop.another();
    await rest('PUT', '/products/KEY', { name: 'Key', price: 900, currency: 'USD', kind: 'codes' });
    await rest('POST', '/products/KEY/codes', { codes: ['one', 'two', 'three', 'four'] });
    const lines = [
      { sku: 'POT', quantity: 2 },
      { sku: 'KEY', quantity: 2 },
    ];
    const order = await placed(rest, { lines });
    const message = signedCharge(order, endpointSecret);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => deliver(i % 2 ? shop.url : other.url, slug, message)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    const paid = await rest('GET', `/orders/${order.number}`);
    expect([paid.status, paid.payments.length, paid.totals.paid]).toEqual(['paid', 1, 4800]);
    expect((await rest('GET', '/products/POT')).stock).toBe(99_998);
    expect((await rest('GET', '/products/KEY')).codesAvailable).toBe(2);
    const inbox = await rest('GET', `/callbacks?order=${order.number}&limit=100`);
    const verdicts = inbox.data.map(({ verdict }: { verdict: string }) => verdict);
    expect(verdicts.sort()).toEqual(['applied', ...Array(49).fill('duplicate')]);
    const mail = await rest('GET', `/messages?order=${order.number}`);
    expect(mail.data.map(({ template }: { template: string }) => template).sort()).toEqual([
      'order_received',
      'paid',
    ]);
    expect(await selfCheck(shop.db)).toEqual([]);
  } finally {
    await shop.close();
  }
});

test('two processes hammering the same orders for thirty seconds lose nothing and double nothing', async () => {
  test.setTimeout(180_000);
  const { shop, rest } = await shopUnderFire();
  try {
    const other = await shop.another();
    const clients = [rest, restClient(other.url, shop.apiKey)];
    const orders = await Promise.all(Array.from({ length: 6 }, () => placed(rest)));
    const until = Date.now() + 30_000;
    const commands = ['pay', 'roll-back', 'cancel', 'reopen', 'ship', 'deliver', 'callback'];
    let done = 0;
    const hammer = async (seat: number) => {
      for (let turn = seat; Date.now() < until; turn += 7) {
        const order = orders[turn % orders.length];
        const command = commands[(turn * 31) % commands.length];
        const client = clients[seat % 2] ?? rest;
        if (command === 'callback') {
          const url = seat % 2 ? other.url : shop.url;
          const { status } = await deliver(url, slug, signedCharge(order, endpointSecret));
          expect([200, 503]).toContain(status);
        } else {
          const body = command === 'pay' ? { method: 'cash' } : {};
          const wrong = await client('POST', `/orders/${order.number}/${command}`, body).then(
            () => '409',
            (error: Error) => error.message,
          );
          expect(wrong).toContain('409');
        }
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, seat) => hammer(seat)));
    expect(done).toBeGreaterThan(500);
    expect(await selfCheck(shop.db)).toEqual([]);
  } finally {
    await shop.close();
  }
});

test('a server killed in the middle of callbacks, twenty times, keeps every one that it answered', async () => {
  test.setTimeout(300_000);
  const { shop, rest } = await shopUnderFire();
  try {
    const orders = await Promise.all(Array.from({ length: 200 }, () => placed(rest)));
    const answered: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const server = await shop.another({ WORKER: 'off' });
      const batch = orders.slice(round * 10, round * 10 + 10);
      const deliveries = batch.map(async (order) => {
        const message = signedCharge(order, endpointSecret);
        const answer = await deliver(server.url, slug, message).catch(() => null);
        if (answer?.ok) answered.push(order.number);
        return answer;
      });
      await Promise.any(deliveries.slice(0, 1 + (round % 5)));
      await server.kill();
      await Promise.all(deliveries);
      expect(await selfCheck(shop.db)).toEqual([]);
    }
    expect(answered.length).toBeGreaterThanOrEqual(20);
    for (const number of answered) {
      const order = await rest('GET', `/orders/${number}`);
      expect([number, order.status, order.payments.length]).toEqual([number, 'paid', 1]);
    }
  } finally {
    await shop.close();
  }
});
