import { eq } from 'drizzle-orm';
import { files } from '#db/schema/files';
import { commit } from '#server/commit';
import type { Context } from '#server/context';
import { notFound, refused } from '#server/errors';

type Retired = Readonly<{ id: string; isRetired: boolean }>;

/**
 * Takes a file from all who bought it, or gives it back to them. Its bytes stay. Two round trips.
 * Throws `not_found` and `refused` (another file has taken its name meanwhile).
 */
export async function retireFile(ctx: Context, { id, isRetired }: Retired): Promise<void> {
  const [file] = await ctx.db
    .select({ retiredAt: files.retiredAt })
    .from(files)
    .where(eq(files.id, id));
  if (!file) throw notFound('The file');
  if ((file.retiredAt !== null) === isRetired) return;
  const retiredAt = isRetired ? ctx.now() : null;
  const done = await commit(ctx.db, [
    ctx.db.update(files).set({ retiredAt }).where(eq(files.id, id)),
  ]);
  if (done === null) {
    throw refused('The product has another file of this name by now.', 'Retire that one first.');
  }
}
