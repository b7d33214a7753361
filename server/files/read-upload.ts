import { eq } from 'drizzle-orm';
import { fileVersions } from '#db/schema/files';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { type Upload, uploadColumns, viewUpload } from './upload';

/** How an upload stands. One round trip. Throws `not_found`. */
export async function readUpload({ db }: Context, id: string): Promise<Upload> {
  const [row] = await db.select(uploadColumns).from(fileVersions).where(eq(fileVersions.id, id));
  if (!row) throw notFound('The upload');
  return viewUpload(row);
}
