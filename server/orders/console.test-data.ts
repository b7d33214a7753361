import type { OrderCommand } from '#domain/order-command';
import type { Actor } from '#domain/vocabulary';
import { putProduct } from '#server/catalog/put-product';
import type { Context } from '#server/context';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { changeOrder } from './change-order';
import { PlaceOrder } from './order-input';
import { placeOrder } from './place-order';
import { restockCodes } from './restock-codes';

export const maria: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };

/** Ten mugs in stock, three keys in their pool, and a book to download. */
export async function stockShelves(ctx: Context): Promise<void> {
  const product = { price: 1000, currency: 'USD' } as const;
  const put = (sku: string, input: Parameters<typeof putProduct>[1]['input']) =>
    putProduct(ctx, { sku, input, actor: maria });
  await put('MUG', { ...product, name: 'Mug', kind: 'physical', trackStock: true, stock: 10 });
  await put('KEY', { ...product, name: 'Key', kind: 'codes' });
  await put('BOOK', { ...product, name: 'Book', kind: 'file' });
  await restockCodes(ctx, { sku: 'KEY', codes: ['K-1', 'K-2', 'K-3'], actor: maria, shop });
}

/** Places an order for so many units per sku and gives its number. */
export async function placed(
  ctx: Context,
  units: Readonly<Record<string, number>>,
  more: object = {},
): Promise<string> {
  const lines = Object.entries(units).map(([sku, quantity]) => ({ sku, quantity }));
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ currency: 'USD', customer, lines, ...more });
  return (await placeOrder(ctx, { input, actor: maria, shop })).order.number;
}

export function change(ctx: Context, number: string, command: OrderCommand, seenVersion?: number) {
  return changeOrder(ctx, { order: { number }, command, actor: maria, shop, seenVersion });
}

export const pay: OrderCommand = { type: 'pay', payment: { method: 'cash' } };
export const ship: OrderCommand = {
  type: 'ship',
  shippedOn: '2026-11-23',
  parcels: [{ carrier: 'ups', trackingNumber: '1Z999AA10123456784', trackingUrl: null }],
  note: null,
  notify: true,
};
