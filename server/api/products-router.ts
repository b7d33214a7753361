import * as z from 'zod';
import { productKinds } from '#domain/vocabulary';
import { adjustStock } from '#server/catalog/adjust-stock';
import { findMovements } from '#server/catalog/find-movements';
import { findProducts } from '#server/catalog/find-products';
import { AdjustStock, PutProduct } from '#server/catalog/product-input';
import { putProduct } from '#server/catalog/put-product';
import { readProduct } from '#server/catalog/read-product';
import { Sku, Text } from '#server/input';
import { restockCodes } from '#server/orders/restock-codes';
import { defaultShop } from '#server/settings/shop-settings';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

const codesMax = 10_000;

export const SkuInput = z.strictObject({ sku: z.string().max(200) });

export const ImportCodes = z.strictObject({
  codes: z
    .array(
      Text(500).refine((code) => code.trim() !== '', 'A code must not be empty.'),
      { error: 'Enter a list of codes.' },
    )
    .min(1, 'Enter at least one code.')
    .max(codesMax, `Enter at most ${codesMax} codes at once.`),
});

export const productsRouter = router({
  list: procedure('products:read')
    .input(
      Paging.extend({ q: z.string().max(200).optional(), kind: z.enum(productKinds).optional() }),
    )
    .query(({ ctx, input }) => findProducts(ctx.db, input)),

  get: procedure('products:read')
    .input(SkuInput)
    .query(({ ctx, input }) => readProduct(ctx.db, input.sku)),

  movements: procedure('products:read')
    .input(Paging.extend(SkuInput.shape))
    .query(({ ctx, input }) => findMovements(ctx.db, input)),

  put: procedure('products:write')
    .input(PutProduct.extend({ sku: Sku }))
    .mutation(({ ctx, input: { sku, ...input } }) =>
      putProduct(ctx, { sku, input, actor: ctx.caller.actor }),
    ),

  adjustStock: procedure('products:write')
    .input(AdjustStock.extend(SkuInput.shape))
    .mutation(({ ctx, input }) => adjustStock(ctx, { ...input, actor: ctx.caller.actor })),

  importCodes: procedure('products:write')
    .input(ImportCodes.extend(SkuInput.shape))
    .mutation(({ ctx, input }) =>
      restockCodes(ctx, {
        ...input,
        actor: ctx.caller.actor,
        shop: ctx.shop ?? defaultShop,
        keepAnswer: ({ added, duplicates, handedOut }) =>
          ctx.keepAnswer(200, { added, duplicates: duplicates.length, handedOut }),
      }),
    ),
});
