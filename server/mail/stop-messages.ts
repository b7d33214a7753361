import { inArray, sql } from 'drizzle-orm';
import { messages } from '#db/schema/messages';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';

type Stop = Readonly<{ ids: readonly string[]; actor: Actor }>;

/** `late` had left already, or are leaving right now. */
export type Stopped = Readonly<{ stopped: number; late: number }>;

/**
 * Keeps messages from leaving that have not left yet; they rest as withdrawn and say who stopped
 * them. One that rests already counts as stopped. Throws `not_found` where there is none of them.
 */
export async function stopMessages({ db }: Context, { ids, actor }: Stop): Promise<Stopped> {
  const named = inArray(messages.id, [...ids]);
  const [, found] = await db.batch([
    db
      .update(messages)
      .set({ status: 'withdrawn', lastError: `${actor.name} stopped it before it left.` })
      .where(sql`${named} AND status IN ('held', 'waiting', 'failed')`),
    db.select({ status: messages.status }).from(messages).where(named),
  ]);
  if (found.length === 0) throw notFound('The message');
  const stopped = found.filter(({ status }) => status === 'withdrawn').length;
  return { stopped, late: found.length - stopped };
}
