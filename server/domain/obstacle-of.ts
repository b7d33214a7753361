import type { Order } from './order';
import type { OrderCommandType } from './order-command';
import { hasAnythingLeft, isSettled, openRequestOf } from './order-status';
import { amountDue, isStanding } from './totals';

/** What customers may do themselves; everything else is for the people of the shop. */
export const customerCommands = [
  'ask_to_cancel',
  'correct_own_address',
  'report_not_received',
  'choose_payment_method',
  'withdraw_request',
] as const satisfies readonly OrderCommandType[];
export type CustomerCommand = (typeof customerCommands)[number];

/** What stands in a customer's way, for words in any language. */
export type Obstacle =
  | 'cancelled'
  | 'left'
  | 'not_left'
  | 'asked'
  | 'nothing_asked'
  | 'nothing_to_ship'
  | 'paid'
  | 'checking';

/** Why a customer's `command` cannot be carried out on an order that is not in the bin, or null. */
export function obstacleOf(order: Order, command: CustomerCommand): Obstacle | null {
  if (command === 'withdraw_request') return isAnythingAsked(order) ? null : 'nothing_asked';
  if (order.cancelledAt !== null) return 'cancelled';
  switch (command) {
    case 'ask_to_cancel':
      if (hasAnythingLeft(order)) return 'left';
      return hasMoney(order) && openRequestOf(order, 'cancel') !== null ? 'asked' : null;
    case 'report_not_received':
      if (!hasAnythingLeft(order)) return 'not_left';
      return openRequestOf(order, 'not_received') === null ? null : 'asked';
    case 'correct_own_address':
      if (order.lines.every(({ kind }) => kind !== 'physical')) return 'nothing_to_ship';
      return hasAnythingLeft(order) ? 'left' : null;
    case 'choose_payment_method':
      if (isSettled(order) || amountDue(order) === 0) return 'paid';
      return isChecking(order) ? 'checking' : null;
    default:
      return command satisfies never;
  }
}

/** Whether money came in or is on its way, so that nobody but the shop may decide what becomes of it. */
export function hasMoney(order: Order): boolean {
  return isSettled(order) || order.payments.some(isStanding) || isChecking(order);
}

function isChecking({ payments }: Order): boolean {
  return payments.some(({ status }) => status === 'authorised');
}

function isAnythingAsked({ requests }: Order): boolean {
  return requests.some(({ answeredAt }) => answeredAt === null);
}
