import { beforeAll, describe, expect, test } from 'vitest';
import {
  answer,
  askToCancel,
  type Command,
  cancel,
  chargeBack,
  commandFor,
  deliver,
  handOutCodes,
  hold,
  notePayment,
  pay,
  refund,
  remove,
  reopen,
  reportNotReceived,
  restore,
  reverseChargeBack,
  rollBack,
  ship,
  shipOneMug,
  shipUntracked,
  slip,
} from './command.test-data';
import { decideOrder } from './decide-order';
import { evolveAll } from './evolve-order';
import { aWorld, given } from './given.test-data';
import type { Order } from './order';
import { anOrder, book, licences, mugs, poster } from './order.test-data';
import {
  isAnythingOutstanding,
  quantityToShip,
  type Standing,
  shippedQuantity,
  standingOf,
} from './order-status';
import { isStanding, totalsOf } from './totals';
import { fulfilmentStatuses, orderFlags, orderStatuses, paymentStatuses } from './vocabulary';

const digital = anOrder({ lines: [licences, book] });
const mixed = anOrder({ lines: [mugs, licences] });
const late = given({ ...given(anOrder(), [pay()]).order, expectedOn: '2023-11-13' }, [slip]).order;
const everything: readonly Command[] = [
  pay({ amountMinor: 1, isDifferenceAccepted: true }),
  ...[pay(), pay({ amountMinor: 2000 }), notePayment('authorised')],
  ...[refund(1), refund(9999), chargeBack, reverseChargeBack, handOutCodes],
  ...[askToCancel, reportNotReceived, answer()],
  ...[ship(), shipUntracked, shipOneMug, deliver, hold, rollBack, cancel, reopen, remove, restore],
];
const shelves = [
  aWorld(),
  aWorld({ codesAvailable: 1, stock: 0 }),
  aWorld({ deliveredOnTracking: false }),
];

/** Headline, payment and fulfilment. What was paid in part has moved on where the difference was accepted. */
const combinations = [
  'cancelled · unpaid · unfulfilled',
  'delivered · paid · delivered',
  'delivered · partly_paid · delivered',
  'delivered · partly_refunded · delivered',
  'delivered · refunded · delivered',
  'paid · paid · partly_shipped',
  'paid · paid · unfulfilled',
  'paid · partly_paid · partly_shipped',
  'paid · partly_paid · unfulfilled',
  'paid · partly_refunded · partly_shipped',
  'paid · partly_refunded · unfulfilled',
  'paid · refunded · partly_shipped',
  'paid · refunded · unfulfilled',
  'pending · partly_paid · unfulfilled',
  'pending · partly_refunded · unfulfilled',
  'pending · refunded · unfulfilled',
  'pending · unpaid · unfulfilled',
  'shipped · paid · shipped',
  'shipped · partly_paid · shipped',
  'shipped · partly_refunded · shipped',
  'shipped · refunded · shipped',
];

describe('the three statuses', () => {
  let reached: readonly Standing[] = [];

  beforeAll(() => {
    reached = [...everyOrderFrom([anOrder(), digital, mixed]), late].map(standingOf);
  });

  test('an order comes to these combinations and to no others', () => {
    const found = reached.map(({ status, paymentStatus, fulfilmentStatus }) =>
      [status, paymentStatus, fulfilmentStatus].join(' · '),
    );
    expect([...new Set(found)].sort()).toEqual(combinations);
  });

  test('every word for a status and a flag is used', () => {
    const used = (words: (standing: Standing) => readonly string[]) =>
      new Set(reached.flatMap(words));
    expect(used(({ status }) => [status])).toEqual(new Set(orderStatuses));
    expect(used(({ paymentStatus }) => [paymentStatus])).toEqual(new Set(paymentStatuses));
    expect(used(({ fulfilmentStatus }) => [fulfilmentStatus])).toEqual(new Set(fulfilmentStatuses));
    expect(used(({ flags }) => flags)).toEqual(new Set(orderFlags));
  });
});

type Row = readonly [string, Order, string, readonly string[]];

