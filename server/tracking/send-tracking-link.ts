import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { subjectOfRow } from '#server/mail/subject-of-row';
import {
  isOverLimit,
  isWithin,
  type RateLimit,
  rateLimitStatement,
  retryAfterSeconds,
} from '#server/rate-limit/take';
import { defaultShop } from '#server/settings/shop-settings';

export type LinkAsked = Readonly<{
  /** As it was typed: with or without "#" in front and blanks around, in upper or lower case. */
  number: string;
  /** In the one form in which addresses are compared (`normalizeEmail`). */
  email: string;
  /** Whom the request comes from, as `clientAddress` tells it. */
  address: string;
}>;

const windowMs = 15 * 60 * 1000;
const addressLimit: RateLimit = { name: 'track-address', max: 20, windowMs };
const numberLimit: RateLimit = { name: 'track-number', max: 5, windowMs };
const linkLimit: RateLimit = { name: 'track-link', max: 5, windowMs };

/** So that nobody is flooded with links by somebody who knows their number and address. */
const mailPauseMs = 10 * 60 * 1000;

/**
 * Sends the link of an order to the order's own address, if number and address belong together.
 * The caller learns nothing: the same statements run either way, in one batch, and put one row or
 * none into the outbox. The message is the one that fits how the order stands; one in ten minutes
 * at most. Throws `too_many_requests` after 20 tries from one network address or 5 for one number
 * within fifteen minutes, whether there is such an order or not. One round trip.
 */
export async function sendTrackingLink(ctx: Context, asked: LinkAsked): Promise<void> {
  const number = asked.number.replace(/^[\s#]+|\s+$/g, '');
  const spellings = [number, number.toUpperCase(), number.toLowerCase()].flatMap((spelling) => [
    sql`${spelling}`,
    sql`${`#${spelling}`}`,
  ]);
  await sendLink(ctx, {
    address: asked.address,
    limit: numberLimit,
    subject: number.toLowerCase(),
    isMeant: sql`number IN (${sql.join(spellings, sql`, `)}) AND lower(customer_email) = ${asked.email}`,
    first: sql`number = ${number} DESC`,
  });
}

/**
 * The same for whoever holds a link that was replaced: the new one goes to the order's own address,
 * so that it is of no use to whom the old one was taken from. One round trip.
 */
export async function sendRenewedLink(
  ctx: Context,
  { token, address }: Readonly<{ token: string; address: string }>,
): Promise<void> {
  const isMeant = sql`id = (SELECT order_id FROM replaced_links WHERE token = ${token})`;
  await sendLink(ctx, { address, limit: linkLimit, subject: token, isMeant, first: sql`id` });
}

type Sending = Readonly<{
  address: string;
  /** Beside that for one network address. */
  limit: RateLimit;
  subject: string;
  /** Which orders are meant, and which of them comes first. */
  isMeant: SQL;
  first: SQL;
}>;

async function sendLink(ctx: Context, sending: Sending): Promise<void> {
  const { address, limit, subject } = sending;
  const messageId = ctx.newId();
  const at = ctx.now();
  const [byAddress, bySubject] = await ctx.db.batch([
    rateLimitStatement(ctx, addressLimit, address),
    rateLimitStatement(ctx, limit, subject),
    ctx.db.run(insertMessage(ctx, { ...sending, messageId, at })),
    ctx.db.run(sql`INSERT INTO rate_limits (key, window_start, count)
      SELECT 'track-mail:' || order_id, ${at}, 1 FROM messages WHERE id = ${messageId}
      ON CONFLICT (key) DO UPDATE SET window_start = excluded.window_start`),
  ]);
  if (isOverLimit(addressLimit, byAddress) || isOverLimit(limit, bySubject)) {
    throw new AppError('too_many_requests', 'Too many tries.', {
      retryAfterSeconds: retryAfterSeconds(addressLimit, at),
    });
  }
}

type NewMessage = Sending & Readonly<{ messageId: string; at: number }>;

function insertMessage(ctx: Context, sending: NewMessage): SQL {
  const { address, limit, isMeant, first, messageId, at } = sending;
  const status = ctx.env.mail.kind === 'none' ? 'held' : 'waiting';
  return sql`INSERT INTO messages (id, order_id, template, recipient, subject, data, status, next_attempt_at, created_at)
    SELECT ${messageId}, id, template, customer_email, ${subject}, '{}', ${status}, ${at}, ${at}
    FROM (SELECT *, ${fittingTemplate} AS template FROM orders WHERE deleted_at IS NULL
      AND ${isMeant} ORDER BY ${first} LIMIT 1) AS found
    WHERE ${isWithin(addressLimit, address)} AND ${isWithin(limit, sending.subject)}
      AND NOT EXISTS (SELECT 1 FROM rate_limits WHERE key = 'track-mail:' || id AND window_start > ${at - mailPauseMs})`;
}

const fittingTemplate = sql`CASE
  WHEN cancelled_at IS NOT NULL THEN 'cancelled'
  WHEN EXISTS (SELECT 1 FROM shipments WHERE order_id = orders.id AND voided_at IS NULL) THEN 'shipped'
  WHEN paid_version IS NOT NULL THEN 'paid'
  ELSE 'order_received' END`;

const subject = subjectOfRow({
  template: sql`found.template`,
  locale: sql`customer_locale`,
  orderNumber: sql`number`,
  shop: defaultShop,
});
