import * as z from 'zod';
import { AppError } from '#server/errors';
import { appendToUpload } from '#server/files/append-to-upload';
import { beginUpload } from '#server/files/begin-upload';
import { cancelUpload } from '#server/files/cancel-upload';
import { completeUpload } from '#server/files/complete-upload';
import { discardVersion } from '#server/files/discard-version';
import { readUpload } from '#server/files/read-upload';
import { retireFile } from '#server/files/retire-file';
import { BeginUpload } from '#server/files/upload-input';
import { procedure, router } from './trpc';

const ownerOnly = 'Only the owner can delete a version for good.';

const Id = z.strictObject({ id: z.string().max(100) });

export const filesRouter = router({
  begin: procedure('products:write')
    .input(BeginUpload)
    .mutation(({ ctx, input }) => beginUpload(ctx, { ...input, actor: ctx.caller.actor })),

  /** For the route that has the bytes as a stream: nothing that is sent as JSON fits here. */
  append: procedure('products:write')
    .input(
      Id.extend({
        offset: z.int().min(0),
        bytes: z.instanceof(ReadableStream<Uint8Array>),
        length: z.int().min(0).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => appendToUpload(ctx, input)),

  upload: procedure('products:write')
    .input(Id)
    .query(({ ctx, input }) => readUpload(ctx, input.id)),

  complete: procedure('products:write')
    .input(Id)
    .mutation(({ ctx, input }) => completeUpload(ctx, input.id)),

  cancel: procedure('products:write')
    .input(Id)
    .mutation(({ ctx, input }) => cancelUpload(ctx, input.id)),

  retire: procedure('products:write')
    .input(Id.extend({ isRetired: z.boolean() }))
    .mutation(({ ctx, input }) => retireFile(ctx, input)),

  discard: procedure('products:write')
    .input(Id)
    .mutation(({ ctx, input }) => {
      if (ctx.caller.role !== 'owner') throw new AppError('forbidden', ownerOnly);
      return discardVersion(ctx, input.id);
    }),
});
