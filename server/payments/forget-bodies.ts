import { and, asc, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import { callbacks } from '#db/schema/payments';
import { counters } from '#db/schema/shop';
import type { Context } from '#server/context';

const dayMs = 24 * 60 * 60 * 1000;
const togetherMax = 1000;

/** Up to which moment (ms UTC) bodies have been removed: what came before is not looked at again. */
const counter = 'callback_bodies_removed_until';

/**
 * Removes the bodies and headers of callbacks that are older than `days`; their facts stay. For the
 * worker: at most a thousand at once, oldest first. Counts them.
 */
export async function forgetBodies({ db, now }: Context, days: number): Promise<number> {
  const due = await db
    .select({ id: callbacks.id, receivedAt: callbacks.receivedAt })
    .from(callbacks)
    .where(
      and(
        lte(callbacks.receivedAt, now() - days * dayMs),
        or(isNotNull(callbacks.body), isNotNull(callbacks.sealed)),
        sql`${callbacks.receivedAt} > coalesce((SELECT value FROM counters WHERE name = ${counter}), -1)`,
      ),
    )
    .orderBy(asc(callbacks.receivedAt), asc(callbacks.id))
    .limit(togetherMax);
  const last = due.at(-1);
  if (!last) return 0;
  // Where a thousand were not all, some of the same moment may be left.
  const until = due.length < togetherMax ? last.receivedAt : last.receivedAt - 1;
  await db.batch([
    db
      .update(callbacks)
      .set({ body: null, headers: {}, sealed: null, askAt: null })
      .where(
        inArray(
          callbacks.id,
          due.map(({ id }) => id),
        ),
      ),
    db
      .insert(counters)
      .values({ name: counter, value: until })
      .onConflictDoUpdate({ target: counters.name, set: { value: until } }),
  ]);
  return due.length;
}
