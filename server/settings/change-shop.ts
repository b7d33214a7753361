import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { counters, shop } from '#db/schema/shop';
import { currencies } from '#domain/currency';
import { languages } from '#domain/language';
import { paymentPageFault } from '#domain/payment-page';
import { attemptsMax, commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { AppError, invalid } from '#server/errors';
import { DownloadDays, Downloads } from '#server/input';
import { nextNumber, orderCounterQuery } from './read-shop-form';
import { textFault } from './shop-faults';
import { isTimeZone } from './time-zone';

const nextNumberMax = 999_999_999;

/** A dispute about a payment may begin months after it. */
const callbackDaysMin = 30;
const callbackDaysMax = 3650;
const paymentPageLengthMax = 1000;

export const ChangeShop = z.strictObject({
  name: z.string().transform((text, issue) => {
    const fault = textFault(text, 'the shop');
    if (fault !== null) issue.addIssue({ code: 'custom', message: fault });
    return text.trim();
  }),
  currency: z.string().pipe(z.enum(currencies, 'Choose a currency from the list.')),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone from the list.'),
  numberPrefix: z
    .string()
    .trim()
    .regex(
      /^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,19})?$/,
      'Use up to 20 letters, digits and the signs - _ . beginning with a letter or digit.',
    ),
  deliveredOnTracking: z.boolean(),
  callbackDays: z
    .int('Enter a whole number of days.')
    .min(callbackDaysMin, `Enter ${callbackDaysMin} days or more.`)
    .max(callbackDaysMax, `Enter at most ${callbackDaysMax} days.`),
  downloadsMax: Downloads,
  /** Null where downloads have no end. */
  downloadDays: DownloadDays(1).nullable(),
  language: z.string().pipe(z.enum(languages, 'Choose a language from the list.')),
  /** Null where the shop has no payment page of its own. */
  paymentPage: z
    .string()
    .trim()
    .max(paymentPageLengthMax, `Use at most ${paymentPageLengthMax} characters.`)
    .nullable()
    .transform((text, issue) => {
      const fault = text ? paymentPageFault(text) : null;
      if (fault !== null) issue.addIssue({ code: 'custom', message: fault });
      return text || null;
    }),
  /** Left out where the counter is to stay as it is. */
  nextNumber: z
    .int('Enter a whole number.')
    .min(1, 'Enter a whole number.')
    .max(nextNumberMax, `Enter at most ${nextNumberMax}.`)
    .optional(),
});
export type ChangeShop = z.infer<typeof ChangeShop>;

/**
 * Changes the shop's settings all at once or not at all. Orders that exist keep their number,
 * currency and status. Errors: `invalid` beside `nextNumber` where that number, or a higher one,
 * has been given out; `refused` (`not_set_up`) before the set-up.
 */
export async function changeShop(ctx: Context, given: ChangeShop): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    if (await tryToChange(ctx, given)) return;
  }
  throw conflict();
}

async function tryToChange(ctx: Context, { nextNumber: next, ...settings }: ChangeShop) {
  if (next !== undefined) await checkNextNumber(ctx, next);
  const results = await commit(ctx.db, [
    ctx.db.update(shop).set(settings).returning({ id: shop.id }),
    ...(next === undefined ? [] : counterStatements(ctx, next - 1)),
  ]);
  if (results === null) return false;
  const changed = results[0] as readonly unknown[];
  if (changed.length > 0) return true;
  throw new AppError('refused', 'This shop has not been set up yet.', {
    reason: 'not_set_up',
    remedy: 'Set the shop up first.',
  });
}

async function checkNextNumber(ctx: Context, next: number): Promise<void> {
  const lowest = nextNumber(await orderCounterQuery(ctx));
  if (next < lowest)
    throw invalid({ nextNumber: `Enter ${lowest} or more: numbers are never used twice.` });
}

/** Fails the whole batch where an order took a number in the meantime that this would give again. */
function counterStatements({ db }: Context, value: number): readonly Statement[] {
  return [
    db.run(
      sql`INSERT INTO expectations (found, expected) SELECT ${counters.value} <= ${value}, 1 FROM ${counters} WHERE ${counters.name} = 'order'`,
    ),
    db
      .insert(counters)
      .values({ name: 'order', value })
      .onConflictDoUpdate({ target: counters.name, set: { value } }),
  ];
}
