import type { Actor } from '#domain/vocabulary';
import { putProduct } from '#server/catalog/put-product';
import type { Context } from '#server/context';
import { changeOrder } from '#server/orders/change-order';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { restockCodes } from '#server/orders/restock-codes';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';

export const ana: Actor = { kind: 'staff', id: 'ana', name: 'Ana' };

/** A shop that sells one product of serial codes, GAME, with these codes in its pool. */
export async function gameShop(...codes: readonly string[]): Promise<TestContext> {
  const ctx = await freshContext();
  const input = { name: 'Game', price: 1500, currency: 'USD', kind: 'codes' } as const;
  await putProduct(ctx, { sku: 'GAME', input, actor: ana });
  if (codes.length > 0) await bring(ctx, codes);
  return ctx;
}

/** Imports codes as staff do: what waits is served at once. */
export function bring(ctx: Context, codes: readonly string[]) {
  return restockCodes(ctx, { sku: 'GAME', codes, actor: ana, shop });
}

type OtherLine = Readonly<{ sku: string; quantity: number }>;

/** An order for so many games, and for what else it is given, paid; its number. */
export async function sell(
  ctx: Context,
  quantity: number,
  ...others: readonly OtherLine[]
): Promise<string> {
  const input = PlaceOrder.parse({
    currency: 'USD',
    customer: { email: 'cy@shop.example', name: 'Cy' },
    lines: [{ sku: 'GAME', quantity }, ...others],
  });
  const { order } = await placeOrder(ctx, { input, actor: ana, shop });
  const { number } = order;
  const command = { type: 'pay', payment: { method: 'cash' } } as const;
  await changeOrder(ctx, { order: { number }, command, actor: ana, shop });
  return number;
}

export async function rollBack(ctx: Context, number: string): Promise<void> {
  const command = { type: 'roll_back', reason: null, restock: true } as const;
  await changeOrder(ctx, { order: { number }, command, actor: ana, shop });
}

type CodeState = Readonly<{ status: string; order: number | null; isSeen: boolean }>;

/** The codes of the shop in the order of their import. */
export async function codeStates(ctx: Context): Promise<readonly CodeState[]> {
  const { rows } = await ctx.db.$client.execute(
    'SELECT status, order_id, seen_at FROM codes ORDER BY id',
  );
  return rows.map((row) => ({
    status: String(row.status),
    order: row.order_id === null ? null : Number(row.order_id),
    isSeen: row.seen_at !== null,
  }));
}

export async function count(ctx: Context, what: string): Promise<number> {
  const { rows } = await ctx.db.$client.execute(`SELECT count(*) AS found FROM ${what}`);
  return Number(rows[0]?.found);
}
