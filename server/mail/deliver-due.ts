import { sql } from 'drizzle-orm';
import { normalizeEmail } from '#domain/email-address';
import type { Context } from '#server/context';
import { signInToken } from '#server/door/sign-in-token';
import { deriveKey, open, SealedTextUnreadable } from '#server/secret-box';
import { composeMessage } from './compose-message';
import { composeSignInLink } from './compose-sign-in-link';
import { type LinkFacts, linkFactsQuery, whyNoLink } from './link-facts';
import { assembleMessageFacts, type MessageFacts, messageFactQueries } from './message-facts';
import { renderParts } from './render-parts';
import { attemptsMax } from './retry-delay';
import { type Outcome, settleAsNotSent, settleAsSent, settleAsWithdrawn } from './settle-message';
import { renewLease, type TakenMessage, takeMessages } from './take-messages';
import { type Mail, MailNotSent, type Transport } from './transports/transport';
import { whyUntrue } from './why-untrue';

export type Delivery = Readonly<{ taken: number } & Record<Outcome, number>>;

/**
 * Takes what is due, at most `batch` messages, and sends them one after the other. No two workers
 * send one message: each needs its lease, begun anew right before it sends. A worker that dies
 * between sending and settling leaves a message that is sent again when the lease ends, under the
 * same id, which the provider's idempotency key (SMTP: the Message-ID) shows to be a repeat.
 */
export async function deliverDue(
  ctx: Context,
  transport: Transport,
  { batch = 10 }: Readonly<{ batch?: number }> = {},
): Promise<Delivery> {
  const taken = await takeMessages(ctx, batch);
  const count = { taken: taken.length, sent: 0, putOff: 0, failed: 0, withdrawn: 0, lost: 0 };
  for (const message of taken) count[await deliver(ctx, transport, message)] += 1;
  return count;
}

async function deliver(
  ctx: Context,
  transport: Transport,
  message: TakenMessage,
): Promise<Outcome> {
  const [[ours], [link], , , ...rows] = await ctx.db.batch([
    renewLease(ctx, message),
    linkFactsQuery(ctx.db, message.id),
    ...lookStatements(ctx, message),
    ...messageFactQueries(ctx.db, message),
  ]);
  if (!ours) return 'lost';
  const facts = assembleMessageFacts(rows);
  const why = link ? whyNoLink(link, ctx.now()) : whyUntrue(message, facts.order);
  if (why !== null) return settleAsWithdrawn(ctx, message, why);
  const send = async () => {
    const mail = await writeMail(ctx, message, { ...facts, link });
    return transport.send({ ...mail, to: ours.recipient });
  };
  const attempt = await attemptOf(message, ours.recipient, send);
  return attempt instanceof MailNotSent
    ? settleAsNotSent(ctx, message, attempt)
    : settleAsSent(ctx, message, attempt.providerId);
}

/**
 * A code counts as seen from before its mail leaves, so that a roll back at the same moment burns
 * it. One look per message and code, however often it is tried.
 */
function lookStatements({ db, now }: Context, { id, leaseId }: TakenMessage) {
  const mailed = sql`order_id = (SELECT order_id FROM messages WHERE id = ${id} AND lease_id = ${leaseId} AND status = 'sending' AND (template = 'paid' OR (template = 'code_replaced' AND json_extract(data, '$.lineId') = codes.line_id))) AND status = 'handed_out'`;
  return [
    db.run(sql`INSERT INTO code_looks (id, code_id, order_id, actor_kind, actor_name, at)
      SELECT ${id} || ':' || id, id, order_id, 'system', 'E-mail to the customer', ${now()} FROM codes WHERE ${mailed}
      ON CONFLICT (id) DO NOTHING`),
    db.run(sql`UPDATE codes SET seen_at = ${now()} WHERE seen_at IS NULL AND ${mailed}`),
  ] as const;
}

type Facts = MessageFacts & Readonly<{ link: LinkFacts | undefined }>;

async function writeMail(
  ctx: Context,
  message: TakenMessage,
  facts: Facts,
): Promise<Omit<Mail, 'to'>> {
  const { id, subject } = message;
  const { replyTo } = facts.shop;
  const parts = await renderParts(composed(ctx, message, facts));
  return { id, subject, ...(replyTo !== null && { replyTo }), ...parts };
}

function composed({ env }: Context, message: TakenMessage, { link, ...facts }: Facts) {
  const { order } = facts;
  const { template, subject, data } = message;
  const { appUrl, authSecret } = env;
  if (link) {
    const token = signInToken(link.linkId ?? '', authSecret);
    return composeSignInLink({ subject, facts, customer: link, appUrl, token });
  }
  if (template === 'sign_in_link' || !order) throw new TypeError('The message is about nothing.');
  const key = deriveKey(authSecret, 'serial-codes');
  const byLine = Map.groupBy(facts.codes, (code) => code.lineId);
  const codesOf = (lineId: string) =>
    (byLine.get(lineId) ?? []).map(({ sealed, productId }) => open(sealed, key, productId));
  return composeMessage({
    ...{ message: { template, subject, data }, facts: { ...facts, order } },
    ...{ appUrl, codesOf },
  });
}

type Sent = Awaited<ReturnType<Transport['send']>>;

/** What came of sending; what went wrong is told in words and never thrown. */
async function attemptOf(
  { id, attempts }: TakenMessage,
  recipient: string,
  send: () => Promise<Sent>,
): Promise<Sent | MailNotSent> {
  if (attempts > attemptsMax) return notSent('Sending was cut off too often.', true);
  if (normalizeEmail(recipient) === null) return notSent('This is not an e-mail address.', true);
  try {
    return await send();
  } catch (error) {
    if (error instanceof MailNotSent) return error;
    if (error instanceof SealedTextUnreadable) return notSent(error.message, false);
    console.error(`The message ${id} could not be sent.`, error);
    return notSent('The message could not be put together.', false);
  }
}

function notSent(words: string, isPermanent: boolean): MailNotSent {
  return new MailNotSent(words, { isPermanent });
}
