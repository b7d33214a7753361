import * as z from 'zod';
import { productKinds } from '#domain/vocabulary';
import { adjustStock } from '#server/catalog/adjust-stock';
import { findMovements } from '#server/catalog/find-movements';
import { findProducts } from '#server/catalog/find-products';
import { AdjustStock, PutProduct, PutProductForm } from '#server/catalog/product-input';
import { putProduct } from '#server/catalog/put-product';
import { readProduct } from '#server/catalog/read-product';
import { readProductPage } from '#server/catalog/read-product-page';
import { bareCode } from '#server/digital/bare-code';
import { showCode } from '#server/digital/show-code';
import { Sku, Text } from '#server/input';
import { restockCodes } from '#server/orders/restock-codes';
import { defaultShop } from '#server/settings/shop-settings';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

/** The most codes of one import. */
export const codesMax = 10_000;

const SkuInput = z.strictObject({ sku: z.string() });

const PageCursor = z.string().max(1_000).optional();

/** One serial code, without what copying leaves around it. */
export const Code = Text(500)
  .transform(bareCode)
  .refine((code) => code !== '', 'A code must not be empty.');

export const ImportCodes = z.strictObject({
  codes: z
    .array(Code, { error: 'Enter a list of codes.' })
    .min(1, 'Enter at least one code.')
    .max(codesMax, `Enter at most ${codesMax} codes at once.`),
});

export const productsRouter = router({
  list: procedure('products:read')
    .input(
      Paging.extend({
        q: z.string().max(200).optional(),
        kind: z.enum(productKinds).optional(),
        isLow: z.boolean().optional(),
      }),
    )
    .query(({ ctx, input }) => findProducts(ctx.db, input)),

  get: procedure('products:read')
    .input(SkuInput)
    .query(({ ctx, input }) => readProduct(ctx.db, input.sku)),

  page: procedure('products:read')
    .input(SkuInput.extend({ movementsCursor: PageCursor, codesCursor: PageCursor }))
    .query(({ ctx, input }) => readProductPage(ctx, { ...input, limit: 25 })),

  movements: procedure('products:read')
    .input(Paging.extend(SkuInput.shape))
    .query(({ ctx, input }) => findMovements(ctx.db, input)),

  put: procedure('products:write')
    .input(PutProduct.extend({ sku: Sku }))
    .mutation(({ ctx, input: { sku, ...input } }) =>
      putProduct(ctx, { sku, input, actor: ctx.caller.actor }),
    ),

  create: procedure('products:write')
    .input(PutProductForm.extend({ sku: Sku }))
    .mutation(({ ctx, input: { sku, ...input } }) =>
      putProduct(ctx, { sku, input, actor: ctx.caller.actor, expects: 'new' }),
    ),

  change: procedure('products:write')
    .input(PutProductForm.extend(SkuInput.shape))
    .mutation(({ ctx, input: { sku, ...input } }) =>
      putProduct(ctx, { sku, input, actor: ctx.caller.actor, expects: 'existing' }),
    ),

  adjustStock: procedure('products:write')
    .input(SkuInput.extend({ adjustment: AdjustStock }))
    .mutation(({ ctx, input: { sku, adjustment } }) =>
      adjustStock(ctx, { sku, ...adjustment, actor: ctx.caller.actor }),
    ),

  showCode: procedure('codes:read')
    .input(SkuInput.extend({ codeId: z.int() }))
    .mutation(({ ctx, input }) => showCode(ctx, { ...input, actor: ctx.caller.actor })),

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
