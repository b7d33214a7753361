import { expect, test } from 'vitest';
import { deliveryDays, noDeliveryTimes } from './delivery-times';

const times = {
  methods: [
    { method: 'Standard post', days: 4 },
    { method: 'EXPRESS', days: 1 },
    { method: 'Straße', days: 7 },
  ],
  others: 6,
};

test.each([
  ['Standard post', 4],
  ['  standard  POST ', 4],
  ['express', 1],
  ['ｅｘｐｒｅｓｓ', 1],
  ['straße', 7],
  ['Courier', 6],
  ['', 6],
  [null, 6],
])('%j takes %i working days', (method, days) => {
  expect(deliveryDays(times, method)).toBe(days);
});

test('nothing is promised for a method that is not listed, as long as others have no days', () => {
  expect(deliveryDays({ ...times, others: null }, 'Courier')).toBeNull();
  expect(deliveryDays(noDeliveryTimes, 'Standard post')).toBeNull();
});
