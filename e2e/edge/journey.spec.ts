import { type APIRequestContext, expect, test } from '@playwright/test';
import Stripe from 'stripe';

type Order = Readonly<{ number: string; trackingUrl: string; status: string }>;

const endpointSecret = 'whsec_edge_0123456789abcdef';
const trackingNumber = '1Z999AA10123456784';

test('on workerd an order is placed, paid by a callback, shipped, and followed by its customer', async ({
  page,
  request,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const api = apiOf(request);

  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(setting('EDGE_OWNER_EMAIL'));
  await page.getByLabel('Password').fill(setting('EDGE_OWNER_PASSWORD'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await api.put('products/mug', {
    name: 'Mug with a fox',
    price: 1250,
    currency: 'EUR',
    kind: 'physical',
    stock: 5,
  });
  await api.put('payment-accounts/stripe', {
    gateway: 'stripe',
    name: 'Stripe',
    secrets: { endpointSecret },
  });
  const order = await api.post<Order>('orders', {
    currency: 'EUR',
    customer: { email: 'customer@example.com', name: 'Zoë Ångström' },
    shippingAddress: {
      name: 'Zoë Ångström',
      line1: 'Waldweg 4',
      city: 'Freiburg',
      postalCode: '79098',
      country: 'DE',
    },
    lines: [{ sku: 'mug', quantity: 2 }],
  });
  await page.goto('/orders');
  await expect(page.getByRole('row', { name: order.number })).toContainText('Pending');

  const first = await sendCallback(request, order.number);
  const again = await sendCallback(request, order.number);
  expect([first.status(), again.status()]).toEqual([200, 200]);
  await page.goto(`/orders/${order.number}`);
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible();
  expect(await api.get('products/mug')).toMatchObject({ stock: 3, sold: 2 });

  const shipped = await api.post<Order>(`orders/${order.number}/ship`, {
    parcels: [{ trackingNumber }],
  });
  expect(shipped.status).toBe('delivered');

  const ticked = await request.get('/cdn-cgi/handler/scheduled');
  expect(ticked.ok()).toBe(true);
  const mails = await request.get(`${setting('EDGE_MAIL_URL')}/emails`);
  const letters = await mails.text();
  expect(letters).toContain(order.trackingUrl);

  await page.goto(order.trackingUrl);
  await expect(page.getByText(trackingNumber).first()).toBeVisible();
  await expect(page.getByText('Mug with a fox').first()).toBeVisible();
  expect(faults).toEqual([]);
});

function apiOf(request: APIRequestContext) {
  const headers = { authorization: `Bearer ${setting('EDGE_API_KEY')}` };
  return {
    get: (path: string) => send<unknown>('GET', path),
    put: (path: string, data: unknown) => send<unknown>('PUT', path, data),
    post: <T>(path: string, data: unknown) => send<T>('POST', path, data),
  };

  async function send<T>(method: string, path: string, data?: unknown): Promise<T> {
    const response = await request.fetch(`/api/v1/${path}`, { method, headers, data });
    const words = (await response.text()).slice(0, 500);
    expect(response.ok(), `${method} ${path}: ${response.status()} ${words}`).toBe(true);
    return response.json();
  }
}

/** A payment as Stripe announces it, signed by Stripe's own SDK. */
function sendCallback(request: APIRequestContext, orderNumber: string) {
  const body = JSON.stringify({
    id: 'evt_edge_1',
    object: 'event',
    type: 'checkout.session.completed',
    created: Math.floor(Date.now() / 1000),
    livemode: true,
    data: {
      object: {
        id: 'cs_edge_1',
        object: 'checkout.session',
        amount_total: 2500,
        currency: 'eur',
        client_reference_id: orderNumber,
        metadata: { order_number: orderNumber },
        payment_intent: 'pi_edge_1',
        payment_status: 'paid',
        status: 'complete',
        mode: 'payment',
      },
    },
  });
  const signature = new Stripe('sk_test_unused').webhooks.generateTestHeaderString({
    payload: body,
    secret: endpointSecret,
  });
  return request.post('/api/silent-response/stripe', {
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    data: Buffer.from(body),
  });
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: start this by npm run edge:test.`);
  return value;
}
