import { inArray, sql } from 'drizzle-orm';
import { messages } from '#db/schema/messages';
import type { Context } from '#server/context';

/** For messages that came back and need not be sent again: nobody is asked about them any more. */
export async function setMailAside({ db, now }: Context, ids: readonly string[]): Promise<number> {
  const set = await db
    .update(messages)
    .set({
      mendedAt: now(),
      status: sql`CASE status WHEN 'failed' THEN 'withdrawn' ELSE status END`,
    })
    .where(
      sql`${inArray(messages.id, [...ids])} AND mended_at IS NULL AND (status = 'failed' OR (status = 'sent' AND delivery = 'bounced'))`,
    )
    .returning({ id: messages.id });
  return set.length;
}
