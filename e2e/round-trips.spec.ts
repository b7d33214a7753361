import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { connect } from '#db/client';
import { signInToken } from '#server/door/sign-in-token';
import { freePort } from './free-port';
import { type HranaServer, startHranaServer } from './hrana-server';
import { openShopFile, owner } from './open-shop';
import { type Rest, restClient } from './rest-client';
import { type Server, startServer } from './start-server';
import { deliver, signedCharge } from './stripe-signer';

const endpointSecret = 'whsec_of_the_round_trip_tests_0123';

let folder: string;
let database: HranaServer;
let server: Server;
let apiKey: string;
let authSecret: string;
let rest: Rest;
let order: { number: string; trackingUrl: string };

/** The database is reached over HTTP, so that each round trip is one request that can be counted. */
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterfoil-trips-'));
  const file = join(folder, 'shop.db');
  const url = `http://127.0.0.1:${await freePort()}`;
  const shop = await openShopFile(file, url);
  shop.db.$client.close();
  database = await startHranaServer({ file, port: 0 });
  server = await startServer(url, {
    ...shop.settings,
    DATABASE_URL: database.url,
    WORKER: 'off',
  });
  apiKey = shop.apiKey;
  authSecret = shop.settings.AUTH_SECRET ?? '';
  rest = restClient(url, apiKey);
  const secrets = { endpointSecret };
  await rest('PUT', '/payment-accounts/stripe', { gateway: 'stripe', name: 'Stripe', secrets });
  const pot = { name: 'Teapot', price: 1500, currency: 'USD', kind: 'physical', stock: 100 };
  await rest('PUT', '/products/POT', pot);
  await rest('PUT', '/products/KEY', { name: 'Key', price: 900, currency: 'USD', kind: 'codes' });
  await rest('POST', '/products/KEY/codes', { codes: ['one', 'two', 'three'] });
  order = await placed();
});

