import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';

/** `waiting` are on their way, the ones being sent included; `failed` need a person. */
export type OutboxCounts = Readonly<{ waiting: number; failed: number }>;

/** How much mail is on its way and how much failed. One round trip. */
export async function countOutbox(db: Db): Promise<OutboxCounts> {
  const [counts] = await db.all<OutboxCounts>(sql`SELECT
    (SELECT count(*) FROM messages WHERE status IN ('waiting', 'sending')) AS waiting,
    (SELECT count(*) FROM messages WHERE status = 'failed') AS failed`);
  return { waiting: counts?.waiting ?? 0, failed: counts?.failed ?? 0 };
}
