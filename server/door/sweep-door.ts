import { lte, sql } from 'drizzle-orm';
import { customerSessions, signInLinks } from '#db/schema/customers';
import { messageStatuses } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { linkKeptMs, linkLifeMs, linkMailKeptMs } from './link-limits';
import { sessionIdleMs } from './session-limits';

/**
 * Takes away what is over: sessions, links a week after their end, and what was mailed about them
 * a month later. A link that was held back until it expired is withdrawn, so that it waits for nobody;
 * one that came back stays for a person to see.
 */
export function sweepDoorStatements({ db, now }: Context) {
  const at = now();
  const statuses = sql.join(
    messageStatuses.map((status) => sql`${status}`),
    sql`, `,
  );
  return [
    db.delete(customerSessions).where(lte(customerSessions.expiresAt, at)),
    db.delete(customerSessions).where(lte(customerSessions.lastSeenAt, at - sessionIdleMs)),
    db.delete(signInLinks).where(lte(signInLinks.expiresAt, at - linkKeptMs)),
    db.run(sql`UPDATE messages SET status = 'withdrawn', last_error = 'The link has expired.'
      WHERE customer_id IS NOT NULL AND status IN ('held', 'failed') AND delivery IS NULL AND created_at <= ${at - linkLifeMs}`),
    db.run(sql`DELETE FROM messages WHERE customer_id IS NOT NULL AND status IN (${statuses})
      AND created_at <= ${at - linkMailKeptMs}`),
  ] as const;
}
