import { eq } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { files, fileVersions } from '#db/schema/files';
import { paymentAccounts } from '#db/schema/payments';
import { shop as shops } from '#db/schema/shop';
import type { Order } from '#domain/order';
import type { OrderCommand, ParcelGiven, PaymentGiven } from '#domain/order-command';
import { type Actor, offlineMethods } from '#domain/vocabulary';
import { type Context, createContext } from '#server/context';
import { importCodes } from '#server/digital/import-codes';
import { clickDownload } from '#server/downloads/click-download';
import { readEnv } from '#server/env';
import { changeOrder } from '#server/orders/change-order';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { defaultShop } from '#server/settings/shop-settings';
import type { Shop } from './open-shop';

const dayMs = 24 * 60 * 60 * 1000;
const maria: Actor = { kind: 'staff', id: 'maria', name: 'Maria Keeper' };
const settings = { ...defaultShop, name: 'Fernhill Supply', currency: 'USD' } as const;

/** Makes orders in a shop by the same verbs as the console does, each step a day after the last. */
export type StateMaker = Readonly<{
  make: (story: Story, locale: string) => Promise<Order>;
  /** An order with the link that it had before. */
  makeReplaced: (locale: string) => Promise<Order>;
}>;

type Step = OrderCommand | ((order: Order) => OrderCommand) | 'download all';

export type Story = Readonly<{
  skus?: readonly string[];
  method?: string;
  steps?: readonly Step[];
}>;

const sold = {
  POT: [
    'physical',
    'Stoneware teapot, 1.2 litres, sea green, with a bamboo handle and a lid that stays on',
  ],
  CUP: ['physical', 'Cup without a handle'],
  KEY: ['codes', 'Brew timer licence'],
  RARE: ['codes', 'Ticket for the tasting'],
  GUIDE: ['file', 'Guide to green tea'],
} as const;

const instructions = {
  wire: 'Harbour Bank\nIBAN GB33 BUKB 2020 1555 5555 55\nBIC BUKBGB22',
  cheque: 'Payable to Fernhill Supply\n14 Quay Street, Whitby YO21 1DH',
  cash: 'At the counter, Monday to Saturday, 9 to 17.',
  terminal: 'At the counter, with any card.',
} as const;

export async function openStates(shop: Shop): Promise<StateMaker> {
  const clock = { now: Date.now() };
  const ctx = contextOf(shop, clock);
  await stockShop(ctx);
  return {
    make: (story, locale) => make(ctx, clock, story, locale),
    makeReplaced: async (locale) => {
      const order = await make(ctx, clock, {}, locale);
      const token = ctx.newToken();
      await change(ctx, order, { type: 'renew_link', token, reason: null, notify: false });
      return order;
    },
  };
}

type Clock = { now: number };

function contextOf(shop: Shop, clock: Clock): Context {
  const env = readEnv({
    ...{ APP_URL: shop.url, DATABASE_URL: `file:${shop.file}` },
    AUTH_SECRET: 'a secret of the journeys and of nothing else',
  });
  if (!env.ok) throw new Error(env.faults.join('\n'));
  return { ...createContext({ db: shop.db, env: env.env }), now: () => clock.now };
}

async function stockShop(ctx: Context): Promise<void> {
  const { db } = ctx;
  const at = ctx.now();
  const price = { priceMinor: 2450, currency: 'USD' } as const;
  await db.insert(products).values(
    Object.entries(sold).map(([sku, [kind, name]]) => ({
      ...{ id: sku, sku, kind, name, ...price, trackStock: false },
      ...{ createdAt: at, updatedAt: at },
    })),
  );
  for (const method of offlineMethods) {
    const told = { instructions: instructions[method] };
    await db.update(paymentAccounts).set(told).where(eq(paymentAccounts.slug, method));
  }
  const guide = { id: 'guide', productId: 'GUIDE', name: 'green-tea.pdf', createdAt: at };
  await db.insert(files).values(guide);
  await db.insert(fileVersions).values({
    ...{ id: 'v1', fileId: 'guide', label: '2026', size: 8_400_000, sha256: 'a'.repeat(64) },
    ...{ storeKey: 'v1', contentType: 'application/pdf', status: 'ready', received: 8_400_000 },
    ...{ createdBy: 'Maria', createdAt: at, touchedAt: at, readyAt: at },
  });
  const footer = 'Questions? Write to help@fernhill.example or call 01947 555 010.';
  await db.update(shops).set({ footer, postalAddress: '14 Quay Street\nWhitby YO21 1DH' });
  const codes = Array.from({ length: 400 }, (_, index) => `BREW-${1000 + index}-7F3K-22LM`);
  await importCodes(ctx, { sku: 'KEY', codes });
}

