import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { messages } from '#db/schema/messages';
import { orders } from '#db/schema/orders';
import { type MessageTemplate, messageDeliveries } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { iso } from '#server/orders/view-order';
import { composeMessage } from './compose-message';
import { composeSignInLink } from './compose-sign-in-link';
import { MessageView, messageColumns } from './find-messages';
import { type LinkFacts, linkFactsQuery, whyNoLink } from './link-facts';
import { assembleMessageFacts, type MessageFacts, messageFactQueries } from './message-facts';
import { renderParts } from './render-parts';
import { whyUntrue } from './why-untrue';

export const MessagePreview = MessageView.extend({
  orderNumber: z.string().nullable().describe('Null where it is about a customer'),
  customerId: z.string().nullable(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  delivery: z.enum(messageDeliveries).nullable(),
  deliveryAt: z.int().nullable(),
  deliveryDetail: z.string().nullable().describe('What became of it after it left, in words'),
  mendedAt: z.int().nullable(),
  nextAttemptAt: z.int(),
  whyNot: z.string().nullable().describe('Why there is nothing to show, in words'),
});
export type MessagePreview = z.infer<typeof MessagePreview>;

const fateColumns = {
  delivery: messages.delivery,
  deliveryAt: messages.deliveryAt,
  deliveryDetail: messages.deliveryDetail,
  mendedAt: messages.mendedAt,
  nextAttemptAt: messages.nextAttemptAt,
} as const;

/** What stands for a serial code, and for what lets a customer in. */
const masked = '••••••••';

/**
 * One message as it would leave now, but with every serial code and every link to sign in masked:
 * looking at a message is not seeing a code. One round trip. Throws `not_found`.
 */
export async function readMessage({ db, env, now }: Context, id: string): Promise<MessagePreview> {
  const [[row], [link], ...rows] = await db.batch([
    db
      .select({
        ...{ ...messageColumns, orderNumber: sql<string | null>`${orders.number}` },
        ...{ customerId: messages.customerId, data: messages.data, ...fateColumns },
      })
      .from(messages)
      .leftJoin(orders, eq(orders.id, messages.orderId))
      .where(eq(messages.id, id)),
    linkFactsQuery(db, id),
    ...messageFactQueries(db, orderOf(id)),
  ]);
  if (!row) throw notFound('The message');
  const { data, createdAt, sentAt, ...columns } = row;
  const message = {
    ...columns,
    ...{ createdAt: iso(createdAt), sentAt: sentAt === null ? null : iso(sentAt) },
  };
  const facts = assembleMessageFacts(rows);
  const whyNot = link ? whyNoLink(link, now()) : whyUntrue(row, facts.order);
  if (whyNot !== null) return { ...message, html: null, text: null, whyNot };
  const parts = await renderParts(composed(row, { ...facts, link }, env.appUrl));
  return { ...message, ...parts, whyNot };
}

type Row = Readonly<{
  template: MessageTemplate;
  subject: string;
  data: Readonly<Record<string, unknown>>;
}>;

function composed(
  { template, subject, data }: Row,
  { link, ...facts }: MessageFacts & Readonly<{ link: LinkFacts | undefined }>,
  appUrl: string,
) {
  const { order } = facts;
  if (link) return composeSignInLink({ subject, facts, customer: link, appUrl, token: masked });
  if (template === 'sign_in_link' || !order) throw new TypeError('The message is about nothing.');
  const byLine = Map.groupBy(facts.codes, ({ lineId }) => lineId);
  const codesOf = (lineId: string) => (byLine.get(lineId) ?? []).map(() => masked);
  return composeMessage({
    ...{ message: { template, subject, data }, facts: { ...facts, order } },
    ...{ appUrl, codesOf },
  });
}

/** The order and template of a message that is read in the same batch. */
function orderOf(id: string) {
  return {
    orderId: sql<number>`(SELECT order_id FROM messages WHERE id = ${id})`,
    template: sql<string>`(SELECT template FROM messages WHERE id = ${id})`,
  };
}
