import * as z from 'zod';
import type { callbacks } from '#db/schema/payments';
import type { Order } from '#domain/order';
import type { CallbackAction } from '#domain/vocabulary';
import { refused } from '#server/errors';

/** How the callback and its order stood when the person decided. */
export const Seen = z
  .strictObject({
    verdict: z.string().max(100),
    orderNumber: z.string().max(200).nullable(),
    orderVersion: z.int().nullable(),
  })
  .optional();
export type Seen = z.infer<typeof Seen>;

/** Nobody decides about anything but what the page had shown, with the amounts that it named. */
export function expectSeen(
  { seen, action }: Readonly<{ seen?: Seen; action: CallbackAction }>,
  callback: Pick<typeof callbacks.$inferSelect, 'verdict' | 'orderNumber' | 'reason'>,
  order: Order | null,
): void {
  if (seen === undefined) return;
  const isSame = seen.verdict === callback.verdict && seen.orderNumber === callback.orderNumber;
  const isAboutOrder = action === 'accept' || action === 'apply';
  const isSameOrder = !isAboutOrder || seen.orderVersion === (order?.version ?? null);
  if (isSame && isSameOrder) return;
  throw refused(
    isSame
      ? `Order ${callback.orderNumber} has changed since you looked at it, and nothing was done.`
      : `This callback has changed since you looked at it: ${callback.reason}`,
    'What you see now is up to date. Decide once more.',
  );
}
