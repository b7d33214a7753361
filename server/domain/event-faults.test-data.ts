import type { Order } from './order';
import type { OrderEvent } from './order-event';
import {
  isAnythingOutstanding,
  isSettled,
  openRequestOf,
  owesGoods,
  quantityToShip,
} from './order-status';
import { totalsOf } from './totals';

/** Why this event must never have happened to this order, one sentence each; none where it may. */
export function eventFaults(before: Order, event: OrderEvent, after: Order): readonly string[] {
  const { grand, paid, refunded } = totalsOf(after);
  switch (event.type) {
    case 'paid':
      return [
        ...fault(!isSettled(before), 'It was paid twice.'),
        ...fault(before.cancelledAt === null, 'It was paid while it was cancelled.'),
        ...fault(paid - refunded >= grand, `It was settled with ${paid - refunded} of ${grand}.`),
      ];
    case 'shipped':
      return [
        ...fault(isSettled(before), 'It was shipped without being paid.'),
        ...fault(before.heldAt === null, 'It was shipped while it was on hold.'),
        ...event.shipment.lines.flatMap(({ lineId, quantity }) => {
          const line = before.lines.find(({ id }) => id === lineId);
          const left = line ? quantityToShip(before, line) : 0;
          return fault(quantity > 0 && quantity <= left, `${quantity} of ${left} were shipped.`);
        }),
      ];
    case 'delivered':
      return [
        ...fault(before.deliveredAt === null, 'It was delivered twice.'),
        ...fault(isSettled(before), 'It was delivered without being paid.'),
        ...fault(!isAnythingOutstanding(before), 'It was delivered before all of it had left.'),
      ];
    case 'code_replaced':
    case 'code_given':
      return fault(isSettled(before), 'It got codes without being paid.');
    case 'held':
      return fault(before.cancelledAt === null, 'It was held while it was cancelled.');
    case 'grant_changed': {
      const known = before.grants.find(({ id }) => id === event.grant.id);
      return [
        ...fault(isSettled(before), 'Downloads were changed without being paid.'),
        ...fault((known?.downloadsMax ?? 0) <= event.grant.downloadsMax, 'Downloads were lost.'),
        ...fault(
          before.grants.length === after.grants.length,
          'A change of a grant made another one.',
        ),
      ];
    }
    case 'payment_updated':
      return fault(
        event.what !== 'charged_back' || refunded >= event.payment.amountMinor,
        'A charge back did not take all of the payment.',
      );
    case 'request_asked':
      return [
        ...fault(openRequestOf(before, event.kind) === null, 'The same was asked twice.'),
        ...fault(before.cancelledAt === null, 'Something was asked of a cancelled order.'),
      ];
    case 'request_answered':
    case 'request_withdrawn':
      return fault(
        openRequestOf(before, event.kind)?.id === event.requestId,
        'A request was closed that was not open.',
      );
    case 'slipped':
      return [
        ...fault(owesGoods(before), 'It slipped while nobody waited for goods.'),
        ...fault(before.expectedOn === event.expectedOn, 'Another day slipped than was promised.'),
      ];
    default:
      return fault(before.deletedAt === null || event.type === 'restored', 'It was in the bin.');
  }
}

function fault(holds: boolean, text: string): readonly string[] {
  return holds ? [] : [text];
}
