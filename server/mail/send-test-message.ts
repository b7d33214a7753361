import type { Context } from '#server/context';
import { AppError, refused } from '#server/errors';
import {
  isOverLimit,
  type RateLimit,
  rateLimitStatement,
  retryAfterSeconds,
} from '#server/rate-limit/take';
import { type PreviewAsked, previewWordings } from './preview-wordings';
import { requireTransport } from './require-transport';
import { openTransport } from './transports/open-transport';
import { MailNotSent } from './transports/transport';

const limit: RateLimit = { name: 'test-message', max: 10, windowMs: 15 * 60 * 1000 };

/**
 * Sends a message as it would be written now, marked as a test, to the staff member who asks for it
 * and to nobody else. It goes out at once and not through the outbox, which is for customers.
 * Throws `refused` without a way for mail to leave and as `previewWordings` does, and
 * `too_many_requests` after ten within a quarter of an hour.
 */
export async function sendTestMessage(
  ctx: Context,
  asked: PreviewAsked,
  email: string | null,
): Promise<void> {
  requireTransport(ctx);
  if (email === null) throw refused('A key has no mailbox.', 'Sign in to send yourself a test.');
  const [tries] = await ctx.db.batch([rateLimitStatement(ctx, limit, email)]);
  if (isOverLimit(limit, tries)) {
    const details = { retryAfterSeconds: retryAfterSeconds(limit, ctx.now()) };
    throw new AppError('too_many_requests', 'Wait a while before the next test.', details);
  }
  const { html, text, subject, replyTo } = await previewWordings(ctx, asked);
  const transport = await openTransport(ctx.env.mail);
  try {
    const mail = { id: ctx.newId(), to: email, subject: `[Test] ${subject}`, html, text };
    await transport?.send({ ...mail, ...(replyTo !== null && { replyTo }) });
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    throw refused('The test did not leave.', error.message);
  }
}
