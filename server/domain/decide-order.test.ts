import { describe, expect, test } from 'vitest';
import {
  type Command,
  cancel,
  chargeBack,
  commandFor,
  notePayment,
  pay,
  refund,
  remove,
  reverseChargeBack,
  rollBack,
  ship,
  shipOneMug,
  untracked,
} from './command.test-data';
import { given } from './given.test-data';
import { anOrder, licences } from './order.test-data';
import { standingOf } from './order-status';

const card = { method: 'card', account: 'gateway', transactionId: 'T-1' };

describe('an authorisation or a declined try', () => {
  test('is recorded, once for each transaction, and the order does not move', () => {
    const story = given(anOrder(), [notePayment('declined'), notePayment('authorised')]);
    expect(story.order.payments).toMatchObject([{ status: 'authorised' }]);
    expect(standingOf(story.order)).toMatchObject({ status: 'pending', paymentStatus: 'unpaid' });
    expect(story.after(notePayment('authorised')).events).toEqual([]);
  });

  test.each([
    ['received', [pay(card)]],
    ['reversed', [pay(card), rollBack]],
  ])('that comes late leaves a payment that is %s alone', (status, commands: Command[]) => {
    const story = given(anOrder(), commands);
    expect(story.order.payments).toMatchObject([{ status }]);
    expect(story.after(notePayment('declined')).events).toEqual([]);
    expect(story.after(notePayment('authorised')).events).toEqual([]);
  });
});

describe('a refund', () => {
  test('tells the sum so far, so that a repeat or an older message changes nothing', () => {
    const story = given(anOrder(), [pay(), refund(300)]);
    expect(story.order.payments).toMatchObject([{ status: 'received', refundedMinor: 300 }]);
    for (const sum of [300, 200, 0, -1, Number.NaN]) {
      expect(story.after(commandFor(refund(sum), story.order)).events).toEqual([]);
    }
  });

  test('never gives back more than came in', () => {
    const { payments } = given(anOrder(), [pay(), refund(9999)]).order;
    expect(payments).toMatchObject([{ status: 'refunded', refundedMinor: 2950 }]);
  });

  test('of a payment that is not on the order is refused', () => {
    const command = { type: 'refund', paymentId: 'another', refundedMinor: 1 } as const;
    expect(given(anOrder(), [pay()]).when(command).kind).toBe('refused');
  });

  test('of money that never came in, or was taken back, is refused', () => {
    for (const commands of [
      [notePayment('authorised')],
      [pay(), rollBack, pay({ amountMinor: 5 })],
    ]) {
      const story = given(anOrder(), commands);
      const paymentId = story.order.payments[0]?.id ?? '';
      expect(story.when({ type: 'refund', paymentId, refundedMinor: 1 }).kind).toBe('refused');
    }
  });

  test('a dispute that is won settles an order whose other part was paid meanwhile', () => {
    const story = given(anOrder(), [pay({ amountMinor: 950 }), chargeBack]);
    const { order } = story.after(pay({ amountMinor: 2000 }));
    expect(standingOf(order).status).toBe('pending');
    const won = given(anOrder(), [
      pay({ amountMinor: 950 }),
      chargeBack,
      pay({ amountMinor: 2000 }),
      reverseChargeBack,
    ]);
    expect(standingOf(won.order)).toMatchObject({ status: 'paid', paymentStatus: 'paid' });
  });

  test('is what it was once a dispute about the rest is won', () => {
    const { order } = given(anOrder(), [pay(), refund(300), chargeBack, reverseChargeBack]);
    expect(order.payments).toMatchObject([{ status: 'received', refundedMinor: 300 }]);
    const full = given(anOrder(), [pay(), refund(2950), chargeBack, reverseChargeBack]);
    expect(full.order.payments).toMatchObject([{ status: 'refunded' }]);
  });
});

