import { accept, type Decision, refused, type World } from './decision';
import { deliveryDays } from './delivery-times';
import type { Order } from './order';
import type { OrderCommand } from './order-command';
import { isSettled } from './order-status';
import { afterWorkingDays, daysBetween, isDay } from './working-days';

/** Further ahead a day is a slip of the hand. */
const daysAheadMax = 730;

/**
 * A slip that nobody noticed for longer is no news to the customer: it is on record for staff, and
 * no message leaves.
 */
const toldWithinDays = 14;

/**
 * Sets, moves or takes away the expected day. The customer of a paid order is told of a later day
 * than the one that was promised last, and of nothing else.
 */
export function decideExpect(
  order: Order,
  { expectedOn, reason, notify }: OrderCommand & { type: 'expect' },
  world: World,
): Decision {
  if (expectedOn === order.expectedOn) return accept();
  const fault = expectedOn === null ? null : faultOf(expectedOn, world.today);
  if (fault !== null) return { kind: 'invalid', fields: { expectedOn: fault } };
  const insteadOf = order.expectedOn ?? order.slippedOn;
  const isLater = insteadOf !== null && expectedOn !== null && expectedOn > insteadOf;
  const isTold = notify && isLater && isSettled(order);
  return accept({ type: 'expected', expectedOn, insteadOf, reason, notify: isTold });
}

function faultOf(day: string, today: string): string | null {
  if (!isDay(day)) return 'Enter a day as YYYY-MM-DD.';
  if (day < today) return 'Choose today or a day that is still to come.';
  return daysBetween(today, day) > daysAheadMax ? 'Choose a day within the next two years.' : null;
}

/** Records that the promised day has passed while goods were still here: once for each day. */
export function decideSlip(order: Order, world: World): Decision {
  const { expectedOn } = order;
  if (expectedOn === null || expectedOn >= world.today) {
    return refused('The expected day has not passed.', 'Nothing needs doing.');
  }
  const notify = daysBetween(expectedOn, world.today) <= toldWithinDays;
  return accept({ type: 'slipped', expectedOn, notify });
}

/**
 * The day that a payment promises: the one that staff have set, where it is still to come, else so
 * many working days later as the shipping method takes; null where there is nothing to ship.
 */
export function promisedBy(order: Order, world: World): string | null {
  if (order.lines.every(({ kind }) => kind !== 'physical')) return null;
  if (order.expectedOn !== null && order.expectedOn >= world.today) return order.expectedOn;
  const days = deliveryDays(world.deliveryTimes, order.shippingMethod);
  return days === null ? null : afterWorkingDays(world.today, days);
}
