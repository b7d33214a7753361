import { type SQL, sql } from 'drizzle-orm';
import type { MessageTemplate } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { mendLinkMail } from '#server/mail/outbox';
import { subjectOfRow } from '#server/mail/subject-of-row';
import {
  isOverLimit,
  isWithin,
  type RateLimit,
  rateLimitStatement,
  retryAfterSeconds,
} from '#server/rate-limit/take';
import { defaultShop } from '#server/settings/shop-settings';
import { wakeWorker } from '#server/wake-worker';
import { linkLifeMs, linkPauseMs } from './link-limits';

export type LinkAsked = Readonly<{
  /** In the one form in which addresses are compared (`normalizeEmail`). */
  email: string;
  /** Whom the request comes from, as `clientAddress` tells it. */
  address: string;
}>;

const windowMs = 15 * 60 * 1000;
const addressLimit: RateLimit = { name: 'door-address', max: 20, windowMs };
const emailLimit: RateLimit = { name: 'door-email', max: 5, windowMs };

/**
 * Sends a link to sign in to a customer who has an order that stands. One who was merged gets the
 * link of the customer that they are now, at the address that was typed; one who was erased is not
 * known. The caller learns nothing: the same statements run either way, in one batch, and put one
 * row or none into the outbox, one in two minutes at most. Throws `too_many_requests` after 20 tries
 * from one network address or 5 for one e-mail address within fifteen minutes. One round trip.
 */
export async function askForLink(ctx: Context, asked: LinkAsked): Promise<void> {
  const linkId = ctx.newToken();
  const at = ctx.now();
  const [byAddress, byEmail] = await ctx.db.batch([
    rateLimitStatement(ctx, addressLimit, asked.address),
    rateLimitStatement(ctx, emailLimit, asked.email),
    ctx.db.run(insertLink({ ...asked, linkId, at })),
    mendLinkMail(ctx, at, sql`SELECT customer_id FROM sign_in_links WHERE id = ${linkId}`),
    ctx.db.run(insertMessage(ctx, linkId, at)),
  ]);
  wakeWorker();
  if (isOverLimit(addressLimit, byAddress) || isOverLimit(emailLimit, byEmail)) {
    throw new AppError('too_many_requests', 'Too many tries.', {
      retryAfterSeconds: retryAfterSeconds(addressLimit, at),
    });
  }
}

type New = LinkAsked & Readonly<{ linkId: string; at: number }>;

function insertLink({ email, address, linkId, at }: New): SQL {
  return sql`INSERT INTO sign_in_links (id, customer_id, email, asked_at, expires_at)
    SELECT ${linkId}, customers.id, ${email}, ${at}, ${at + linkLifeMs}
    FROM customers WHERE id = (SELECT coalesce(merged_into, id) FROM customers WHERE email = ${email} AND erased_at IS NULL)
      AND erased_at IS NULL
      AND ${isWithin(addressLimit, address)} AND ${isWithin(emailLimit, email)}
      AND EXISTS (SELECT 1 FROM orders WHERE customer_id = customers.id AND deleted_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM sign_in_links WHERE customer_id = customers.id AND asked_at > ${at - linkPauseMs})`;
}

const template: MessageTemplate = 'sign_in_link';

function insertMessage({ env, newId }: Context, linkId: string, at: number): SQL {
  const status = env.mail.kind === 'none' ? 'held' : 'waiting';
  return sql`INSERT INTO messages (id, customer_id, template, recipient, subject, data, status, next_attempt_at, created_at)
    SELECT ${newId()}, customers.id, ${template}, sign_in_links.email, ${subject}, json_object('linkId', sign_in_links.id), ${status}, ${at}, ${at}
    FROM sign_in_links JOIN customers ON customers.id = sign_in_links.customer_id WHERE sign_in_links.id = ${linkId}`;
}

const subject = subjectOfRow({
  template: sql`${template}`,
  locale: sql`customers.locale`,
  orderNumber: sql`''`,
  shop: defaultShop,
});
