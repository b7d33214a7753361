import type { Context } from '#server/context';
import { refused } from '#server/errors';
import type { Reply } from '../gateways/gateway';
import { receiveCallback } from '../receive-callback';
import { type LabAsked, prepareCase } from './prepare-case';

/**
 * Takes the messages of a case in as if the gateway had sent them, with all that follows of it, and
 * gives what the gateway would have been answered. Only an account that takes test payments may be
 * tried out on orders of the shop. Throws as `prepareCase` does, and `refused` for a live account.
 */
export async function sendSample(
  ctx: Context,
  asked: LabAsked & Readonly<{ orderNumber: string }>,
): Promise<readonly Reply[]> {
  const { account, messages } = await prepareCase(ctx, asked);
  if (account.live) {
    throw refused(
      'This account takes real payments: a sample would mark a real order as paid.',
      'Set the account to test first.',
    );
  }
  const replies: Reply[] = [];
  for (const { message } of messages) {
    replies.push(await receiveCallback(ctx, { slug: account.slug, message, isTooLarge: false }));
  }
  return replies;
}
