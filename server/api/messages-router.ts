import * as z from 'zod';
import { messageStatuses } from '#domain/vocabulary';
import { AppError } from '#server/errors';
import {
  ChangeWordings,
  changeWordings,
  ResetWordings,
  resetWordings,
} from '#server/mail/change-wordings';
import { countWordings } from '#server/mail/count-wordings';
import { findMessages } from '#server/mail/find-messages';
import { PreviewAsked, readWordingPage } from '#server/mail/preview-wordings';
import { readMessage } from '#server/mail/read-message';
import { readOutboxPage } from '#server/mail/read-outbox-page';
import { releaseMessages } from '#server/mail/release-messages';
import { sendMessageNow } from '#server/mail/send-message-now';
import { sendTestMessage } from '#server/mail/send-test-message';
import { setMailAside } from '#server/mail/set-mail-aside';
import { stopMessages } from '#server/mail/stop-messages';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

export const MessageListInput = Paging.extend({
  order: z.string().max(200).optional(),
  status: z.enum(messageStatuses).optional(),
});

const MessageInput = z.strictObject({ id: z.string().max(100) });

const Messages = z.strictObject({ ids: z.array(MessageInput.shape.id).min(1).max(200) });

export const messagesRouter = router({
  list: procedure('orders:read')
    .input(MessageListInput)
    .query(({ ctx, input }) => findMessages(ctx.db, input)),

  outbox: procedure('orders:read')
    .input(MessageListInput.extend({ cameBack: z.boolean().optional() }))
    .query(({ ctx, input }) => readOutboxPage(ctx.db, input)),

  get: procedure('orders:read')
    .input(MessageInput)
    .query(({ ctx, input }) => readMessage(ctx, input.id)),

  /** Lets every held message leave. */
  release: procedure('orders:write').mutation(async ({ ctx }) => ({
    released: await releaseMessages(ctx),
  })),

  /** Keeps messages from leaving that have not left yet. */
  stop: procedure('orders:write')
    .input(Messages)
    .mutation(({ ctx, input }) => stopMessages(ctx, { ...input, actor: ctx.caller.actor })),

  /** Asks nobody any more about messages that came back. */
  setAside: procedure('orders:write')
    .input(Messages)
    .mutation(async ({ ctx, input }) => ({ setAside: await setMailAside(ctx, input.ids) })),

  sendNow: procedure('orders:write')
    .input(MessageInput)
    .mutation(({ ctx, input }) => sendMessageNow(ctx, input.id)),

  wordingCounts: procedure('settings:read').query(({ ctx }) => countWordings(ctx)),

  /** The preview tells of an order, so it needs what reading orders needs besides. */
  wordingPage: procedure('settings:read')
    .input(PreviewAsked)
    .query(({ ctx, input }) => {
      if (ctx.caller.scopes.has('orders:read')) return readWordingPage(ctx, input);
      throw new AppError('forbidden', 'This needs the scope orders:read, which you do not have.');
    }),

  changeWordings: procedure('settings:write')
    .input(ChangeWordings)
    .mutation(({ ctx, input }) => changeWordings(ctx, input, ctx.caller.actor)),

  resetWordings: procedure('settings:write')
    .input(ResetWordings)
    .mutation(({ ctx, input }) => resetWordings(ctx, input)),

  /** Only ever to the caller's own mailbox. */
  sendTest: procedure('settings:write')
    .input(PreviewAsked)
    .mutation(({ ctx, input }) => sendTestMessage(ctx, input, ctx.caller.email)),
});
