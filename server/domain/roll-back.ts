import type { World } from './decision';
import type { Order } from './order';
import type { OrderEvent } from './order-event';
import { isSettled } from './order-status';
import { isStanding } from './totals';

type WithRestock = Readonly<{ reason: string | null; restock: boolean }>;

/** Nothing where there is nothing to take back, so cancel and delete can always begin with it. */
export function rollBack(order: Order, command: WithRestock, world: World): readonly OrderEvent[] {
  if (!isSettled(order) && !order.payments.some(isStanding)) return [];
  const movements = isSettled(order)
    ? world.sale.map(({ productId, stockDelta, soldDelta }) => ({
        productId,
        stockDelta: command.restock ? negative(stockDelta) : 0,
        soldDelta: negative(soldDelta),
      }))
    : [];
  return [{ type: 'rolled_back', reason: command.reason, restock: command.restock, movements }];
}

function negative(units: number): number {
  return units === 0 ? 0 : -units;
}
