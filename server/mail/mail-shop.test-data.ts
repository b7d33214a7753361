import { eq } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { messages } from '#db/schema/messages';
import { paymentAccounts } from '#db/schema/payments';
import { shop } from '#db/schema/shop';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { Actor, MessageTemplate, ProductKind } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { importCodes } from '#server/digital/import-codes';
import { changeOrder } from '#server/orders/change-order';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { defaultShop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';

const shopRow = { ...defaultShop, name: 'Teas', currency: 'GBP' } as const;
const ada: Actor = { kind: 'staff', id: 'ada', name: 'Ada' };
export const mailFrom = 'Teas <orders@teas.example>';

/** For tests: a shop with goods, codes and a file to sell, and the mail settings given. */
export async function mailShop(settings: Record<string, string> = {}): Promise<TestContext> {
  const ctx = await freshContext({
    MAIL_FROM: mailFrom,
    APP_URL: 'https://teas.example',
    MAIL_DELAY_SECONDS: '0',
    ...settings,
  });
  const at = ctx.now();
  await ctx.db.insert(shop).values({ id: 1, ...shopRow, timeZone: 'Europe/London', setUpAt: at });
  await ctx.db
    .insert(products)
    .values([
      product('POT', 'Teapot', 'physical', at),
      product('SEAT', 'Online tasting', 'codes', at),
      product('GUIDE', 'Brewing guide', 'file', at),
    ]);
  await ctx.db.insert(paymentAccounts).values({
    slug: 'wire',
    gateway: 'wire',
    name: 'Bank transfer',
    enabled: true,
    live: true,
    instructions: 'Harbour Bank\nIBAN GB33 BUKB 2020 1555 5555 55',
    createdAt: at,
    updatedAt: at,
  });
  await importCodes(ctx, { sku: 'SEAT', codes: ['SEAT-AAAA-1111', 'SEAT-BBBB-2222'] });
  return ctx;
}

function product(sku: string, name: string, kind: ProductKind, at: number) {
  const price = { priceMinor: 3400, currency: 'GBP' } as const;
  return { id: sku, sku, name, kind, ...price, trackStock: false, createdAt: at, updatedAt: at };
}

/** Places an order for a customer in Whitby; `skus` one of each. */
export async function place(
  ctx: Context,
  skus: readonly string[] = ['POT'],
  more: Readonly<Record<string, unknown>> = {},
): Promise<Order> {
  const input = PlaceOrder.parse({
    currency: 'GBP',
    customer: { email: 'zoe@customer.example', name: 'Zoë Whitcombe' },
    lines: skus.map((sku) => ({ sku, quantity: 1 })),
    paymentMethod: 'wire',
    ...more,
  });
  const { order } = await placeOrder(ctx, { input, actor: ada, shop: shopRow });
  return order;
}

export function change(
  ctx: Context,
  order: Order,
  command: OrderCommand,
  actor: Actor = ada,
): Promise<Order> {
  return changeOrder(ctx, { order: { id: order.id }, command, actor, shop: shopRow });
}

export function pay(ctx: Context, order: Order): Promise<Order> {
  const payment = { method: 'card', cardBrand: 'visa', cardLast4: '4242' };
  return change(ctx, order, { type: 'pay', payment });
}

export function ship(ctx: Context, order: Order): Promise<Order> {
  const parcels = [
    { carrier: 'ups', trackingNumber: '1Z5R89390357567127', trackingUrl: null },
    { carrier: 'Cousin Bert', trackingNumber: null, trackingUrl: null },
  ];
  const note = 'The lid is inside.';
  const shippedOn = '2026-11-24';
  return change(ctx, order, { type: 'ship', shippedOn, parcels, note, notify: true });
}

export function rollBack(ctx: Context, order: Order): Promise<Order> {
  return change(ctx, order, { type: 'roll_back', reason: null, restock: true });
}

/** The newest message of one template, as it is stored. */
export async function messageOf(ctx: Context, template: MessageTemplate) {
  const rows = await ctx.db.select().from(messages).where(eq(messages.template, template));
  const row = rows.at(-1);
  if (!row) throw new Error(`There is no message ${template}.`);
  return row;
}
