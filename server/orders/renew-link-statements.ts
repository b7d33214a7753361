import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { Statement } from '#server/commit';
import type { OrderChange } from './order-change';

/** The old link is kept, so that whoever holds it is told; only the new one opens the page. */
export function renewLinkStatements(db: Db, { after, at }: OrderChange): readonly Statement[] {
  const { id, token } = after;
  return [
    db.run(sql`INSERT INTO replaced_links (token, order_id, replaced_at)
      SELECT token, id, ${at} FROM orders WHERE id = ${id}`),
    db.run(sql`UPDATE orders SET token = ${token} WHERE id = ${id}`),
  ];
}
