import { inArray, sql } from 'drizzle-orm';
import { insertInto } from '#db/row-statements';
import { messages } from '#db/schema/messages';
import type { MessageTemplate } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { subjectOf } from './subject-of';

/**
 * What a message is about; what it says is read when it is sent. `data` names what the order does
 * not tell: `shipmentId` for `shipped`, `codesArrived: true` for a `paid` that brings codes which
 * were missing before, `refundMinor` for a `cancelled` that promises money.
 */
export type MailRequest = Readonly<{
  orderId: number;
  orderNumber: string;
  shopName: string;
  template: MessageTemplate;
  recipient: string;
  data: Readonly<Record<string, unknown>>;
  at: number;
}>;

const insertMessage = insertInto(messages);

/**
 * The statement that puts one message into the outbox, for the batch of the change it tells of.
 * Without a transport the message is held until staff release it.
 */
export function enqueueMail(ctx: Context, request: MailRequest) {
  const { orderId, template, recipient, data, at } = request;
  return insertMessage(ctx.db, {
    id: ctx.newId(),
    orderId,
    template,
    recipient,
    data,
    subject: subjectOf(template, request),
    status: ctx.env.mail.kind === 'none' ? 'held' : 'waiting',
    nextAttemptAt: at,
    createdAt: at,
  });
}

/** What is set anew where a message that came back is to leave once more. */
export const noNews = { delivery: null, deliveryAt: null, deliveryDetail: null };

const untrueAfter = {
  rolled_back: ['paid', 'shipped'],
  reopened: ['cancelled'],
} as const satisfies Readonly<Record<string, readonly MessageTemplate[]>>;

/** The statement that takes back what has not left yet and is no longer true after this event. */
export function withdrawMail({ db }: Context, orderId: number, event: keyof typeof untrueAfter) {
  return db
    .update(messages)
    .set({ status: 'withdrawn' })
    .where(
      sql`order_id = ${orderId} AND ${inArray(messages.template, [...untrueAfter[event]])} AND status IN ('held', 'waiting', 'failed')`,
    );
}

/**
 * The statement that sends what has not left yet to the corrected address, what failed once more.
 * A message that is being sent right now may still go to the old one.
 */
export function readdressMail({ db, now }: Context, orderId: number, recipient: string) {
  return db
    .update(messages)
    .set({
      recipient,
      status: sql`CASE status WHEN 'failed' THEN 'waiting' ELSE status END`,
      attempts: sql`CASE status WHEN 'failed' THEN 0 ELSE attempts END`,
      nextAttemptAt: sql`CASE status WHEN 'failed' THEN ${now()} ELSE next_attempt_at END`,
      ...noNews,
    })
    .where(
      sql`order_id = ${orderId} AND recipient <> ${recipient} AND status IN ('held', 'waiting', 'sending', 'failed')`,
    );
}
