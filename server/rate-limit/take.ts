import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { rateLimits } from '#db/schema/shop';
import type { Context } from '#server/context';

/** How often something may be tried in each window; windows begin at multiples of their length. */
export type RateLimit = Readonly<{ name: string; max: number; windowMs: number }>;

/**
 * Counts one try by `subject`, an address or whatever somebody typed, of which only a hash is kept.
 * One upsert, for a batch; hand its rows to `isOverLimit`.
 */
export function rateLimitStatement({ db, now }: Context, limit: RateLimit, subject: string) {
  const windowStart = windowStartOf(limit, now());
  return db
    .insert(rateLimits)
    .values({ key: rateLimitKey(limit, subject), windowStart, count: 1 })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`CASE WHEN ${rateLimits.windowStart} = excluded.window_start THEN ${rateLimits.count} + 1 ELSE 1 END`,
        windowStart: sql`excluded.window_start`,
      },
    })
    .returning({ count: rateLimits.count });
}

/** Whether the try just counted is one too many. */
export function isOverLimit(limit: RateLimit, rows: readonly Readonly<{ count: number }>[]) {
  return rows.some(({ count }) => count > limit.max);
}

/** The same as a condition of a later statement of the batch that counted it. */
export function isWithin(limit: RateLimit, subject: string): SQL {
  return sql`(SELECT count FROM rate_limits WHERE key = ${rateLimitKey(limit, subject)}) <= ${limit.max}`;
}

/** For `Retry-After`: whole seconds until the window in which `nowMs` lies has passed, at least 1. */
export function retryAfterSeconds(limit: RateLimit, nowMs: number): number {
  return Math.ceil((windowStartOf(limit, nowMs) + limit.windowMs - nowMs) / 1000);
}

export function rateLimitKey({ name }: RateLimit, subject: string): string {
  return `${name}:${createHash('sha256').update(subject, 'utf8').digest('base64url')}`;
}

function windowStartOf({ windowMs }: RateLimit, nowMs: number): number {
  return nowMs - (nowMs % windowMs);
}
