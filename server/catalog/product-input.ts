import * as z from 'zod';
import { productKinds } from '#domain/vocabulary';
import { Amount, CurrencyCode, OptionalText, RequiredText } from '#server/input';

const unitsMax = 1_000_000_000;

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
  taxClass: OptionalText(60),
  weightGrams: z
    .int('Enter a whole number of grams.')
    .min(0)
    .max(unitsMax)
    .nullish()
    .transform((grams) => grams ?? null),
});
export type PutProduct = z.infer<typeof PutProduct>;

export const AdjustStock = z.strictObject({
  delta: Units.refine((delta) => delta !== 0, 'Enter how many pieces came or went.'),
  reason: RequiredText(200),
});
