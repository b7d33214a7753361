import { describe, expect, test } from 'vitest';
import { anOrder, aPayment, mugs } from './order.test-data';
import { amountDue, isStanding, lineTotal, totalsOf } from './totals';
import { paymentRecordStatuses } from './vocabulary';

const withPayments = (...payments: Parameters<typeof aPayment>[0][]) =>
  anOrder({ payments: payments.map(aPayment) });

test('items − discount + shipping + tax is the grand total', () => {
  const totals = { items: 2500, discount: 200, shipping: 400, tax: 250, grand: 2950 };
  expect(totalsOf(anOrder())).toEqual({ ...totals, paid: 0, refunded: 0 });
});

test('a line costs quantity × unit price − discount + tax', () => {
  expect(lineTotal(mugs)).toBe(2 * 1000 - 100 + 190);
});

test('only money that came in and was not taken back counts', () => {
  expect(paymentRecordStatuses.filter((status) => isStanding(aPayment({ status })))).toEqual([
    'received',
    'refunded',
    'charged_back',
  ]);
  const payments = paymentRecordStatuses.map((status) => ({ status, amountMinor: 100 }));
  expect(totalsOf(withPayments(...payments)).paid).toBe(300);
});

describe('what is still due', () => {
  test.each([
    ['all of it before anything is paid', [], 2950],
    ['the rest after a part', [{ amountMinor: 950 }], 2000],
    ['nothing once all is paid', [{ amountMinor: 950 }, { amountMinor: 2000 }], 0],
    ['what was refunded again', [{ amountMinor: 950, refundedMinor: 50 }], 2050],
    [
      'all of it after a charge back',
      [{ amountMinor: 950, status: 'charged_back' as const }],
      2950,
    ],
    ['all of it where the card was only authorised', [{ status: 'authorised' as const }], 2950],
    ['never less than nothing', [{ amountMinor: 9000 }], 0],
  ])('%s', (_, payments, due) => {
    expect(amountDue(withPayments(...payments))).toBe(due);
  });
});

test('a charge back takes all of a payment, whatever was refunded before', () => {
  const order = withPayments({ amountMinor: 950, refundedMinor: 50, status: 'charged_back' });
  expect(totalsOf(order)).toMatchObject({ paid: 950, refunded: 950 });
});
