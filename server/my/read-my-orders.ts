import { inArray, sql } from 'drizzle-orm';
import { events } from '#db/schema/orders';
import type { Currency } from '#domain/currency';
import type { Order } from '#domain/order';
import { totalsOf } from '#domain/totals';
import type { Context } from '#server/context';
import type { CustomerSession } from '#server/door/read-customer-session';
import type { Page } from '#server/keyset';
import { assembleOrders, ordersQueries } from '#server/orders/read-orders';
import { brandedShopQuery } from '#server/settings/brand';
import { today } from '#server/settings/today';
import { codesSentence } from '#server/tracking/codes-sentence';
import { type Headline, headlineOf } from '#server/tracking/headline-of';
import { isDeliveryAssumed } from '#server/tracking/is-delivery-assumed';
import { type OrderState, orderStateOf } from '#server/tracking/order-state';
import { type TrackedEvent, trackedEventTypes } from '#server/tracking/public-history';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { type MyFrame, myFrame } from './my-frame';
import { type MyPageAsked, ownOrders } from './own-orders';

/** An order in the list of its customer. */
export type MyOrder = Readonly<{
  token: string;
  number: string;
  placedAt: number;
  state: OrderState;
  /** How it stands, in one sentence. */
  title: string;
  /** The first things in it, and how many more there are. */
  items: readonly string[];
  moreCount: number;
  totalMinor: number;
  currency: Currency;
}>;

export type MyOrders = MyFrame & Readonly<{ orders: Page<MyOrder> }>;

const itemsMax = 2;

/** One page of a customer's orders, newest first. One round trip. Throws `malformed`. */
export async function readMyOrders(
  { db, now }: Context,
  customer: CustomerSession,
  asked: MyPageAsked,
): Promise<MyOrders> {
  const nowMs = now();
  const { ids, pageOf } = ownOrders(customer.customerId, asked);
  const { orderId, version, type, at } = events;
  const [[shopRow], eventRows, ...rows] = await db.batch([
    brandedShopQuery(db),
    db
      .select({ orderId, version, type, at })
      .from(events)
      .where(sql`${inArray(orderId, ids)} AND ${inArray(type, [...trackedEventTypes])}`)
      .orderBy(version),
    ...ordersQueries(db, ids),
  ]);
  const frame = myFrame(customer, shopRow, nowMs);
  const byOrder = Map.groupBy(eventRows, (event) => event.orderId);
  const { data, ...cursors } = pageOf(assembleOrders(rows));
  const view = (order: Order) => viewOrder(order, byOrder.get(order.id) ?? [], frame);
  return { ...frame, orders: { ...cursors, data: data.map(view) } };
}

function viewOrder(order: Order, history: readonly TrackedEvent[], frame: MyFrame): MyOrder {
  const { token, number, placedAt, lines, currency } = order;
  const isAssumed = isDeliveryAssumed(order, history);
  return {
    ...{ token, number, placedAt, currency },
    state: orderStateOf(order, {
      isDeliveryAssumed: isAssumed,
      today: today(frame.nowMs, frame.timeZone),
    }),
    title: titleOf(order, headlineOf(order, { ...frame, isDeliveryAssumed: isAssumed }), frame),
    items: lines.slice(0, itemsMax).map(({ name }) => name),
    moreCount: Math.max(0, lines.length - itemsMax),
    totalMinor: totalsOf(order).grand,
  };
}

/** As the page of the order says it, but that no code stands below. */
function titleOf(order: Order, { title }: Headline, { locale }: MyFrame): string {
  const codes = codesSentence(order, locale);
  if (codes?.text !== title || !codes.isSomethingReady) return title;
  const { say } = trackingWords(locale);
  const ofCodes = order.lines.filter(({ kind }) => kind === 'codes');
  const count = ofCodes.reduce((sum, { quantity }) => sum + quantity, 0);
  const isWaiting = ofCodes.some(({ codesWaiting }) => codesWaiting > 0);
  return isWaiting ? say('my.codesSome') : say('my.codesReady', { count });
}
