import { sql } from 'drizzle-orm';
import { isServed } from '#db/schema/files';
import type { Context } from '#server/context';
import { beginWithinMs, goOnWithinMs, signDownload } from './download-link';

/** A press of *Download* on a tracking page. */
export type Click = Readonly<{
  token: string;
  grantId: string;
  fileId: string;
  /** Made anew for every view of the page: a press and its double have the same. */
  clickKey: string;
  address: string;
  userAgent: string;
}>;

/** Within this time the same form gives the same download again. */
export const doubleWithinMs = 10_000;

/**
 * Spends one download and gives what its address is made of, or null where there is none left to
 * spend. The count and the row are one statement, so however many press at once, no more are given
 * than the grant has. Which file, which version and whose it is, the database alone says.
 */
export async function clickDownload(ctx: Context, click: Click): Promise<string | null> {
  const at = ctx.now();
  const [, [clicked]] = await ctx.db.batch([
    ctx.db.run(clickStatement(click, { id: ctx.newId(), at })),
    ctx.db.all<{ id: string; clickedAt: number }>(sql`SELECT id, clicked_at AS clickedAt
      FROM downloads WHERE ${isOfForm(click, at)}
        AND order_id = (SELECT id FROM orders WHERE token = ${click.token} AND deleted_at IS NULL)
      ORDER BY clicked_at DESC, id DESC LIMIT 1`),
  ]);
  if (!clicked) return null;
  const expiresAt = clicked.clickedAt + beginWithinMs + goOnWithinMs;
  return signDownload({ id: clicked.id, expiresAt }, ctx.env.authSecret);
}

type New = Readonly<{ id: string; at: number }>;

function clickStatement(click: Click, { id, at }: New) {
  const { token, grantId, fileId, clickKey, address, userAgent } = click;
  return sql`INSERT INTO downloads (id, grant_id, order_id, file_id, version_id, click_key, clicked_at, address, user_agent)
    SELECT ${id}, grants.id, orders.id, files.id, file_versions.id, ${clickKey}, ${at}, ${address}, ${userAgent}
    FROM orders
    JOIN grants ON grants.order_id = orders.id AND grants.id = ${grantId}
    JOIN files ON files.product_id = grants.product_id AND files.id = ${fileId}
    JOIN file_versions ON ${isServed}
    WHERE orders.token = ${token}
      AND orders.paid_version IS NOT NULL AND orders.cancelled_at IS NULL AND orders.deleted_at IS NULL
      AND grants.revoked_at IS NULL AND (grants.expires_at IS NULL OR grants.expires_at > ${at})
      AND (SELECT count(*) FROM downloads WHERE grant_id = ${grantId} AND file_id = ${fileId} AND failed_at IS NULL) < grants.downloads_max
      AND NOT EXISTS (SELECT 1 FROM downloads WHERE ${isOfForm(click, at)} AND bytes_sent <= file_versions.size)`;
}

/** What this form gave a moment ago, unless it came to nothing. */
function isOfForm({ grantId, fileId, clickKey }: Click, at: number) {
  return sql`grant_id = ${grantId} AND file_id = ${fileId} AND click_key = ${clickKey}
    AND clicked_at > ${at - doubleWithinMs} AND failed_at IS NULL`;
}
