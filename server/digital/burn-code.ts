import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';

type Bad = Readonly<{ codeId: number; lineId: string; orderId: number }>;

/**
 * Statements that burn a code that does not work: it never goes out again. The batch fails where the
 * line no longer holds it.
 */
export function burnStatements(db: Db, { codeId, lineId, orderId }: Bad) {
  return [
    db.run(sql`UPDATE codes SET status = 'burned', line_id = NULL
      WHERE id = ${codeId} AND order_id = ${orderId} AND line_id = ${lineId} AND status = 'handed_out'`),
    db.run(sql`INSERT INTO expectations (found, expected) SELECT changes(), 1`),
  ];
}
