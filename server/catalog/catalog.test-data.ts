import type { Db } from '#db/client';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import type { PutProductForm } from './product-input';
import { putProduct } from './put-product';

export const ana: Actor = { kind: 'staff', id: 'ana', name: 'Ana' };

export const mug = { name: 'Mug', price: 1250, currency: 'EUR', kind: 'physical' } as const;

/** A product as a test needs it: a mug at 12.50 EUR but for what is given. */
export async function given(ctx: Context, sku: string, input: Partial<PutProductForm> = {}) {
  return (await putProduct(ctx, { sku, input: { ...mug, ...input }, actor: ana })).product;
}

/** The same shop, where somebody else comes first: `meanwhile` runs right before batch `nth`. */
export function interrupted<Ctx extends Context>(
  ctx: Ctx,
  nth: number,
  meanwhile: () => Promise<unknown>,
): Ctx {
  let batches = 0;
  const batch: Db['batch'] = async (statements) => {
    batches += 1;
    if (batches === nth) await meanwhile();
    return ctx.db.batch(statements);
  };
  return { ...ctx, db: Object.assign(Object.create(ctx.db), { batch }) };
}
