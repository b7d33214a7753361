import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Language } from '#domain/language';
import type { Order } from '#domain/order';
import { type MessageTemplate, orderStatuses } from '#domain/vocabulary';
import { filledIn, wordingsOf } from '#emails/_parts/wordings';
import type { RenderedMessage } from '#emails/render-message';
import type { Context } from '#server/context';
import { AppError, refused } from '#server/errors';
import { composeMessage } from './compose-message';
import { composeSignInLink } from './compose-sign-in-link';
import { WordingsAsked } from './count-wordings';
import {
  assembleMessageFacts,
  type MessageFacts,
  messageFactQueries,
  ownTexts,
} from './message-facts';
import { renderParts } from './render-parts';
import { subjectNames, subjectOf } from './subject-of';
import { whyUntrue } from './why-untrue';

export const PreviewAsked = WordingsAsked.extend({
  /** The order that the message is shown for; the newest that fits where it is left out. */
  number: z.string().trim().max(100).optional(),
});
export type PreviewAsked = z.infer<typeof PreviewAsked>;

export type WordingPreview = RenderedMessage &
  Readonly<{ subject: string; orderNumber: string; replyTo: string | null }>;

/** What stands for a serial code, and for what lets a customer in. */
const masked = '••••••••';

/** What the page about a message shows: what staff have written, and how it reads. */
export type WordingPage = Readonly<{
  own: Readonly<Partial<Record<string, string>>>;
  /** Or why there is nothing to show, in words. */
  preview: WordingPreview | Readonly<{ fault: string }>;
}>;

/** One round trip. */
export async function readWordingPage(ctx: Context, asked: PreviewAsked): Promise<WordingPage> {
  const facts = await readFacts(ctx, asked);
  const own = ownTexts(facts.wordings, asked.language);
  try {
    return { own, preview: await previewOf(ctx, asked, facts) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { own, preview: { fault: error.message } };
  }
}

/**
 * A message as it would be written now for a real order, in the language asked for, whatever that
 * of its customer is; codes are masked. Throws `refused` where there is no such order, or none that
 * the message could be about. One round trip.
 */
export async function previewWordings(ctx: Context, asked: PreviewAsked): Promise<WordingPreview> {
  return previewOf(ctx, asked, await readFacts(ctx, asked));
}

async function readFacts({ db }: Context, { template, number = '' }: PreviewAsked) {
  const orderId = number === '' ? newestOrder[template] : orderWith(number);
  return assembleMessageFacts(await db.batch(messageFactQueries(db, { orderId, template })));
}

async function previewOf(
  { env }: Context,
  { template, language, number = '' }: PreviewAsked,
  { order: found, ...facts }: MessageFacts,
): Promise<WordingPreview> {
  const isLink = template === 'sign_in_link';
  const why = isLink ? null : found && whyUntrue({ template, data: {} }, found);
  if (!found || why) throw noOrder(number, number === '' ? null : why);
  const order = { ...found, customer: { ...found.customer, locale: language } };
  const subject = subjectFor(template, language, { order, ...facts });
  const codes = Map.groupBy(facts.codes, ({ lineId }) => lineId);
  const { appUrl } = env;
  const composed = isLink
    ? composeSignInLink({ subject, facts, customer: order.customer, appUrl, token: masked })
    : composeMessage({
        message: { template, subject, data: {} },
        facts: { ...facts, order },
        appUrl,
        codesOf: (lineId) => (codes.get(lineId) ?? []).map(() => masked),
      });
  const { replyTo } = facts.shop;
  return { ...(await renderParts(composed)), subject, orderNumber: order.number, replyTo };
}

function subjectFor(
  template: MessageTemplate,
  locale: Language,
  { order, shop, wordings }: MessageFacts & Readonly<{ order: Order }>,
): string {
  const names = { shopName: shop.name, orderNumber: order.number };
  const { subject: own } = ownTexts(wordings, locale);
  if (own === undefined) return subjectOf(template, { ...names, locale, data: {} });
  const { shopName, orderNumber } = subjectNames(names);
  return filledIn(own, { shop_name: shopName, order_number: orderNumber });
}

/** The texts that a message has, for whoever draws a form of them. */
export function textsOf(template: MessageTemplate, language: WordingsAsked['language']) {
  return wordingsOf[template].map(({ original, ...wording }) => ({
    ...wording,
    original: original(language),
  }));
}

function noOrder(number: string, why: string | null) {
  if (why) return refused(`This message cannot be about order ${number}.`, why);
  return number === ''
    ? refused(
        'There is no order yet that this message could be about.',
        'It is shown once there is one.',
      )
    : refused(`There is no order ${number}.`, 'Look up its number in the list of orders.');
}

function orderWith(number: string): SQL<number> {
  return sql`(SELECT id FROM orders WHERE number = ${number} AND deleted_at IS NULL)`;
}

function newestWith(statuses: readonly string[]): SQL<number> {
  const each = statuses.map(
    (status) => sql`SELECT * FROM (SELECT id, placed_at FROM orders INDEXED BY orders_status_idx
      WHERE status = ${status} AND deleted_at IS NULL ORDER BY placed_at DESC, id DESC LIMIT 1)`,
  );
  return sql`(SELECT id FROM (${sql.join(each, sql` UNION ALL `)}) ORDER BY placed_at DESC, id DESC LIMIT 1)`;
}

const newestOrder: Readonly<Record<MessageTemplate, SQL<number>>> = {
  order_received: newestWith(['pending', 'paid', 'shipped', 'delivered']),
  paid: newestWith(['paid', 'shipped', 'delivered']),
  shipped: sql`(SELECT order_id FROM shipments INDEXED BY shipments_order_id_idx WHERE voided_at IS NULL
    AND EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id AND deleted_at IS NULL) ORDER BY order_id DESC LIMIT 1)`,
  cancelled: newestWith(['cancelled']),
  sign_in_link: newestWith(orderStatuses),
  code_replaced: sql`(SELECT order_id FROM codes WHERE order_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id AND paid_version IS NOT NULL AND deleted_at IS NULL) ORDER BY order_id DESC LIMIT 1)`,
  request_answered: sql`(SELECT order_id FROM order_requests WHERE answer IN ('accepted', 'refused')
    AND EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id AND cancelled_at IS NULL AND deleted_at IS NULL) ORDER BY order_id DESC LIMIT 1)`,
  late: sql`coalesce(
    (SELECT order_id FROM order_flags WHERE flag = 'late' ORDER BY placed_at DESC LIMIT 1),
    (SELECT id FROM orders WHERE slips_on IS NOT NULL ORDER BY slips_on LIMIT 1))`,
};
