import type { Context } from '#server/context';
import { refused } from '#server/errors';
import { answerDelivery } from '../answer-delivery';
import type { SignedMessage } from '../gateways/gateway';
import { gatewayAccount } from '../payment-account';
import { type LabAsked, prepareCase } from './prepare-case';

type Answer = Readonly<{ status: number; text: string }>;

/**
 * Takes the messages of a case in as requests, as the route of the gateways does, with all that
 * follows of it, and gives what the gateway would have been answered. Only an account that takes test payments may be
 * tried out on orders of the shop. Throws as `prepareCase` does, and `refused` for a live account.
 */
export async function sendSample(
  ctx: Context,
  asked: LabAsked & Readonly<{ orderNumber: string }>,
): Promise<readonly Answer[]> {
  const { account, messages } = await prepareCase(ctx, asked);
  if (account.live) {
    throw refused(
      'This account takes real payments: a sample would mark a real order as paid.',
      'Set the account to test first.',
    );
  }
  const { url } = gatewayAccount(account, ctx.env);
  const replies: Answer[] = [];
  for (const { message } of messages) {
    const request = new Request(url, {
      ...{ method: 'POST', headers: headersOf(message), body: Uint8Array.from(message.body) },
    });
    const answer = await answerDelivery(async () => ctx, account.slug, request);
    replies.push({ status: answer.status, text: await answer.text() });
  }
  return replies;
}

function headersOf({ headers }: SignedMessage): Headers {
  const given = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.set(name, value);
  }
  return given;
}
