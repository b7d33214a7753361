import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { codes } from '#db/schema/catalog';
import { events, orders, replacedLinks } from '#db/schema/orders';
import { paymentAccounts } from '#db/schema/payments';
import { offlineMethods } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { isOwnOrder } from '#server/door/read-customer-session';
import { grantedFilesQuery } from '#server/downloads/granted-files';
import { assembleOrder } from '#server/orders/assemble-order';
import { type OrderRows, orderQueries } from '#server/orders/read-order';
import { deriveKey, open } from '#server/secret-box';
import { brandedShopQuery, defaultBrandedShop } from '#server/settings/brand';
import { lookLengthMs } from './look';
import { moneyEventTypes, type PaymentFacts } from './money-back';
import { trackedEventTypes } from './public-history';
import { type TrackingPage, viewTrackingPage } from './view-tracking-page';

/** `looks` are the keys that `showCodes` gave this reader; they open what was shown, for a while. */
export type TrackingPageAsked = Readonly<{
  token: string;
  looks: readonly string[];
  /** Of the customer who looks; null or left out where nobody is signed in. */
  customerSessionId?: string | null;
}>;

/**
 * The page behind a token, or null for an unknown token and for a deleted order alike. Reading it
 * marks nothing and opens no code that was not shown to this reader before. One round trip.
 */
export async function readTrackingPage(
  ctx: Context,
  asked: TrackingPageAsked,
): Promise<TrackingPage | null> {
  const found = await findTrackingPage(ctx, asked);
  return found === 'replaced' ? null : found;
}

/** The same, but a token that an order had once is told from one that never was. One round trip. */
export async function findTrackingPage(
  ctx: Context,
  asked: TrackingPageAsked,
): Promise<TrackingPage | 'replaced' | null> {
  const nowMs = ctx.now();
  const [replaced, [shopRow], accounts, codeRows, fileRows, eventRows, [owner], ...orderRows] =
    await ctx.db.batch(pageQueries(ctx, asked, nowMs));
  if (replaced.length > 0) return 'replaced';
  const order = assembleOrder(orderRows satisfies OrderRows);
  if (!order || order.deletedAt !== null) return null;
  const key = deriveKey(ctx.env.authSecret, 'serial-codes');
  return viewTrackingPage({
    order,
    shop: shopRow ?? defaultBrandedShop,
    accounts,
    codes: codeRows.map(({ id, lineId, productId, sealed }) => ({
      ...{ id, lineId },
      text: sealed === null ? null : open(sealed, key, productId),
    })),
    files: fileRows,
    clickKey: ctx.newToken(),
    events: eventRows,
    isOwner: owner?.isOwner ?? false,
    nowMs,
  });
}

function pageQueries({ db }: Context, asked: TrackingPageAsked, nowMs: number) {
  const { token, looks, customerSessionId = null } = asked;
  const id = sql`(SELECT id FROM orders WHERE token = ${token})`;
  const { version, type, at, actorKind } = events;
  const { slug, enabled, instructions } = paymentAccounts;
  const { orderId } = replacedLinks;
  return [
    db.select({ orderId }).from(replacedLinks).where(eq(replacedLinks.token, token)),
    brandedShopQuery(db),
    db
      .select({ slug, enabled, instructions })
      .from(paymentAccounts)
      .where(inArray(slug, [...offlineMethods])),
    db
      .select({
        id: codes.id,
        lineId: codes.lineId,
        productId: codes.productId,
        sealed: sql<string | null>`CASE WHEN ${wasShown(looks, nowMs)} THEN ${codes.sealed} END`,
      })
      .from(codes)
      .where(and(eq(codes.orderId, id), eq(codes.status, 'handed_out')))
      .orderBy(codes.id),
    grantedFilesQuery(db, id),
    db
      .select({
        ...{ version, type, at, actorKind },
        day: sql<
          string | null
        >`CASE type WHEN 'expected' THEN json_extract(data, '$.expectedOn') END`,
        payment: paymentTold,
        notify: sql<boolean>`coalesce(data ->> '$.notify', 0)`.mapWith(Boolean),
      })
      .from(events)
      .where(and(eq(events.orderId, id), inArray(events.type, shownTypes)))
      .orderBy(version),
    db
      .select({ isOwner: isOwnOrder(customerSessionId, nowMs) })
      .from(orders)
      .where(eq(orders.token, token)),
    ...orderQueries(db, { token }),
  ] as const;
}

const shownTypes = [...trackedEventTypes, ...moneyEventTypes];

const paymentTold = sql<PaymentFacts | null>`CASE json_type(data, '$.payment') WHEN 'object' THEN
  json_object('id', data ->> '$.payment.id', 'status', data ->> '$.payment.status',
    'amountMinor', data ->> '$.payment.amountMinor', 'refundedMinor', data ->> '$.payment.refundedMinor')
  END`.mapWith(JSON.parse);

/** Whether this reader has been shown the code, not too long ago. */
function wasShown(looks: readonly string[], nowMs: number): SQL {
  if (looks.length === 0) return sql`0`;
  const ids = looks.map((look) => sql`${look} || '.' || codes.id`);
  return sql`EXISTS (SELECT 1 FROM code_looks WHERE code_looks.id IN (${sql.join(ids, sql`, `)})
    AND code_looks.code_id = codes.id AND code_looks.order_id = codes.order_id AND code_looks.at > ${nowMs - lookLengthMs})`;
}