async function make(ctx: Context, clock: Clock, story: Story, locale: string): Promise<Order> {
  const { skus = ['POT', 'CUP', 'CUP'], method = 'stripe', steps = [] } = story;
  clock.now = Date.now() - (steps.length + 1) * dayMs;
  let order = await place(ctx, { skus, method, locale });
  for (const step of steps) {
    clock.now += dayMs;
    if (step === 'download all') await downloadAll(ctx, clock, order);
    else order = await change(ctx, order, typeof step === 'function' ? step(order) : step);
  }
  clock.now = Date.now();
  return order;
}

type Placing = Readonly<{ skus: readonly string[]; method: string; locale: string }>;

async function place(ctx: Context, { skus, method, locale }: Placing): Promise<Order> {
  const quantity = (sku: string) => skus.filter((one) => one === sku).length;
  const hasGoods = skus.some((sku) => sku === 'POT' || sku === 'CUP');
  const input = PlaceOrder.parse({
    currency: 'USD',
    customer: { email: 'zoe@customer.example', name: 'Zoë Whitcombe', locale },
    lines: [...new Set(skus)].map((sku) => ({ sku, quantity: quantity(sku) })),
    paymentMethod: method,
    ...(hasGoods && { shipping: { method: 'Standard', amount: 490 } }),
  });
  const { order } = await placeOrder(ctx, { input, actor: maria, shop: settings });
  return order;
}

function change(ctx: Context, { id }: Order, command: OrderCommand): Promise<Order> {
  return changeOrder(ctx, { order: { id }, command, actor: maria, shop: settings });
}

async function downloadAll(ctx: Context, clock: Clock, { token, grants }: Order): Promise<void> {
  for (const { id, downloadsMax } of grants) {
    for (let press = 0; press < downloadsMax; press += 1) {
      clock.now += 1;
      const click = { token, grantId: id, fileId: 'guide', clickKey: `press-${press}` };
      await clickDownload(ctx, { ...click, address: '203.0.113.7', userAgent: 'Firefox' });
    }
  }
}

export function pay(payment: Partial<PaymentGiven> = {}): OrderCommand {
  return {
    type: 'pay',
    payment: { method: 'card', cardBrand: 'visa', cardLast4: '4242', ...payment },
  };
}

export function tryPayment(status: 'authorised' | 'declined'): OrderCommand {
  const payment = { method: 'card', account: 'gateway', transactionId: null, amountMinor: 100 };
  return { type: 'note_payment', status, payment };
}

export const ups: ParcelGiven = {
  carrier: 'ups',
  trackingNumber: '1Z5R89390357567127',
  trackingUrl: null,
};
export const byCousin: ParcelGiven = {
  carrier: 'Cousin Bert',
  trackingNumber: null,
  trackingUrl: null,
};

/** Some units of a line, or all that is left; it left the day before the newest step. */
export function ship(parcels: readonly ParcelGiven[], sku?: string) {
  return ({ lines, placedAt }: Order): OrderCommand => ({
    ...{ type: 'ship', parcels, note: null, notify: false },
    shippedOn: new Date(placedAt + 2 * dayMs).toISOString().slice(0, 10),
    ...(sku && { lines: lines.filter((line) => line.sku === sku).map(oneOf) }),
  });
}

/** The goods are promised for so many days after the order was placed. */
export const expectAfter =
  (days: number) =>
  ({ placedAt }: Order): OrderCommand => ({
    ...{ type: 'expect', reason: 'SECRET', notify: false },
    expectedOn: new Date(placedAt + days * dayMs).toISOString().slice(0, 10),
  });

function oneOf({ id }: Order['lines'][number]) {
  return { lineId: id, quantity: 1 };
}

export const moneyBack =
  (type: 'charge_back' | 'refund', refundedMinor = 0) =>
  (order: Order) => {
    const paymentId = order.payments[0]?.id ?? '';
    return type === 'refund' ? { type, paymentId, refundedMinor } : { type, paymentId };
  };
