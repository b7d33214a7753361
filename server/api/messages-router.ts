import * as z from 'zod';
import { messageStatuses } from '#domain/vocabulary';
import { findMessages } from '#server/mail/find-messages';
import { readMessage } from '#server/mail/read-message';
import { readOutboxPage } from '#server/mail/read-outbox-page';
import { releaseMessages } from '#server/mail/release-messages';
import { sendMessageNow } from '#server/mail/send-message-now';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

export const MessageListInput = Paging.extend({
  order: z.string().max(200).optional(),
  status: z.enum(messageStatuses).optional(),
});

const MessageInput = z.strictObject({ id: z.string().max(100) });

export const messagesRouter = router({
  list: procedure('orders:read')
    .input(MessageListInput)
    .query(({ ctx, input }) => findMessages(ctx.db, input)),

  outbox: procedure('orders:read')
    .input(MessageListInput)
    .query(({ ctx, input }) => readOutboxPage(ctx.db, input)),

  get: procedure('orders:read')
    .input(MessageInput)
    .query(({ ctx, input }) => readMessage(ctx, input.id)),

  /** Lets every held message leave. */
  release: procedure('orders:write').mutation(async ({ ctx }) => ({
    released: await releaseMessages(ctx),
  })),

  sendNow: procedure('orders:write')
    .input(MessageInput)
    .mutation(({ ctx, input }) => sendMessageNow(ctx, input.id)),
});
