import * as z from 'zod';
import { productKinds } from '#domain/vocabulary';
import {
  Amount,
  CurrencyCode,
  DownloadDays,
  Downloads,
  OptionalText,
  RequiredText,
} from '#server/input';

/** The most pieces that a stock, or one change of it, may count; sums of these stay exact. */
export const unitsMax = 1_000_000_000;

const Units = z
  .int('Enter a whole number.')
  .min(-unitsMax, 'This number is too small.')
  .max(unitsMax, 'This number is too large.');

/** What PUT /products/{sku} takes: a part that is left out stays as it is. */
export const PutProduct = z.strictObject({
  name: RequiredText(200),
  price: Amount,
  currency: CurrencyCode,
  kind: z.enum(productKinds, { error: `Choose one of ${productKinds.join(', ')}.` }),
  trackStock: z.boolean({ error: 'Enter true or false.' }).optional(),
  stock: Units.optional(),
  taxClass: OptionalText(60).optional(),
  weightGrams: z
    .int('Enter a whole number of grams.')
    .min(0, 'Enter a weight that is not negative.')
    .max(unitsMax, 'This number is too large.')
    .nullish(),
});
export type PutProduct = z.infer<typeof PutProduct>;

/** With what the form of the console asks beside: null where the numbers of the shop hold. */
export const PutProductForm = PutProduct.extend({
  downloadsMax: Downloads.nullable().optional(),
  /** 0 for ever. */
  downloadDays: DownloadDays(0).nullable().optional(),
});
export type PutProductForm = z.infer<typeof PutProductForm>;

const Reason = RequiredText(200, 'Say why: it is kept with the change.');

/** Pieces that came or went. */
export const AdjustByDelta = z.strictObject({
  delta: Units.refine((delta) => delta !== 0, 'Enter how many pieces came or went.'),
  reason: Reason,
});

/** How many pieces there are, as somebody counted them. */
export const AdjustToLevel = z.strictObject({ level: Units, reason: Reason });

export const AdjustStock = z.union([AdjustByDelta, AdjustToLevel]);
export type AdjustStock = z.infer<typeof AdjustStock>;
