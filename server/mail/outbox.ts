import { inArray, type SQL, sql } from 'drizzle-orm';
import { prebuilt } from '#db/prebuilt';
import { messages } from '#db/schema/messages';
import { languageOf } from '#domain/language';
import type { MessageTemplate } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { ownSubject, subjectKeyOf, subjectNames, subjectOf } from './subject-of';

/**
 * What a message is about; what it says is read when it is sent. `data` names what the order does
 * not tell: `shipmentId` for `shipped`, `codesArrived: true` for a `paid` that brings codes which
 * were missing before, `refundMinor` for a `cancelled` that promises money, `lineId` for a
 * `code_replaced`, `promisedOn` for a `late`, with `newOn` and perhaps a `note` where staff moved the day.
 */
export type MailRequest = Readonly<{
  orderId: number;
  orderNumber: string;
  shopName: string;
  /** The customer's, as `customerLocale` gives it. */
  locale: string;
  template: MessageTemplate;
  data: Readonly<Record<string, unknown>>;
}> &
  Leaving;

/** `mayBeStopped`: it waits a little, so that whoever caused it can still take it back. */
type Leaving = Readonly<{ recipient: string; at: number; mayBeStopped: boolean }>;

const given = sql.placeholder;

const insertMessage = prebuilt((db) =>
  db.insert(messages).values({
    id: given('id'),
    orderId: given('orderId'),
    template: given('template'),
    recipient: given('recipient'),
    data: given('data'),
    subject: sql`coalesce(${ownSubject({
      template: given('template'),
      language: given('language'),
      key: given('subjectKey'),
      shopName: given('shopName'),
      orderNumber: given('orderNumber'),
    })}, ${given('subject')})`,
    status: given('status'),
    nextAttemptAt: given('nextAttemptAt'),
    createdAt: given('at'),
  }),
);

/**
 * The statement that puts one message into the outbox, for the batch of the change it tells of.
 * Without a transport the message is held until staff release it.
 */
export function enqueueMail(ctx: Context, request: MailRequest) {
  const { orderId, template, recipient, data, at } = request;
  return insertMessage(ctx.db, {
    ...{ id: ctx.newId(), orderId, template, recipient, data, at },
    ...subjectNames(request),
    subject: subjectOf(template, request),
    subjectKey: subjectKeyOf(template, data),
    language: languageOf(request.locale) ?? 'en',
    status: firstStatus(ctx),
    nextAttemptAt: leavesAt(ctx, request),
  });
}

function firstStatus({ env }: Context): 'held' | 'waiting' {
  return env.mail.kind === 'none' ? 'held' : 'waiting';
}

function leavesAt({ env }: Context, { at, mayBeStopped }: Leaving): number {
  return mayBeStopped ? at + env.mailDelayMs : at;
}

type Again = Leaving & Readonly<{ id: string }>;

/**
 * The statements that put a message that was missed into the outbox once more, as a new one; the
 * old one is mended. The batch fails where somebody has done so meanwhile.
 */
export function sendMailAgain(ctx: Context, again: Again) {
  const { id, recipient, at } = again;
  return [
    ctx.db.run(sql`INSERT INTO messages (id, order_id, template, recipient, subject, data, status, next_attempt_at, created_at)
      SELECT ${ctx.newId()}, order_id, template, ${recipient}, subject, data, ${firstStatus(ctx)}, ${leavesAt(ctx, again)}, ${at}
      FROM messages WHERE id = ${id} AND mended_at IS NULL AND (status = 'failed' OR (delivery = 'bounced' AND status = 'sent'))`),
    ctx.db.run(sql`INSERT INTO expectations (found, expected) SELECT changes(), 1`),
    mend(
      ctx,
      at,
      sql`(order_id, template, ${subject}) = (SELECT order_id, template, ${subject} FROM messages WHERE id = ${id})`,
    ),
  ];
}

type Mending = Readonly<{
  orderId: number;
  template: MessageTemplate;
  shipmentId: string | null;
  at: number;
}>;

/** The statement for a message that is about to be said again: that it was missed is mended. */
export function mendMail(ctx: Context, { orderId, template, shipmentId, at }: Mending) {
  return mend(
    ctx,
    at,
    sql`order_id = ${orderId} AND template = ${template} AND ${subject} = ${shipmentId ?? ''}`,
  );
}

/** The statement for links to sign in that no longer matter, whether or not they have arrived. */
export function mendLinkMail(ctx: Context, at: number, whose: SQL) {
  return mend(ctx, at, sql`${messages.customerId} = (${whose})`);
}

/** The shipment, the line or the request that a message is about. */
const subject = sql`coalesce(json_extract(data, '$.shipmentId'), json_extract(data, '$.lineId'), json_extract(data, '$.requestId'), '')`;

/** Whatever has left is not missed any more, should it come back later; what failed rests. */
function mend({ db }: Context, at: number, which: SQL) {
  return db
    .update(messages)
    .set({ mendedAt: at, status: sql`CASE status WHEN 'failed' THEN 'withdrawn' ELSE status END` })
    .where(sql`${which} AND mended_at IS NULL AND status IN ('sent', 'failed')`);
}

/** What is set anew where a message that came back is to leave once more. */
export const noNews = { delivery: null, deliveryAt: null, deliveryDetail: null };

const untrueAfter = {
  rolled_back: ['paid', 'shipped', 'code_replaced', 'late'],
  reopened: ['cancelled'],
  expected: ['late'],
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
