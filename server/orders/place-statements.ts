import { insertInto } from '#db/row-statements';
import { customers } from '#db/schema/customers';
import { orderLines, orders, orderTags } from '#db/schema/orders';
import { normalizeEmail } from '#domain/email-address';
import type { Order } from '#domain/order';
import type { OrderEvent } from '#domain/order-event';
import { totalsOf } from '#domain/totals';
import type { Actor } from '#domain/vocabulary';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import type { ShopSettings } from '#server/settings/shop-settings';
import { addressStatements } from './address-statements';
import { eventStatement } from './change-statements';
import { messageStatements } from './message-statements';
import type { OrderChange } from './order-change';
import { placedOrderRow } from './order-row';

type Placing = Readonly<{
  actor: Actor;
  shop: ShopSettings;
  isNewCustomer: boolean;
  alongside?: (order: Order) => readonly Statement[];
}>;

const insertCustomer = insertInto(customers);
const insertOrder = insertInto(orders);
const insertLine = insertInto(orderLines);
const insertTag = insertInto(orderTags);

/** Everything that placing writes, for one batch. The order is as `prepareOrder` made it. */
export function placeStatements(
  ctx: Context,
  { actor, shop, isNewCustomer, alongside }: Placing,
  order: Order,
): readonly Statement[] {
  const { db } = ctx;
  const at = ctx.now();
  const event = {
    type: 'placed',
    grandMinor: totalsOf(order).grand,
    currency: order.currency,
    source: actor.kind,
  } as const satisfies OrderEvent;
  const change: OrderChange = { before: order, after: order, events: [event], actor, at, shop };
  const orderId = order.id;
  return [
    ...(isNewCustomer ? [insertCustomer(db, customerRow(order, at))] : []),
    insertOrder(db, placedOrderRow(order)),
    ...order.lines.map((line, position) => insertLine(db, { ...line, orderId, position })),
    ...order.tags.map((tag) => insertTag(db, { orderId, tag, placedAt: order.placedAt })),
    eventStatement(ctx, change, event, 1),
    ...addressStatements(ctx, order, at),
    ...messageStatements(ctx, change),
    ...(alongside?.(order) ?? []),
  ];
}

function customerRow({ customerId, customer }: Order, at: number) {
  const email = normalizeEmail(customer.email) ?? customer.email;
  return { ...customer, id: customerId, email, createdAt: at };
}
