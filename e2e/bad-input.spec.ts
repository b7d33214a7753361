import { connect as dial } from 'node:net';
import { expect, test } from '@playwright/test';
import { openShop, type Shop } from './open-shop';
import { type Rest, restClient, unique } from './rest-client';

let shop: Shop;
let rest: Rest;

test.beforeAll(async () => {
  shop = await openShop();
  rest = restClient(shop.url, shop.apiKey);
  const secrets = { endpointSecret: 'whsec_of_the_bad_input_tests_0123' };
  await rest('PUT', '/payment-accounts/stripe', { gateway: 'stripe', name: 'Stripe', secrets });
});

test.afterAll(() => shop?.close());

const customer = { email: 'ada@example.com', name: 'Ada' };
const line = { sku: 'X', name: 'X', quantity: 1, unitPrice: 100 };
const good = { currency: 'USD', customer, lines: [line] };

const rubbish: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e21, 2 ** 53, '', ' ', '\0', 'x'.repeat(100_000)],
  ...[[], {}, [[]], [null], { a: 1 }, "'; DROP TABLE orders; --", '<script>alert(1)</script>'],
  ...['../../etc/passwd', '%00', '\u202Eabc', '\uD800', '🍵'.repeat(5_000), '{{7*7}}', '__proto__'],
];

function post(path: string, body: BodyInit, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${shop.apiKey}`;
  return fetch(`${shop.url}${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body,
  });
}

