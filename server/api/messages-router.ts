import * as z from 'zod';
import { messageStatuses } from '#domain/vocabulary';
import { findMessages } from '#server/mail/find-messages';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

export const MessageListInput = Paging.extend({
  order: z.string().max(200).optional(),
  status: z.enum(messageStatuses).optional(),
});

export const messagesRouter = router({
  list: procedure('orders:read')
    .input(MessageListInput)
    .query(({ ctx, input }) => findMessages(ctx.db, input)),
});
