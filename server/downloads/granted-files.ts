import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { isServed } from '#db/schema/files';

/** A file that a grant opens, as it is now. */
export type GrantedFile = Readonly<{
  grantId: string;
  fileId: string;
  name: string;
  version: string;
  size: number;
  /** Downloads of it under this grant that count. */
  spent: number;
}>;

/**
 * The files of every grant of the orders whose ids a subquery gives, revoked ones too, for a batch.
 * One that is still being uploaded is nobody's business but the shop's, its name included.
 */
export function grantedFilesQuery(db: Db, orderIds: SQL) {
  return db.all<GrantedFile>(sql`SELECT grants.id AS grantId, files.id AS fileId, files.name, label AS version, size,
      (SELECT count(*) FROM downloads WHERE grant_id = grants.id AND file_id = files.id AND failed_at IS NULL) AS spent
    FROM grants
    JOIN files ON files.product_id = grants.product_id AND files.retired_at IS NULL
    JOIN file_versions ON ${isServed}
    WHERE grants.order_id IN ${orderIds}
    ORDER BY grants.rowid, files.name`);
}
