import { and, eq, isNull, lt, or, type SQL } from 'drizzle-orm';
import { fileVersions } from '#db/schema/files';
import type { Context } from '#server/context';
import { AppError, notFound } from '#server/errors';
import { type UploadRow, uploadColumns } from './upload';

/** Long enough for the renewals to come in time, short enough to wait for after a crash. */
const holdMs = 15_000;
const renewEveryMs = 5_000;

type Written = Partial<typeof fileVersions.$inferInsert>;

export type Hold = Readonly<{
  upload: UploadRow;
  /** Aborted as soon as somebody else may hold the upload. */
  signal: AbortSignal;
  /** Writes what the work came to and lets go; false, and nothing written, where it is not ours any more. */
  settle: (written: Written) => Promise<boolean>;
  /** As `settle`, and removes the upload. */
  remove: () => Promise<boolean>;
}>;

/** `hold` is null where the upload is not to be had; `standing` is how it stands. */
export type Held = Readonly<{ hold: Hold | null; standing: UploadRow }>;

/**
 * Takes an unfinished upload for one writer at a time, whatever the process: the hold is renewed
 * while the work lasts, and runs out by itself after a crash. Not to be had is one that another
 * writer has, or that is not as `expected`. One round trip. Throws `not_found`.
 */
export async function holdUpload(ctx: Context, id: string, expected?: SQL): Promise<Held> {
  const writer = ctx.newToken();
  const isFree = or(isNull(fileVersions.writer), lt(fileVersions.writerUntil, ctx.now()));
  const isOpen = and(eq(fileVersions.id, id), eq(fileVersions.status, 'uploading'), isFree);
  const [taken, [standing]] = await ctx.db.batch([
    ctx.db
      .update(fileVersions)
      .set({ writer, writerUntil: ctx.now() + holdMs })
      .where(and(isOpen, expected))
      .returning({ id: fileVersions.id }),
    ctx.db.select(uploadColumns).from(fileVersions).where(eq(fileVersions.id, id)),
  ]);
  if (!standing) throw notFound('The upload');
  const hold = taken.length === 0 ? null : holdOf(ctx, writer, standing);
  return { hold, standing };
}

function holdOf({ db, now }: Context, writer: string, upload: UploadRow): Hold {
  const isMine = and(eq(fileVersions.id, upload.id), eq(fileVersions.writer, writer));
  const lost = new AbortController();
  const timer = setInterval(renew, renewEveryMs);

  async function renew(): Promise<void> {
    try {
      const until = { writerUntil: now() + holdMs };
      const { rowsAffected } = await db.update(fileVersions).set(until).where(isMine);
      if (rowsAffected === 0) lost.abort(new Error('Another writer has the upload.'));
    } catch (error) {
      lost.abort(error);
    }
  }

  return {
    upload,
    signal: lost.signal,
    async settle(written) {
      clearInterval(timer);
      const row = { ...written, writer: null, writerUntil: null };
      return (await db.update(fileVersions).set(row).where(isMine)).rowsAffected === 1;
    },
    async remove() {
      clearInterval(timer);
      return (await db.delete(fileVersions).where(isMine)).rowsAffected === 1;
    },
  };
}

export function uploadBusy(): AppError {
  return new AppError('conflict', 'This upload is being written at the moment: try again.', {
    retryAfterSeconds: 5,
  });
}