describe('roll back, cancel and delete', () => {
  const paid = given(anOrder(), [pay()]);
  const undone = [
    { productId: 'mug', stockDelta: 2, soldDelta: -2 },
    { productId: 'poster', stockDelta: 1, soldDelta: -1 },
  ];

  test('undo exactly what the sale moved, even where stock is tracked no more', () => {
    for (const story of [paid, paid.where({ trackStock: false })]) {
      for (const command of [rollBack, cancel, remove]) {
        expect(story.after(command).events[0]).toMatchObject({
          type: 'rolled_back',
          movements: undone,
        });
      }
    }
  });

  test('lower the sales and leave the stock where nothing goes back on the shelf', () => {
    const movements = undone.map((movement) => ({ ...movement, stockDelta: 0 }));
    for (const command of [rollBack, cancel, remove]) {
      expect(paid.after({ ...command, restock: false }).events[0]).toMatchObject({ movements });
    }
  });

  test.each([
    ['cancel', cancel, 'cancelled'],
    ['delete', remove, 'deleted'],
  ])(
    '%s rolls a paid order back in the same step, and a pending one not at all',
    (_, command, type) => {
      expect(typesOf(paid.after(command).events)).toEqual(['rolled_back', type]);
      expect(typesOf(given(anOrder()).after(command).events)).toEqual([type]);
    },
  );

  test('leave a stock that was not tracked at nought', () => {
    const { events } = given(anOrder({ lines: [licences] }), [pay()]).after(rollBack);
    expect(events).toMatchObject([
      { movements: [{ productId: 'licence', stockDelta: 0, soldDelta: -2 }] },
    ]);
  });

  test('a part of the money is taken back without moving anything', () => {
    const { events, order } = given(anOrder(), [pay({ amountMinor: 50 })]).after(rollBack);
    expect(events).toMatchObject([{ type: 'rolled_back', movements: [] }]);
    expect(standingOf(order).paymentStatus).toBe('unpaid');
  });
});

describe('resend', () => {
  const resend = (
    template: 'order_received' | 'paid' | 'shipped' | 'cancelled',
    shipmentId: string | null = null,
  ) => ({ type: 'resend', template, shipmentId }) as const;

  test.each([
    ['order_received', given(anOrder()), 'accepted'],
    ['paid', given(anOrder()), 'refused'],
    ['paid', given(anOrder(), [pay()]), 'accepted'],
    ['cancelled', given(anOrder()), 'refused'],
    ['cancelled', given(anOrder(), [cancel]), 'accepted'],
    ['shipped', given(anOrder(), [pay(), ship()]), 'refused'],
  ] as const)('%s where it is true', (template, story, kind) => {
    expect(story.when(resend(template)).kind).toBe(kind);
  });

  test('the message of a shipment that stands, and not of one that was voided', () => {
    const story = given(anOrder(), [pay(), ship(), rollBack, pay(), shipOneMug]);
    const kinds = story.order.shipments.map(({ id }) => story.when(resend('shipped', id)).kind);
    expect(kinds).toEqual(['refused', 'accepted']);
  });
});

test('tags are kept once each', () => {
  const { tags } = given(anOrder(), [{ type: 'tag', tags: ['late', 'gift', 'late'] }]).order;
  expect(tags).toEqual(['gift', 'late']);
});

test('a tracking number is corrected on a parcel that stands and is of the order', () => {
  const story = given(anOrder(), [pay(), ship(), rollBack, pay(), ship()]);
  const [voided, standing] = story.order.shipments.map(({ parcels }) => parcels[0]?.id ?? '');
  const kindFor = (parcelId = 'another') =>
    story.when({ type: 'correct_tracking', parcelId, parcel: untracked, notify: false }).kind;
  expect([kindFor(), kindFor(voided), kindFor(standing)]).toEqual([
    'refused',
    'refused',
    'accepted',
  ]);
});

test('an authorization code is learnt once', () => {
  const learn = (order: { payments: readonly { id: string }[] }) =>
    ({
      type: 'learn_authorization_code',
      paymentId: order.payments[0]?.id ?? '',
      authorizationCode: 'B',
    }) as const;
  const story = given(anOrder(), [pay(), learn]);
  expect(story.order.payments).toMatchObject([{ authorizationCode: 'B' }]);
  expect(story.after({ ...learn(story.order), authorizationCode: 'C' }).events).toEqual([]);
});

function typesOf(events: readonly { type: string }[]): readonly string[] {
  return events.map(({ type }) => type);
}
