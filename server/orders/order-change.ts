import type { Order } from '#domain/order';
import type { OrderEvent } from '#domain/order-event';
import type { Actor } from '#domain/vocabulary';
import type { ShopSettings } from '#server/settings/shop-settings';

/** A decided change on its way into one batch: the order before and after, and what happened. */
export type OrderChange = Readonly<{
  before: Order;
  after: Order;
  events: readonly OrderEvent[];
  actor: Actor;
  at: number;
  shop: ShopSettings;
}>;
