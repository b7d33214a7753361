import { expect, test } from 'vitest';
import { giveCode, pay, replaceCode, ship } from '#domain/command.test-data';
import { given } from '#domain/given.test-data';
import { anOrder, licences, mugs } from '#domain/order.test-data';
import { isDeliveryAssumed } from './is-delivery-assumed';
import { progressOf } from './progress-of';

const digital = anOrder({ lines: [licences] });

test('an order that waits for a code in place of a bad one is not told as ready', () => {
  const ready = given(digital, [pay()]);
  expect(progressOf(ready.order, false, 'en').at(-1)).toMatchObject({
    label: 'Ready',
    state: 'done',
  });
  const { order } = ready.where({ codesAvailable: 0 }).after(replaceCode);
  expect(progressOf(order, false, 'en').at(-1)).toMatchObject({ label: 'Codes', state: 'current' });
});

test('goods are not told as delivered because the last code was given by hand', () => {
  const mixed = anOrder({ lines: [mugs, licences] });
  const left = given(mixed, [pay(), ship()], { codesAvailable: 1 });
  const { events, order } = left.after({ ...giveCode(mixed), replaces: null });
  expect(events.map(({ type }) => type)).toEqual(['code_given', 'delivered']);
  const history = events.map(({ type }, index) => ({ version: index + 1, type, at: 1 }));
  expect(isDeliveryAssumed(order, history)).toBe(true);
});
