import { expect, test } from 'vitest';
import {
  type Command,
  cancel,
  chargeBack,
  deliver,
  hold,
  notePayment,
  pay,
  refund,
  release,
  rollBack,
  ship,
  shipOneMug,
  shipUntracked,
} from '#domain/command.test-data';
import { given } from '#domain/given.test-data';
import { anOrder, licences, mugs, poster } from '#domain/order.test-data';
import { isHeld, type OrderState, orderStateOf } from './order-state';

const goods = [mugs, poster];
const facts = { isDeliveryAssumed: false, today: '2026-11-25' };
const free = { shippingMinor: 0, shippingTaxMinor: 0, orderDiscountMinor: 0 };

function stateAfter(commands: readonly Command[], lines = goods, codesAvailable = 99): OrderState {
  return orderStateOf(given(anOrder({ lines }), commands, { codesAvailable }).order, facts);
}

/** Of an order that was promised for the day before. */
function stateOfLate(commands: readonly Command[]): OrderState {
  const expectedOn = '2026-11-24';
  return orderStateOf(given(anOrder({ lines: goods, expectedOn }), commands).order, facts);
}

const states: Readonly<Record<OrderState, () => OrderState>> = {
  received: () =>
    orderStateOf(anOrder({ ...free, lines: [{ ...poster, unitPriceMinor: 0 }] }), facts),
  waiting: () => stateAfter([]),
  part_paid: () => stateAfter([pay({ amountMinor: 1000 })]),
  checking: () => stateAfter([notePayment('authorised')]),
  declined: () => stateAfter([notePayment('declined')]),
  taken_back: () => stateAfter([pay(), ship(), rollBack]),
  held: () => stateAfter([pay(), hold]),
  late: () => stateOfLate([pay()]),
  packing: () => stateAfter([pay(), hold, release]),
  part_shipped: () => stateAfter([pay(), shipOneMug]),
  shipped: () => stateAfter([pay(), shipUntracked]),
  delivered: () => stateAfter([pay(), shipUntracked, deliver]),
  codes_short: () => stateAfter([pay()], [licences], 1),
  ready: () => stateAfter([pay()], [licences]),
  cancelled: () => stateAfter([pay(), cancel]),
  refunded: () => stateAfter([pay(), ship(), refund(2950)]),
  charged_back: () => stateAfter([pay(), ship(), chargeBack]),
};

test.each(Object.entries(states))('%s is a state that an order can come to', (state, come) => {
  expect(come()).toBe(state);
});

test('a parcel that nobody saw arrive is shipped, not delivered', () => {
  const { order } = given(anOrder({ lines: goods }), [pay(), ship()]);
  expect(order.deliveredAt).not.toBeNull();
  expect(orderStateOf(order, { ...facts, isDeliveryAssumed: true })).toBe('shipped');
});

test('an order is late while goods are still here, but not while it is on hold', () => {
  expect(stateOfLate([pay(), shipOneMug])).toBe('late');
  expect(stateOfLate([pay(), hold])).toBe('held');
  expect(stateOfLate([pay(), shipUntracked])).toBe('shipped');
});

test('goods that left count more than codes that still wait', () => {
  expect(stateAfter([pay(), ship()], [mugs, licences], 0)).toBe('shipped');
});

test('nothing is held where all has left or the order was cancelled', () => {
  const held = given(anOrder({ lines: goods }), [hold]);
  expect(isHeld(held.order)).toBe(true);
  expect(isHeld(held.after(cancel).order)).toBe(false);
  const left = given(anOrder({ lines: goods }), [pay(), shipUntracked]).order;
  expect(isHeld({ ...left, heldAt: 1 })).toBe(false);
});
