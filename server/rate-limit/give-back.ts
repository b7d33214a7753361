import { and, gt, inArray, sql } from 'drizzle-orm';
import { rateLimits } from '#db/schema/shop';
import type { Context } from '#server/context';

/** Uncounts one try under each of `keys`, for a batch: what went well does not count. */
export function giveBackStatement({ db }: Context, keys: readonly string[]) {
  return db
    .update(rateLimits)
    .set({ count: sql`${rateLimits.count} - 1` })
    .where(and(inArray(rateLimits.key, [...keys]), gt(rateLimits.count, 0)));
}