describe('headline, payment, fulfilment and flags', () => {
  const none = { codesAvailable: 0 };
  test.each<Row>([
    ['a new order', anOrder(), 'pending unpaid unfulfilled', []],
    [
      'a part of the money',
      orderAfter(pay({ amountMinor: 50 })),
      'pending partly_paid unfulfilled',
      [],
    ],
    [
      'an authorisation',
      orderAfter(notePayment('authorised')),
      'pending unpaid unfulfilled',
      ['authorised'],
    ],
    ['a declined card', orderAfter(notePayment('declined')), 'pending unpaid unfulfilled', []],
    ['all of the money', orderAfter(pay()), 'paid paid unfulfilled', []],
    ['in two parts', orderAfter(pay({ amountMinor: 50 }), pay()), 'paid paid unfulfilled', []],
    ['one mug of two', orderAfter(pay(), shipOneMug), 'paid paid partly_shipped', []],
    ['all without a number', orderAfter(pay(), shipUntracked), 'shipped paid shipped', []],
    ['all with a number', orderAfter(pay(), ship()), 'delivered paid delivered', []],
    [
      'delivered by hand',
      orderAfter(pay(), shipUntracked, deliver),
      'delivered paid delivered',
      [],
    ],
    ['a day that passed', late, 'paid paid unfulfilled', ['late']],
    ['on hold', orderAfter(pay(), hold), 'paid paid unfulfilled', ['on_hold']],
    [
      'a part refunded',
      orderAfter(pay(), refund(50)),
      'paid partly_refunded unfulfilled',
      ['refunded'],
    ],
    [
      'all refunded',
      orderAfter(pay(), ship(), refund(2950)),
      'delivered refunded delivered',
      ['refunded'],
    ],
    ['charged back', orderAfter(pay(), chargeBack), 'paid refunded unfulfilled', ['charged_back']],
    [
      'a dispute won',
      orderAfter(pay(), chargeBack, reverseChargeBack),
      'paid paid unfulfilled',
      [],
    ],
    ['to cancel', orderAfter(pay(), askToCancel), 'paid paid unfulfilled', ['cancel_requested']],
    [
      'not received',
      orderAfter(pay(), ship(), reportNotReceived),
      'delivered paid delivered',
      ['not_received'],
    ],
    [
      'not cancelled',
      orderAfter(pay(), askToCancel, answer({ accepted: false })),
      'paid paid unfulfilled',
      [],
    ],
    ['taken back', orderAfter(pay(), ship(), rollBack), 'pending unpaid unfulfilled', []],
    ['cancelled', orderAfter(pay(), cancel), 'cancelled unpaid unfulfilled', []],
    ['reopened', orderAfter(pay(), cancel, reopen), 'pending unpaid unfulfilled', []],
    ['out of the bin', orderAfter(pay(), remove, restore), 'pending unpaid unfulfilled', []],
    ['digital, at once', given(digital, [pay()]).order, 'delivered paid delivered', []],
    ['no codes', given(digital, [pay()], none).order, 'paid paid unfulfilled', ['codes_short']],
    [
      'sent, no codes',
      given(mixed, [pay(), ship()], none).order,
      'paid paid partly_shipped',
      ['codes_short'],
    ],
    [
      'no stock',
      given(anOrder(), [pay()], { stock: 1 }).order,
      'paid paid unfulfilled',
      ['short_stock'],
    ],
    [
      'no stock, sent',
      given(anOrder(), [pay(), ship()], { stock: 1 }).order,
      'delivered paid delivered',
      [],
    ],
  ])('%s', (_, order, words, flags) => {
    const standing = standingOf(order);
    const { status, paymentStatus, fulfilmentStatus } = standing;
    expect([status, paymentStatus, fulfilmentStatus].join(' ')).toBe(words);
    expect(standing.flags).toEqual(flags);
  });

  test('an order that costs nothing is unpaid until it is settled', () => {
    const free = anOrder({ lines: [{ ...poster, unitPriceMinor: 0 }], orderDiscountMinor: 460 });
    expect(standingOf(free)).toMatchObject({ status: 'pending', paymentStatus: 'unpaid' });
    expect(standingOf(given(free, [pay()]).order)).toMatchObject({
      status: 'paid',
      paymentStatus: 'paid',
    });
  });

  test('the whole sum, refunded in part and made up again, is paid', () => {
    const { order } = given(anOrder(), [pay({ amountMinor: 2000 }), refund(500), pay()]);
    expect(standingOf(order)).toMatchObject({
      status: 'paid',
      paymentStatus: 'paid',
      flags: ['refunded'],
    });
  });
});

describe('what is left to ship', () => {
  test('only shipments that stand count', () => {
    const { order } = given(anOrder(), [pay(), shipOneMug, rollBack, pay(), ship()]);
    expect(order.shipments.map(({ voidedAt }) => voidedAt !== null)).toEqual([true, false]);
    expect([shippedQuantity(order, 'mug'), quantityToShip(order, mugs)]).toEqual([2, 0]);
  });

  test('codes and files are never shipped', () => {
    expect([licences, book].map((line) => quantityToShip(digital, line))).toEqual([0, 0]);
  });

  test('an order with neither goods to ship nor codes to hand out has nothing outstanding', () => {
    expect(isAnythingOutstanding(anOrder())).toBe(true);
    expect(isAnythingOutstanding(given(anOrder(), [pay(), shipUntracked]).order)).toBe(false);
  });
});

function orderAfter(...commands: readonly Command[]): Order {
  return given(anOrder(), commands).order;
}

/** Every order that any of the commands leads to, one for each set of facts that tells them apart. */
function everyOrderFrom(orders: readonly Order[]): readonly Order[] {
  const found = new Map(orders.map((order) => [keyOf(order), order]));
  for (const order of found.values()) {
    if (found.size > 5000) throw new Error('The life of an order has no end.');
    for (const next of nextOf(order)) {
      if (!found.has(keyOf(next))) found.set(keyOf(next), next);
    }
  }
  return [...found.values()];
}

function nextOf(order: Order): readonly Order[] {
  return shelves.flatMap((world) =>
    everything.flatMap((command) => {
      const decision = decideOrder(order, commandFor(command, order), world);
      return decision.kind === 'accepted' ? [evolveAll(order, decision.events, world.at)] : [];
    }),
  );
}

/** What tells two orders apart for the statuses; amounts only by how much of them is there. */
function keyOf(order: Order): string {
  const { lines, payments, deletedAt } = order;
  const { grand, paid, refunded } = totalsOf(order);
  const standing = payments.filter(isStanding).slice(0, 2);
  return JSON.stringify([
    standingOf(order),
    deletedAt !== null,
    Math.sign(grand - paid + refunded),
    standing.map(({ status, refundedMinor }) => [status, refundedMinor > 0]),
    lines.map((line) => [line.id, line.codesWaiting, quantityToShip(order, line)]),
  ]);
}
