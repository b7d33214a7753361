import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { fileVersions } from '#db/schema/files';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { cancelUpload } from './cancel-upload';
import { completeUpload } from './complete-upload';

/** How long an upload may be left alone before it is removed. */
const abandonedMs = 24 * 60 * 60 * 1000;
/** By then a browser has asked for the end itself; a program that only sends never does. */
const completeAfterMs = 60_000;
const atOnce = 10;

export type UploadsTended = Readonly<{ uploadsCompleted: number; uploadsRemoved: number }>;

/** Completes the uploads that have all their bytes, and removes those that nobody goes on with. */
export async function tendUploads(ctx: Context): Promise<UploadsTended> {
  const [complete, abandoned] = await ctx.db.batch([
    idsQuery(ctx, completeAfterMs, true),
    idsQuery(ctx, abandonedMs, false),
  ]);
  return {
    uploadsCompleted: await done(complete, (id) => completeUpload(ctx, id)),
    uploadsRemoved: await done(abandoned, (id) => cancelUpload(ctx, id)),
  };
}

function idsQuery({ db, now }: Context, ageMs: number, isWhole: boolean) {
  const whole = isWhole
    ? eq(fileVersions.received, fileVersions.size)
    : gt(fileVersions.size, fileVersions.received);
  return db
    .select({ id: fileVersions.id })
    .from(fileVersions)
    .where(and(sql`status = 'uploading'`, lte(fileVersions.touchedAt, now() - ageMs), whole))
    .orderBy(fileVersions.touchedAt)
    .limit(atOnce);
}

/** One that somebody else has at the moment is left to the next round. */
async function done(
  ids: readonly Readonly<{ id: string }>[],
  work: (id: string) => Promise<unknown>,
) {
  let count = 0;
  for (const { id } of ids) {
    try {
      await work(id);
      count += 1;
    } catch (error) {
      const isOthers = error instanceof AppError && ['conflict', 'not_found'].includes(error.code);
      if (!isOthers) throw error;
    }
  }
  return count;
}
