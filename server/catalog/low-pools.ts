import { and, lt } from 'drizzle-orm';
import type { Db } from '#db/client';
import { isPool, products } from '#db/schema/catalog';
import { lowSupply } from './supply';

/** The products whose pools are low or empty, the emptiest first; a few of them are enough. */
export type LowPools = Awaited<ReturnType<typeof lowPoolsQuery>>;

const rowsMax = 100;

export function lowPoolsQuery(db: Db) {
  const { sku, name, codesAvailable } = products;
  return db
    .select({ sku, name, codesAvailable })
    .from(products)
    .where(and(isPool, lt(codesAvailable, lowSupply)))
    .orderBy(codesAvailable, products.sku)
    .limit(rowsMax);
}