test.afterAll(async () => {
  await server?.stop();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

function placed() {
  const customer = { email: 'ada@example.com', name: 'Ada Tester' };
  const lines = [
    { sku: 'POT', quantity: 1 },
    { sku: 'KEY', quantity: 1 },
  ];
  return rest('POST', '/orders', { currency: 'USD', customer, lines });
}

async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  database.resetRoundTrips();
  await work();
  return database.roundTrips();
}

test('every reading call of the API takes two round trips at most', async () => {
  const paths = [
    '/orders',
    '/orders?q=ada&sort=total',
    `/orders/${order.number}`,
    `/orders/${order.number}/events`,
    `/orders/${order.number}/codes`,
    '/products',
    '/products/POT',
    '/products/POT/movements',
    '/payment-accounts/stripe',
    '/callbacks',
    '/messages',
  ];
  for (const path of paths) {
    expect([path, await tripsOf(() => rest('GET', path))]).toEqual([path, 2]);
  }
});

test('every changing call of the API takes three round trips at most', async () => {
  const { number } = await placed();
  const at = `/orders/${number}`;
  const changes: readonly (readonly [string, string, object | undefined])[] = [
    ['POST', `${at}/pay`, { method: 'cash' }],
    ['POST', `${at}/ship`, { parcels: [{ trackingNumber: '1Z999AA10123456784' }] }],
    ['POST', `${at}/roll-back`, {}],
    ['POST', `${at}/cancel`, {}],
    ['POST', `${at}/reopen`, {}],
    ['DELETE', at, undefined],
    ['POST', `${at}/restore`, {}],
    ['PUT', '/products/POT', { name: 'Pot', price: 1, currency: 'USD', kind: 'physical' }],
    ['POST', '/products/KEY/codes', { codes: ['four', 'five'] }],
    [
      'PUT',
      '/payment-accounts/stripe',
      { gateway: 'stripe', name: 'Stripe', secrets: { endpointSecret } },
    ],
  ];
  expect(await tripsOf(() => placed())).toBeLessThanOrEqual(3);
  for (const [method, path, body] of changes) {
    const trips = await tripsOf(() => rest(method, path, body));
    expect([method, path, trips <= 3 ? 'at most 3' : trips]).toEqual([method, path, 'at most 3']);
  }
});

test('a change under an Idempotency-Key takes three round trips too', async () => {
  const { number } = await placed();
  const key = { authorization: `Bearer ${apiKey}`, 'idempotency-key': 'once' };
  const headers = { ...key, 'content-type': 'application/json' };
  const url = `${server.url}/api/v1/orders/${number}/pay`;
  const pay = () => fetch(url, { method: 'POST', headers, body: '{"method":"cash"}' });
  expect(await tripsOf(pay)).toBeLessThanOrEqual(3);
  expect(await tripsOf(pay)).toBe(1);
});

test('a callback takes three round trips', async () => {
  const next = await placed();
  const message = signedCharge(next, endpointSecret);
  expect(await tripsOf(() => deliver(server.url, 'stripe', message))).toBe(3);
  expect(await tripsOf(() => deliver(server.url, 'stripe', message))).toBeLessThanOrEqual(3);
});

test('the health check takes one round trip', async ({ request }) => {
  expect(await tripsOf(() => request.get(`${server.url}/api/health`))).toBe(1);
});

test('every page takes two round trips at most', async ({ page }) => {
  await signIn(page);
  const callbacks = await rest('GET', '/callbacks?limit=1');
  const messages = await rest('GET', '/messages?limit=1');
  const paths = [
    '/orders',
    '/orders?status=pending&q=ada',
    '/orders/new',
    `/orders/${order.number}`,
    `/orders/${order.number}/pay`,
    `/orders/${order.number}/rescue`,
    '/products',
    '/products/new',
    '/products/POT',
    '/products/KEY',
    '/inbox',
    `/inbox/${callbacks.data[0]?.id}`,
    '/messages',
    '/messages?delivery=bounced',
    `/messages/${messages.data[0]?.id}`,
    '/settings/shop',
    '/settings/look',
    '/settings/messages',
    '/settings/delivery',
    '/settings/messages/paid?language=ar',
    '/settings/payments',
    '/settings/payments/accounts/stripe',
    '/settings/payments/accounts/stripe/lab',
    '/settings/api-keys',
    '/settings/sessions',
  ];
  for (const path of paths) {
    const trips = await tripsOf(() => read(page.request, path));
    expect([path, trips <= 2 ? 'at most 2' : trips]).toEqual([path, 'at most 2']);
  }
});

test('every page of a stranger takes two round trips at most', async ({ request }) => {
  const tracked = new URL(order.trackingUrl).pathname;
  for (const [path, status] of [[tracked], ['/track'], ['/sign-in'], ['/setup', 307]] as const) {
    const trips = await tripsOf(() => read(request, path, status));
    expect([path, trips <= 2 ? 'at most 2' : trips]).toEqual([path, 'at most 2']);
  }
});

test('behind their door customers need two round trips a page and three a change', async ({
  request,
}) => {
  const send = (path: string, form = {}) =>
    request.post(`${server.url}${path}`, { form, maxRedirects: 0 });
  const asking = () => send('/my/sign-in/send', { email: 'ada@example.com' });
  expect(await tripsOf(asking)).toBe(1);
  const db = await connect({ url: database.url, authToken: null });
  const { rows } = await db.$client.execute('SELECT id FROM sign_in_links');
  db.$client.close();
  const link = `/my/sign-in/${signInToken(String(rows[0]?.id), authSecret)}`;
  for (const path of ['/my/sign-in', link]) {
    expect(await tripsOf(() => read(request, path))).toBeLessThanOrEqual(2);
  }
  const opening = async () => expect((await send(`${link}/open`)).headers().location).toBe('/my');
  expect(await tripsOf(opening)).toBe(1);
  for (const path of ['/my', '/my/downloads', '/my/codes', '/my/addresses']) {
    expect([path, await tripsOf(() => read(request, path))]).toEqual([path, 2]);
  }
  expect(await tripsOf(() => send('/my/addresses/remove', { address: 'x' }))).toBe(2);
  expect(await tripsOf(() => send('/my/sign-out'))).toBe(1);
});

test('a press on a download takes one round trip, and fetching it three at most', async () => {
  const { number, trackingUrl } = await boughtBook();
  const form = await (await fetch(trackingUrl)).text();
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  const body = new URLSearchParams({
    ...{ grant: field('grant'), file: field('file'), key: field('key') },
  });
  let link = '';
  const pressing = async () => {
    const answer = await fetch(`${trackingUrl}/download`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    link = answer.headers.get('location') ?? '';
  };
  expect(await tripsOf(pressing)).toBe(1);
  expect(link).toMatch(/^\/download\//);
  expect(await tripsOf(() => fetch(`${server.url}${link}`, { method: 'HEAD' }))).toBe(1);
  const fetching = async () => expect((await fetch(`${server.url}${link}`)).status).toBe(503);
  expect(await tripsOf(fetching)).toBe(3);
  expect((await rest('GET', `/orders/${number}`)).status).toBe('delivered');
});

/** A paid order for a book whose bytes the store has lost. */
async function boughtBook(): Promise<typeof order> {
  await rest('PUT', '/products/BOOK', { name: 'Book', price: 900, currency: 'USD', kind: 'file' });
  const db = await connect({ url: `file:${join(folder, 'shop.db')}`, authToken: null });
  await db.$client.execute(`INSERT INTO files (id, product_id, name, created_at)
    SELECT 'book', id, 'book.pdf', 0 FROM products WHERE sku = 'BOOK'`);
  await db.$client.execute(`INSERT INTO file_versions
    (id, file_id, label, size, sha256, content_type, status, store_key, received, created_at, created_by, touched_at, ready_at)
    VALUES ('one', 'book', '1', 9, 'sum', 'application/pdf', 'ready', 'kkkkkkkkkkkkkkkkkkkkkk', 9, 0, 'Maria', 0, 0)`);
  db.$client.close();
  const customer = { email: 'ada@example.com', name: 'Ada Tester' };
  const lines = [{ sku: 'BOOK', quantity: 1 }];
  const bought = await rest('POST', '/orders', { currency: 'USD', customer, lines });
  await rest('POST', `/orders/${bought.number}/pay`, { method: 'cash' });
  return bought;
}

/** The page as the server sends it: what a browser fetches ahead is not counted. */
async function read(request: APIRequestContext, path: string, status = 200): Promise<void> {
  const answer = await request.get(`${server.url}${path}`, { maxRedirects: 0 });
  expect([path, answer.status()]).toEqual([path, status]);
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/orders');
}
