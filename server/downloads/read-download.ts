import { sql } from 'drizzle-orm';
import type { Context } from '#server/context';

/** A download that was clicked, with the version of the file that it is of, while that is there. */
export type Download = Readonly<{
  id: string;
  clickedAt: number;
  begunAt: number | null;
  bytesSent: number;
  isTakenBack: boolean;
  version: Version | null;
}>;

export type Version = Readonly<{
  name: string;
  size: number;
  sha256: string;
  storeKey: string;
}>;

type Row = Omit<Download, 'isTakenBack' | 'version'> &
  Readonly<{ isTakenBack: number }> & { readonly [Key in keyof Version]: Version[Key] | null };

/** The download with this id, or null. One round trip. */
export async function readDownload({ db }: Context, id: string): Promise<Download | null> {
  const [row] =
    await db.all<Row>(sql`SELECT downloads.id, clicked_at AS clickedAt, begun_at AS begunAt,
      bytes_sent AS bytesSent, files.name, size, sha256, store_key AS storeKey,
      grants.revoked_at IS NOT NULL OR orders.deleted_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM replaced_links WHERE order_id = orders.id AND replaced_at >= clicked_at
      ) AS isTakenBack
    FROM downloads
    JOIN grants ON grants.id = downloads.grant_id
    JOIN orders ON orders.id = downloads.order_id
    LEFT JOIN files ON files.id = downloads.file_id AND files.retired_at IS NULL
    LEFT JOIN file_versions ON file_versions.id = downloads.version_id AND file_versions.status = 'ready'
    WHERE downloads.id = ${id}`);
  if (!row) return null;
  const { name, size, sha256, storeKey, ...download } = row;
  const isThere = name !== null && size !== null && sha256 !== null && storeKey !== null;
  return {
    ...download,
    isTakenBack: download.isTakenBack === 1,
    version: isThere ? { name, size, sha256, storeKey } : null,
  };
}
