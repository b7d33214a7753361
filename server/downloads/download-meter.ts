import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#server/context';
import type { Meter } from './metered-stream';

/** What was begun is enough for the file and for what was lost on the way, and not for a crowd. */
export function sentMax(size: number): number {
  return 2 * size;
}

/**
 * Keeps count of what a download has sent, however many requests send it at once: bytes are written
 * down before they leave and what did not leave is taken off again, so no more than `sentMax` does.
 * Revoking the grant breaks it off at the next look. One that failed counts again as soon as it is
 * gone on with, for which the grant must have one left.
 */
export function downloadMeter(ctx: Context, { id, size }: Readonly<{ id: string; size: number }>) {
  return {
    reserve: async (bytes) => {
      const at = ctx.now();
      const rows = await ctx.db.all(sql`UPDATE downloads
        SET bytes_sent = bytes_sent + ${bytes}, begun_at = coalesce(begun_at, ${at}), last_at = ${at}, failed_at = NULL
        WHERE id = ${id} AND bytes_sent + ${bytes} <= ${sentMax(size)}
          AND EXISTS (SELECT 1 FROM grants WHERE grants.id = downloads.grant_id AND revoked_at IS NULL
            AND (downloads.failed_at IS NULL OR downloads_max > (SELECT count(*) FROM downloads AS counted
              WHERE counted.grant_id = downloads.grant_id AND counted.file_id = downloads.file_id AND counted.failed_at IS NULL)))
        RETURNING id`);
      return rows.length > 0;
    },
    end: async (ending, unsent) => {
      const at = ctx.now();
      const isDone = sql`${ending === 'complete' ? 1 : 0} AND bytes_sent - ${unsent} >= ${size}`;
      await ctx.db.run(sql`UPDATE downloads
        SET bytes_sent = bytes_sent - ${unsent}, last_at = ${at},
          finished_at = coalesce(finished_at, CASE WHEN ${isDone} THEN ${at} END),
          failed_at = ${ending === 'failed' ? failedAt(at) : sql`failed_at`}
        WHERE id = ${id}`);
    },
  } as const satisfies Meter;
}

/** What came to nothing by our fault does not count; what has arrived before stays counted. */
export async function markFailed({ db, now }: Context, id: string): Promise<void> {
  await db.run(sql`UPDATE downloads SET failed_at = ${failedAt(now())} WHERE id = ${id}`);
}

function failedAt(at: number): SQL {
  return sql`coalesce(failed_at, CASE WHEN finished_at IS NULL THEN ${at} END)`;
}
