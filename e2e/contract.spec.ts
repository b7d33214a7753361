import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { openShop, type Shop } from './open-shop';
import { unique } from './rest-client';

let shop: Shop;

test.beforeAll(async () => {
  shop = await openShop({ settings: { CRON_SECRET: 'the clock of the contract tests' } });
});

test.afterAll(() => shop?.close());

// biome-ignore lint/suspicious/noExplicitAny: the contract is checked by what these tests expect
type Answer = Readonly<{ status: number; headers: Headers; text: string; body: any }>;
type Sending = Readonly<{ at?: string; headers?: Record<string, string>; body?: unknown }>;

async function send(method: string, path: string, { at, headers, body }: Sending = {}) {
  const isText = typeof body === 'string';
  const answer = await fetch(`${at ?? shop.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${shop.apiKey}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  const { status, headers: received } = answer;
  const parsed = isJson && text !== '' ? JSON.parse(text) : text;
  return { status, headers: received, text, body: parsed } satisfies Answer;
}

const api = (method: string, path: string, body?: unknown, more: Sending = {}) =>
  send(method, `/api/v1${path}`, { ...more, ...(body !== undefined && { body }) });

const customer = { email: 'ada@example.com', name: 'Ada' };
const line = { sku: 'X', name: 'X', quantity: 1, unitPrice: 1000 };
const orderBody = (more = {}) => ({ currency: 'USD', customer, lines: [line], ...more });
const place = async (more = {}) => (await api('POST', '/orders', orderBody(more))).body;
const read = async (number: string) => (await api('GET', `/orders/${number}`)).body;
const keyed = () => ({ headers: { 'idempotency-key': unique('K') } });

const doors: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/orders': ['GET', 'POST'],
  '/api/v1/orders/1': ['GET', 'DELETE'],
  '/api/v1/orders/1/pay': ['POST'],
  '/api/v1/orders/1/roll-back': ['POST'],
  '/api/v1/orders/1/events': ['GET'],
  '/api/v1/orders/1/codes': ['GET'],
  '/api/v1/products': ['GET'],
  '/api/v1/products/X': ['GET', 'PUT'],
  '/api/v1/products/X/movements': ['GET'],
  '/api/v1/products/X/codes': ['POST'],
  '/api/v1/payment-accounts/x': ['GET', 'PUT'],
  '/api/v1/callbacks': ['GET'],
  '/api/v1/messages': ['GET'],
  '/api/v1/openapi.json': ['GET'],
  '/api/silent-response/x': ['GET', 'POST'],
  '/api/health': ['GET'],
  '/api/cron': ['POST'],
};

test('a method that a path lacks is 405 and the answer tells those it has', async () => {
  for (const [path, allowed] of Object.entries(doors)) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      if (allowed.includes(method)) continue;
      const { status, headers, body } = await send(method, path);
      expect([method, path, status]).toEqual([method, path, 405]);
      expect(headers.get('allow')?.split(', ').sort()).toEqual([...allowed].sort());
      expect(body.code).toBe('method_not_allowed');
    }
  }
});

test('a look that shows no code makes no code seen', async () => {
  const [sku, code] = [unique('K'), unique('CODE')];
  await api('PUT', `/products/${sku}`, { ...productBody, kind: 'codes' });
  await api('POST', `/products/${sku}/codes`, { codes: [code] });
  const { number } = await place({ lines: [{ sku, quantity: 1 }] });
  await api('POST', `/orders/${number}/pay`, { method: 'cash' });
  const { status, headers } = await api('HEAD', `/orders/${number}/codes`);
  expect([status, headers.get('allow')]).toEqual([405, 'GET']);
  expect((await api('HEAD', `/orders/${number}`)).status).toBe(200);
  await api('POST', `/orders/${number}/roll-back`);
  expect((await api('GET', `/products/${sku}`)).body.codesAvailable).toBe(1);
});

test('what is nowhere is a problem, whatever its address looks like', async () => {
  const paths = ['', '/nothing', `/orders/${'x'.repeat(300)}`, `/products/${'x'.repeat(300)}`];
  for (const path of [...paths, '/orders/%00', '/orders/a%2Fb', '/orders/1/nothing']) {
    const { status, body } = await api('GET', path);
    expect([path, status, body.code]).toEqual([path, 404, 'not_found']);
  }
  const { status, body } = await api('GET', '/orders/%E0%A4%A');
  expect([status, body.code]).toEqual([400, 'malformed']);
});

test('a query that a path does not know is 400, whether the path is a list or not', async () => {
  const { number } = await place();
  const paths = ['/orders', `/orders/${number}`, '/products', '/products/X', '/callbacks'];
  for (const path of [...paths, `/orders/${number}/events`]) {
    const { status, body } = await api('GET', `${path}?unheard=1`);
    expect([path, status, body.fields]).toEqual([path, 400, { unheard: expect.any(String) }]);
  }
  const { status } = await api('POST', `/orders/${number}/pay?method=cash`, { method: 'cash' });
  expect([status, (await read(number)).status]).toEqual([400, 'pending']);
});

test('a compressed body is 415', async () => {
  const headers = { 'content-encoding': 'gzip' };
  const { status, body } = await api('POST', '/orders', orderBody(), { headers });
  expect([status, body.code]).toEqual([415, 'unsupported_type']);
});

test('a body brings only what the contract names, not what its path or the console say', async () => {
  const { number } = await place();
  const other = await place();
  const secrets = { endpointSecret: 'whsec_of_the_contract_tests_0123456789' };
  const tries = [
    ['POST', `/orders/${number}/pay`, { method: 'cash', number: other.number }, 'number'],
    ['POST', `/orders/${number}/cancel`, { seenVersion: 1 }, 'seenVersion'],
    ['PUT', '/products/ONE', { sku: 'TWO', ...productBody }, 'sku'],
    ['PUT', '/payment-accounts/one', { slug: 'two', ...account('stripe', secrets) }, 'slug'],
    ['PUT', '/payment-accounts/one', account('stripe', { ...secrets, word: 'x' }), 'secrets.word'],
    [
      'POST',
      '/orders',
      JSON.parse(`{"__proto__":{},${JSON.stringify(orderBody()).slice(1)}`),
      '__proto__',
    ],
  ] as const;
  for (const [method, path, body, field] of tries) {
    const answer = await api(method, path, body);
    expect([path, answer.status, Object.keys(answer.body.fields)]).toEqual([path, 422, [field]]);
  }
  expect([(await read(number)).status, (await read(other.number)).status]).toEqual([
    'pending',
    'pending',
  ]);
});

const productBody = { name: 'A thing', price: 1000, currency: 'USD', kind: 'physical' };
const account = (gateway: string, secrets: object) => ({ gateway, name: 'Account', secrets });

test('of two equal requests at once one works, and both get one answer from then on', async () => {
  const [key, body] = [keyed(), orderBody()];
  const both = await Promise.all([1, 2].map(() => api('POST', '/orders', body, key)));
  const [won] = both.filter(({ status }) => status === 201);
  for (const { status, body: problem } of both) {
    if (status !== 201) expect([status, problem.code]).toEqual([409, 'conflict']);
  }
  const elsewhere = await shop.another();
  const again = await api('POST', '/orders', body, { ...key, at: elsewhere.url });
  expect([again.status, again.text]).toEqual([201, won?.text]);
  await elsewhere.stop();
});

test('an Idempotency-Key is for one path and body, and free again after a fault of the request', async () => {
  const key = keyed();
  expect((await api('POST', '/orders', {}, key)).status).toBe(422);
  const placed = await api('POST', '/orders', orderBody(), key);
  expect(placed.status).toBe(201);
  const paid = await api('POST', `/orders/${placed.body.number}/pay`, { method: 'cash' }, key);
  expect([paid.status, paid.body.code]).toEqual([422, 'idempotency_key_reused']);
});

test('a cursor of one list opens no other', async () => {
  const { number } = await place();
  await api('POST', `/orders/${number}/pay`, { method: 'cash' });
  const lists = ['/orders', '/products', '/messages', '/callbacks', `/orders/${number}/events`];
  await api('PUT', '/products/CUR-A', productBody);
  await api('PUT', '/products/CUR-B', productBody);
  for (const from of lists) {
    const { nextCursor } = (await api('GET', `${from}?limit=1`)).body;
    if (nextCursor === null) continue;
    for (const to of lists.filter((list) => list !== from)) {
      const { status } = await api('GET', `${to}?cursor=${encodeURIComponent(nextCursor)}`);
      expect([from, to, status]).toEqual([from, to, 400]);
    }
  }
});

test('numbers and skus of other shops are kept and found by their address', async () => {
  for (const name of ['#1001', 'A/B-1', 'INV 2026/7', 'Ü.日本_1', '12+3(a)']) {
    const number = `${name}${unique('')}`;
    const at = encodeURIComponent(number);
    expect((await place({ number })).number).toBe(number);
    expect((await api('GET', `/orders/${at}`)).body.number).toBe(number);
    expect((await api('POST', `/orders/${at}/pay`, { method: 'cash' })).status).toBe(200);
    const found = await api('GET', `/orders?q=${at}`);
    expect(found.body.data.map((order: { number: string }) => order.number)).toContain(number);
    expect((await api('PUT', `/products/${at}`, productBody)).status).toBe(201);
    expect((await api('GET', `/products/${at}/movements`)).status).toBe(200);
  }
});

test('an order that costs nothing is paid with nothing, named or not', async () => {
  const free = { lines: [{ ...line, discount: 1000 }] };
  for (const body of [{ method: 'free' }, { method: 'free', amount: 0 }]) {
    const { number } = await place(free);
    const paid = await api('POST', `/orders/${number}/pay`, body);
    expect([paid.body.status, paid.body.paymentStatus]).toEqual(['paid', 'paid']);
  }
  const { number } = await place();
  const { status, body } = await api('POST', `/orders/${number}/pay`, { method: 'x', amount: 0 });
  expect([status, Object.keys(body.fields)]).toEqual([422, ['amount']]);
});

const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

async function openAccount(): Promise<string> {
  const slug = unique('acct').toLowerCase();
  await api('PUT', `/payment-accounts/${slug}`, account('standard-webhooks', { secret }));
  return slug;
}

function tell(slug: string, type: string, data: object) {
  const [id, seconds] = [unique('msg'), Math.floor(Date.now() / 1000)];
  const body = JSON.stringify({ type: `payment.${type}`, data });
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${mac}`,
  };
  return send('POST', `/api/silent-response/${slug}`, { headers, body });
}

test('a refund and its payment end in one state, whichever comes first', async () => {
  const slug = await openAccount();
  for (const types of [
    ['paid', 'refunded'],
    ['refunded', 'paid'],
  ]) {
    const { number } = await place();
    const facts = { order_number: number, amount_minor: 1000, currency: 'USD' };
    for (const type of types) await tell(slug, type, { ...facts, transaction_id: `T${number}` });
    const { status, paymentStatus, totals } = await read(number);
    expect([status, paymentStatus, totals.refunded]).toEqual(['paid', 'refunded', 1000]);
  }
});

test('a payment for a deleted order changes nothing, and pays it once it is restored', async () => {
  const slug = await openAccount();
  const { number } = await place();
  await api('DELETE', `/orders/${number}`);
  await tell(slug, 'paid', { order_number: number, amount_minor: 1000, currency: 'USD' });
  const inbox = (await api('GET', `/callbacks?account=${slug}`)).body.data;
  expect(inbox.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['order_unknown']);
  await api('POST', `/orders/${number}/restore`);
  expect((await read(number)).status).toBe('paid');
});

test('the address of an account answers a look, and that of no account does not', async () => {
  const slug = await openAccount();
  const look = async (at: string) => (await send('GET', `/api/silent-response/${at}`)).status;
  expect([await look(slug), await look(`${slug}x`)]).toEqual([200, 404]);
});

test('a part that was paid by hand leaves the rest to a callback of exactly the rest', async () => {
  const slug = await openAccount();
  const { number } = await place();
  await api('POST', `/orders/${number}/pay`, { method: 'cash', amount: 300 });
  const facts = { order_number: number, currency: 'USD' };
  await tell(slug, 'paid', { ...facts, amount_minor: 1000, transaction_id: 'A' });
  expect((await read(number)).paymentStatus).toBe('partly_paid');
  await tell(slug, 'paid', { ...facts, amount_minor: 700, transaction_id: 'B' });
  const paid = await read(number);
  expect([paid.status, paid.totals.paid, paid.payments[1].account]).toEqual(['paid', 1000, slug]);
});

test('the description names every door of the API once, and all it refers to is there', async () => {
  const { body } = await api('GET', '/openapi.json');
  const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods as object).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations).toHaveLength(23);
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(23);
  for (const { path, operation } of operations) {
    const inPath = operation.parameters.filter((one: { in: string }) => one.in === 'path');
    expect([path, inPath.length]).toEqual([path, path.split('{').length - 1]);
  }
  const refs = JSON.stringify(body).match(/"\$ref":"[^"]+"/g) ?? [];
  expect([...new Set(refs)]).toEqual(['"$ref":"#/components/schemas/Problem"']);
});
