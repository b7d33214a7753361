import { sql } from 'drizzle-orm';
import type { Actor, CustomerEventType } from '#domain/vocabulary';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';

type Deed = Readonly<{
  customerId: string;
  type: CustomerEventType;
  actor: Actor;
  data?: Readonly<Record<string, unknown>>;
}>;

/**
 * The row that says who did what with a customer's data, for the batch that does it. Nothing where
 * there is no such customer.
 */
export function customerEventStatement(ctx: Context, deed: Deed): Statement {
  const { customerId, type, actor, data = {} } = deed;
  return ctx.db.run(sql`INSERT INTO customer_events (id, customer_id, type, actor_kind, actor_id, actor_name, at, data)
    SELECT ${ctx.newId()}, id, ${type}, ${actor.kind}, ${actor.id}, ${actor.name}, ${ctx.now()}, ${JSON.stringify(data)}
    FROM customers WHERE id = ${customerId}`);
}
