import { describe, expect, test } from 'vitest';
import {
  cancel,
  commandFor,
  handOutCodes,
  hold,
  pay,
  release,
  rollBack,
  sensible,
  ship,
  shipUntracked,
  untracked,
} from './command.test-data';
import { evolveAll, evolveOrder } from './evolve-order';
import { given } from './given.test-data';
import { anOrder, aPayment, licences, mugs, poster } from './order.test-data';
import type { OrderEvent } from './order-event';

const at = 1_800_000_000_000;

describe('an event', () => {
  test('raises the version by one, whatever it is', () => {
    const events: readonly OrderEvent[] = [
      { type: 'placed', grandMinor: 2950, currency: 'EUR', source: 'api' },
      { type: 'message_resent', template: 'paid', shipmentId: null },
      { type: 'noted', note: 'Ring twice.' },
      { type: 'held', reason: null },
    ];
    for (const event of events) expect(evolveOrder(anOrder(), event, at).version).toBe(2);
    expect(evolveAll(anOrder(), events, at).version).toBe(5);
  });

  test('leaves the order that it was given as it was', () => {
    const order = anOrder();
    evolveOrder(order, { type: 'tagged', tags: ['gift'] }, at);
    expect(order).toEqual(anOrder());
  });
});

describe('what each command leaves behind', () => {
  test.each([
    ['note', { note: 'Ring twice.' }],
    ['tag', { tags: ['gift'] }],
    ['correct_contact', { customer: { ...anOrder().customer, name: 'Ada L.' } }],
    ['correct_address', { billingAddress: null, shippingAddress: anOrder().shippingAddress }],
    ['hold', { heldAt: given(anOrder()).world.at }],
  ] as const)('%s', (command, facts) => {
    const story = given(anOrder());
    expect(story.after(commandFor(sensible[command], story.order)).order).toMatchObject(facts);
  });

  test('a delivery address is corrected apart from that of the bill', () => {
    const address = { name: 'Bo', line1: '2 Mill Lane', city: 'Leeds', country: 'GB' };
    const command = { type: 'correct_address', which: 'shipping', address } as const;
    const { order } = given(anOrder(), [command]);
    expect([order.shippingAddress, order.billingAddress]).toEqual([address, null]);
  });

  test('a corrected parcel keeps its id and its place, and nothing else of what it said', () => {
    const story = given(anOrder(), [pay(), ship({ parcels: [untracked, untracked] })]);
    const before = story.order.shipments[0]?.parcels ?? [];
    const parcel = { carrier: 'dhl', trackingNumber: 'JD0002', trackingUrl: 'https://dhl.example' };
    const command = {
      type: 'correct_tracking',
      parcelId: before[1]?.id ?? '',
      parcel,
      notify: true,
    } as const;
    expect(story.after(command).order.shipments[0]?.parcels).toEqual([
      before[0],
      { id: before[1]?.id, ...parcel },
    ]);
  });

  test('a hold that is released leaves no trace', () => {
    expect(given(anOrder(), [hold, release]).order).toEqual({ ...anOrder(), version: 3 });
  });
});

describe('a roll back', () => {
  const { order } = given(anOrder({ lines: [mugs, licences] }), [pay(), shipUntracked, rollBack], {
    codesAvailable: 0,
    stock: 0,
  });

  test('keeps the payment and marks it reversed', () => {
    expect(order.payments).toMatchObject([{ method: 'cheque', status: 'reversed' }]);
  });

  test('keeps the shipment and voids it', () => {
    expect(order.shipments).toMatchObject([
      { voidedAt: expect.any(Number), lines: [{ quantity: 2 }] },
    ]);
  });

  test('leaves nothing else of the payment', () => {
    const { payments, shipments, version, ...facts } = order;
    expect(facts).toMatchObject({
      paidVersion: null,
      paidAt: null,
      deliveredAt: null,
      shortStock: false,
    });
    expect(facts.lines).toEqual([mugs, licences]);
  });

  test('does not void a shipment twice', () => {
    const [shipment] = order.shipments;
    const again = evolveOrder(
      order,
      { type: 'rolled_back', reason: null, restock: true, movements: [] },
      at,
    );
    expect(again.shipments).toEqual([shipment]);
  });

  test('leaves a declined payment declined', () => {
    const payments = [aPayment({ status: 'declined' })];
    const event = { type: 'rolled_back', reason: null, restock: true, movements: [] } as const;
    expect(evolveOrder(anOrder({ payments }), event, at).payments).toEqual(payments);
  });
});

test('a delivered order that is rolled back is delivered no more', () => {
  const { order } = given(anOrder(), [pay(), ship(), rollBack]);
  expect(order.deliveredAt).toBeNull();
});

test('codes for one line leave what another waits for as it was', () => {
  const lines = [licences, { ...licences, id: 'more' }];
  const story = given(anOrder({ lines }), [pay()], { codesAvailable: 0 }).where({
    codesAvailable: 1,
  });
  const { order } = story.after(handOutCodes);
  expect(order.lines.map(({ codesWaiting }) => codesWaiting)).toEqual([1, 2]);
});

test('a payment names the version of the event that settled the order', () => {
  const { order } = given(anOrder(), [pay({ amountMinor: 50 }), hold, pay()]);
  expect([order.version, order.paidVersion]).toEqual([4, 4]);
});

test('a reason is kept as long as the order is cancelled', () => {
  const { order } = given(anOrder(), [{ ...cancel, reason: 'Changed their mind.' }]);
  expect(order.cancelReason).toBe('Changed their mind.');
  const reopened = given(order, [{ type: 'reopen', reason: null }]).order;
  expect([reopened.cancelledAt, reopened.cancelReason]).toEqual([null, null]);
});

test('an order that was short of stock is short no more once all of it has left', () => {
  const story = given(anOrder({ lines: [mugs, poster] }), [pay()], { stock: 0 });
  expect(story.order.shortStock).toBe(true);
  expect(story.after(shipUntracked).order.shortStock).toBe(false);
});
