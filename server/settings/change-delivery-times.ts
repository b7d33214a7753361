import * as z from 'zod';
import { shop } from '#db/schema/shop';
import { methodKey } from '#domain/delivery-times';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { RequiredText } from '#server/input';

const daysMax = 90;
const methodsMax = 50;

const Days = z
  .int('Enter a whole number of days.')
  .min(0, 'Enter 0 or more.')
  .max(daysMax, `Enter at most ${daysMax} days.`);

const DeliveryTime = z.strictObject({
  method: RequiredText(100, 'Enter the name of a shipping method.'),
  days: Days,
});

/** Working days by shipping method; `others` is null where nothing is promised for the rest. */
export const ChangeDeliveryTimes = z.strictObject({
  methods: z
    .array(DeliveryTime)
    .max(methodsMax, `Use ${methodsMax} shipping methods or fewer.`)
    .superRefine((methods, issue) => {
      const keys = methods.map(({ method }) => methodKey(method));
      keys.forEach((key, index) => {
        if (keys.indexOf(key) === index) return;
        const message = 'This shipping method is in the list already.';
        issue.addIssue({ code: 'custom', message, path: [index, 'method'] });
      });
    }),
  others: Days.nullable(),
});
export type ChangeDeliveryTimes = z.infer<typeof ChangeDeliveryTimes>;

/**
 * Changes by which the day is promised when an order is paid; orders that are paid keep theirs.
 * Throws `refused` (`not_set_up`) before the set-up.
 */
export async function changeDeliveryTimes(
  { db }: Context,
  deliveryTimes: ChangeDeliveryTimes,
): Promise<void> {
  const changed = await db.update(shop).set({ deliveryTimes }).returning({ id: shop.id });
  if (changed.length > 0) return;
  throw new AppError('refused', 'This shop has not been set up yet.', {
    reason: 'not_set_up',
    remedy: 'Set the shop up first.',
  });
}
