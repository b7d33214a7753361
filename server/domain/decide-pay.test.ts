import { describe, expect, test } from 'vitest';
import { handOutCodes, notePayment, pay, refund } from './command.test-data';
import { given } from './given.test-data';
import { aLine, anOrder, book, licences, mugs } from './order.test-data';
import { standingOf } from './order-status';
import { totalsOf } from './totals';

const digital = anOrder({ lines: [licences, book] });
const card = { method: 'card', account: 'gateway', transactionId: 'T-1' };

describe('pay', () => {
  test('moves stock and sales by product, hands out codes and issues grants', () => {
    const lines = [mugs, aLine({ id: 'more', quantity: 3 }), licences, { ...book, quantity: 2 }];
    const { events } = given(anOrder({ lines })).after(pay());
    expect(events).toMatchObject([
      {
        type: 'paid',
        movements: [
          { productId: 'mug', stockDelta: -5, soldDelta: 5 },
          { productId: 'licence', stockDelta: 0, soldDelta: 2 },
          { productId: 'book', stockDelta: 0, soldDelta: 2 },
        ],
        codes: [{ lineId: 'licence', productId: 'licence', handOut: 2, waiting: 0 }],
        grants: [{ lineId: 'book', productId: 'book', quantity: 2 }],
        shortProductIds: [],
      },
    ]);
  });

  test('keeps method, transaction id and authorization code with the whole amount', () => {
    const stated = { ...card, authorizationCode: '09X7B2', cardBrand: 'visa', cardLast4: '4242' };
    const { payments } = given(anOrder(), [pay(stated)]).order;
    expect(payments).toMatchObject([
      { ...stated, amountMinor: 2950, status: 'received', currency: 'EUR' },
    ]);
  });

  test('below the total is recorded and moves nothing', () => {
    const { events, order } = given(anOrder()).after(pay({ amountMinor: 2949 }));
    expect(typesOf(events)).toEqual(['payment_recorded']);
    expect(standingOf(order)).toMatchObject({ status: 'pending', paymentStatus: 'partly_paid' });
  });

  test('below or above the total settles where somebody accepted the difference', () => {
    for (const amountMinor of [2500, 3500]) {
      const { events, order } = given(anOrder()).after(
        pay({ amountMinor, isDifferenceAccepted: true }),
      );
      expect(typesOf(events)).toEqual(['paid']);
      expect(order.payments).toMatchObject([{ amountMinor }]);
      expect(standingOf(order).status).toBe('paid');
      expect(standingOf(order).paymentStatus).toBe(amountMinor < 2950 ? 'partly_paid' : 'paid');
    }
  });

  test('money that comes in once more stays with the order and moves nothing', () => {
    const again = { type: 'keep_payment', payment: { ...card, amountMinor: 500 } } as const;
    const { events, order } = given(anOrder(), [pay()]).after(again);
    expect(typesOf(events)).toEqual(['payment_recorded']);
    expect(totalsOf(order)).toMatchObject({ grand: 2950, paid: 3450 });
    expect(given(anOrder(), [pay()]).when({ ...again, payment: card })).toMatchObject({
      kind: 'invalid',
    });
  });

  test('in parts settles with the last of them', () => {
    const story = given(anOrder(), [pay({ amountMinor: 950 })]);
    expect(story.after(pay()).events).toMatchObject([
      { type: 'paid', payment: { amountMinor: 2000 } },
    ]);
  });

  test('more than is due is refused', () => {
    const story = given(anOrder(), [pay({ amountMinor: 950 })]);
    expect(story.when(pay({ amountMinor: 2001 })).kind).toBe('refused');
  });

  test.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    '%d is no amount',
    (amountMinor) => {
      const fields = { amount: expect.stringMatching(/\.$/) };
      expect(given(anOrder()).when(pay({ amountMinor }))).toEqual({ kind: 'invalid', fields });
    },
  );

  test('money that was refunded before the order was settled is due again', () => {
    const story = given(anOrder(), [pay({ amountMinor: 2000 }), refund(500)]);
    expect(story.after(pay()).events).toMatchObject([
      { type: 'paid', payment: { amountMinor: 1450 } },
    ]);
  });

  test('never waits for stock or codes: what is short is flagged', () => {
    const { order } = given(anOrder({ lines: [mugs, licences] }), [pay()], {
      stock: 1,
      codesAvailable: 1,
    });
    expect(standingOf(order)).toMatchObject({
      status: 'paid',
      flags: ['short_stock', 'codes_short'],
    });
    expect(order.lines.map(({ codesWaiting }) => codesWaiting)).toEqual([0, 1]);
  });

  test('takes the last piece without a flag', () => {
    expect(
      standingOf(given(anOrder({ lines: [mugs] }), [pay()], { stock: 2 }).order).flags,
    ).toEqual([]);
  });

  test('only counts the sale of a product whose stock is not tracked', () => {
    const { events } = given(anOrder({ lines: [mugs] }))
      .where({ trackStock: false, stock: 0 })
      .after(pay());
    expect(events).toMatchObject([
      { movements: [{ stockDelta: 0, soldDelta: 2 }], shortProductIds: [] },
    ]);
  });

  test('moves nothing for a line without a product', () => {
    const { events } = given(anOrder({ lines: [aLine({ productId: null })] })).after(pay());
    expect(events).toMatchObject([{ type: 'paid', movements: [] }]);
  });

  test('shares a pool among the lines of an order, the first one first', () => {
    const lines = [licences, { ...licences, id: 'more', quantity: 3 }];
    const { events } = given(anOrder({ lines })).where({ codesAvailable: 4 }).after(pay());
    expect(events).toMatchObject([
      {
        codes: [
          { handOut: 2, waiting: 0 },
          { lineId: 'more', handOut: 2, waiting: 1 },
        ],
      },
    ]);
  });

  test('delivers an order that is all digital, and waits where codes are short', () => {
    expect(typesOf(given(digital).after(pay()).events)).toEqual(['paid', 'delivered']);
    const byHand = given(digital, [], { deliveredOnTracking: false });
    expect(typesOf(byHand.after(pay()).events)).toEqual(['paid', 'delivered']);
    const short = given(digital, [pay()], { codesAvailable: 1 });
    expect(standingOf(short.order).status).toBe('paid');
    expect(typesOf(short.where({ codesAvailable: 1 }).after(handOutCodes).events)).toEqual([
      'codes_handed_out',
      'delivered',
    ]);
  });

  test('the capture of an authorisation takes its place and keeps what it knew', () => {
    const authorised = notePayment('authorised', {
      authorizationCode: '09X7B2',
      cardLast4: '4242',
    });
    const { payments } = given(anOrder(), [authorised, pay(card)]).order;
    expect(payments).toMatchObject([
      { status: 'received', amountMinor: 2950, authorizationCode: '09X7B2', cardLast4: '4242' },
    ]);
  });
});

function typesOf(events: readonly { type: string }[]): readonly string[] {
  return events.map(({ type }) => type);
}
