import { sql } from 'drizzle-orm';
import { messages } from '#db/schema/messages';
import type { MessageTemplate } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { subjectOf } from './subject-of';

/** What a message is about; what it says is read when it is sent. */
export type MailRequest = Readonly<{
  orderId: number;
  orderNumber: string;
  shopName: string;
  template: MessageTemplate;
  recipient: string;
  data: Readonly<Record<string, unknown>>;
  at: number;
}>;

/**
 * The statement that puts one message into the outbox, for the batch of the change it tells of.
 * Without a transport the message is held until staff release it.
 */
export function enqueueMail(ctx: Context, request: MailRequest) {
  const { orderId, template, recipient, data, at } = request;
  return ctx.db.insert(messages).values({
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

/** The statement that takes back what has not left yet and is no longer true after a roll back. */
export function withdrawMail({ db }: Context, orderId: number) {
  return db
    .update(messages)
    .set({ status: 'withdrawn' })
    .where(
      sql`order_id = ${orderId} AND template IN ('paid', 'shipped') AND status IN ('held', 'waiting', 'failed')`,
    );
}

/** The statement that sends what has not left yet to the corrected address. */
export function readdressMail({ db }: Context, orderId: number, recipient: string) {
  return db
    .update(messages)
    .set({ recipient })
    .where(sql`order_id = ${orderId} AND status IN ('held', 'waiting', 'failed')`);
}
