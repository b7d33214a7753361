import { sql } from 'drizzle-orm';
import { type DeliveryTimes, methodKey, noDeliveryTimes } from '#domain/delivery-times';
import type { Context } from '#server/context';
import { shopQuery } from './shop-query';

export type DeliveryForm = Readonly<{
  times: DeliveryTimes;
  /** Shipping methods of the newest orders that have no row of their own, the commonest first. */
  unlisted: readonly string[];
}>;

const ordersLookedAt = 200;
const namesMax = 10;

/** What the settings page about delivery times shows. One round trip. */
export async function readDeliveryForm({ db }: Context): Promise<DeliveryForm> {
  const [[settings], used] = await db.batch([shopQuery(db), usedMethodsQuery(db)]);
  const times = settings?.deliveryTimes ?? noDeliveryTimes;
  const met = new Set(times.methods.map(({ method }) => methodKey(method)));
  const unlisted = used.filter(
    ({ method }) => !met.has(methodKey(method)) && met.add(methodKey(method)),
  );
  return { times, unlisted: unlisted.slice(0, namesMax).map(({ method }) => method) };
}

function usedMethodsQuery(db: Context['db']) {
  return db.all<{ method: string }>(sql`SELECT shipping_method AS method FROM
    (SELECT shipping_method FROM orders WHERE deleted_at IS NULL ORDER BY placed_at DESC, id DESC LIMIT ${ordersLookedAt})
    WHERE shipping_method IS NOT NULL GROUP BY shipping_method ORDER BY count(*) DESC, shipping_method`);
}
