import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client';
import { callbacks } from '#db/schema/payments';

/** The callbacks that came when there was no order of this number; for the end of a batch. */
export function earlyCallbacksQuery(db: Db, number: string) {
  return db
    .select({ id: callbacks.id })
    .from(callbacks)
    .where(and(eq(callbacks.orderNumber, number), eq(callbacks.verdict, 'order_unknown')))
    .orderBy(callbacks.receivedAt, callbacks.id);
}

/** Their ids, where a batch ended with `earlyCallbacksQuery`. */
export function earlyCallbacksIn(results: readonly unknown[]): readonly string[] {
  const early = results.at(-1) as readonly Readonly<{ id: string }>[];
  return early.map(({ id }) => id);
}