async function expectTaken(answer: Response, what: string): Promise<void> {
  const text = await answer.text();
  expect(`${what}: ${answer.status} ${text.slice(0, 200)}`).not.toMatch(/: 5\d\d /);
  expect(text).not.toMatch(/\bat .+\.(ts|js|mjs):\d+/);
  if (answer.status >= 400) {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
}

test('rubbish in any field of an order is told, never a fault of ours', async () => {
  const paths = [
    ...['number', 'currency', 'customer', 'billingAddress', 'lines', 'shipping', 'discount'],
    ...['paymentMethod', 'note', 'tags', 'placedAt', '__proto__', 'constructor'],
    ...['customer.email', 'customer.name', 'customer.phone', 'customer.locale'],
    ...['lines.0.sku', 'lines.0.name', 'lines.0.quantity', 'lines.0.unitPrice', 'lines.0.tax'],
  ];
  for (const path of paths) {
    for (const value of rubbish) {
      const body = JSON.stringify(withField(good, path, value));
      await expectTaken(
        await post('/api/v1/orders', body),
        `${path}=${String(value).slice(0, 20)}`,
      );
    }
  }
});

function withField(target: object, path: string, value: unknown): object {
  const copy = structuredClone(target);
  const keys = path.split('.');
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  Object.defineProperty(at, keys.at(-1) ?? '', { value, enumerable: true, configurable: true });
  return copy;
}

test('rubbish in any command is told, and the order stays as it was', async () => {
  const { number } = await rest('POST', '/orders', good);
  const before = await rest('GET', `/orders/${number}`);
  for (const verb of ['pay', 'ship', 'deliver', 'roll-back', 'cancel', 'reopen', 'restore']) {
    for (const value of rubbish) {
      for (const body of [value, { [unique('f')]: value }, { lines: value, method: value }]) {
        const answer = await post(`/api/v1/orders/${number}/${verb}`, JSON.stringify(body) ?? '');
        await expectTaken(answer, `${verb} ${JSON.stringify(body)?.slice(0, 30)}`);
        if (answer.ok) await rest('POST', `/orders/${number}/reopen`, {}).catch(() => null);
      }
    }
  }
  expect((await rest('GET', `/orders/${number}`)).totals).toEqual(before.totals);
});

test('money is whole, not negative and of a known size', async () => {
  for (const unitPrice of [-1, 0.1, 1e15, 9_007_199_254_740_991, '100', Number.MAX_VALUE]) {
    const answer = await post(
      '/api/v1/orders',
      JSON.stringify({ ...good, lines: [{ ...line, unitPrice }] }),
    );
    expect([unitPrice, answer.status]).toEqual([unitPrice, 422]);
  }
  const many = Array.from({ length: 900 }, () => ({
    ...line,
    quantity: 1_000_000,
    unitPrice: 1e12,
  }));
  const answer = await post('/api/v1/orders', JSON.stringify({ ...good, lines: many }));
  expect(answer.status).toBe(422);
});

test('ten thousand lines and a megabyte of text are refused by their field', async () => {
  const lines = Array.from({ length: 10_000 }, () => ({ sku: 'X', quantity: 1 }));
  const tooMany = await post('/api/v1/orders', JSON.stringify({ ...good, lines }));
  expect([tooMany.status, Object.keys((await tooMany.json()).fields)]).toEqual([422, ['lines']]);
  const note = 'x'.repeat(1_000_000);
  const tooLong = await post('/api/v1/orders', JSON.stringify({ ...good, note }));
  expect([tooLong.status, Object.keys((await tooLong.json()).fields)]).toEqual([422, ['note']]);
});

test('names of every script, signs and emoji are kept as they are', async () => {
  const names = [
    'محمد بن سلمان',
    'שלום עולם',
    '山田 太郎',
    'Zoë 🍵 O’Neill',
    "Robert'); DROP TABLE orders;--",
  ];
  for (const name of names) {
    const order = await rest('POST', '/orders', { ...good, customer: { ...customer, name } });
    expect((await rest('GET', `/orders/${order.number}`)).customer.name).toBe(name);
    const found = await rest('GET', `/orders?q=${encodeURIComponent(name)}`);
    expect(found.data.map((row: { number: string }) => row.number)).toContain(order.number);
  }
});

test('any search finds or finds nothing', async () => {
  const terms = ['"', '""', '*', 'a*', 'AND', 'OR NOT', 'NEAR(a b)', '^x', 'col:x', "'", '%', '_'];
  for (const term of [...terms, '\\', '(', '🍵', 'x'.repeat(200), '-', '{', 'א']) {
    const path = `/orders?q=${encodeURIComponent(term)}`;
    expect([term, Array.isArray((await rest('GET', path)).data)]).toEqual([term, true]);
  }
});

test('rubbish in a query is 400', async () => {
  const queries = [
    'limit=0',
    'limit=x',
    'cursor=x',
    'status=x',
    'sort=x',
    'unknown=1',
    'placedFrom=x',
  ];
  for (const query of queries) {
    const answer = await fetch(`${shop.url}/api/v1/orders?${query}`, {
      headers: { authorization: `Bearer ${shop.apiKey}` },
    });
    expect([query, answer.status]).toEqual([query, 400]);
  }
});

test('rubbish to a callback address is refused and recorded, never a fault of ours', async () => {
  const bodies: BodyInit[] = [
    '',
    '{',
    '[]',
    'null',
    '\0',
    'x_amount=1&x_amount=2',
    Buffer.alloc(1_000, 255),
  ];
  for (const body of bodies) {
    for (const signature of [
      '',
      't=1,v1=',
      't=x,v1=y',
      `t=${'9'.repeat(400)},v1=${'f'.repeat(64)}`,
      ',,,',
    ]) {
      const answer = await fetch(`${shop.url}/api/silent-response/stripe`, {
        method: 'POST',
        headers: { 'stripe-signature': signature },
        body,
      });
      expect([400, 401]).toContain(answer.status);
    }
  }
});

test('a body that lies about its length or its type harms nobody', async () => {
  const port = Number(new URL(shop.url).port);
  const lies = [
    'Content-Length: 10\r\n\r\n{',
    'Transfer-Encoding: chunked\r\n\r\nZZZ\r\n',
    'Content-Length: x\r\n\r\n',
  ];
  for (const lie of lies) {
    const socket = dial(port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    socket.write(
      `POST /api/v1/orders HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer ${shop.apiKey}\r\nContent-Type: application/json\r\n${lie}`,
    );
    socket.end();
    await new Promise((resolve) => socket.on('close', resolve));
  }
  for (const encoding of ['gzip', 'br']) {
    const answer = await post('/api/v1/orders', JSON.stringify(good), {
      'content-encoding': encoding,
    });
    await expectTaken(answer, encoding);
  }
  expect((await fetch(`${shop.url}/api/health`)).status).toBe(200);
});

test('no page tells a stranger what orders there are', async () => {
  const { number, trackingUrl } = await rest('POST', '/orders', good);
  const addresses = [
    `/orders/${number}`,
    `/track/${number}`,
    '/track/x',
    `${new URL(trackingUrl).pathname}x`,
  ];
  for (const path of addresses) {
    const answer = await fetch(`${shop.url}${path}`, { redirect: 'manual' });
    expect([path, await answer.text()]).not.toEqual([path, expect.stringContaining(customer.name)]);
    expect([path, answer.status]).not.toEqual([path, 200]);
  }
});
