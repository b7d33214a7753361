import { describe, expect, test } from 'vitest';
import {
  cancel,
  chargeBack,
  deliver,
  expectOn,
  hold,
  pay,
  refund,
  rollBack,
  ship,
  shipOneMug,
  shipUntracked,
  slip,
} from './command.test-data';
import { evolveOrder } from './evolve-order';
import { type Given, given, type ShelfFacts } from './given.test-data';
import { latenessOn, slipsOn } from './lateness';
import type { Order } from './order';
import { anOrder, book, licences, mugs } from './order.test-data';
import type { OrderEvent } from './order-event';
import { standingOf } from './order-status';

const inTwoDays = { methods: [{ method: 'post', days: 2 }], others: 5 };
const posted = (change: Partial<ShelfFacts> = {}): Given =>
  given(anOrder(), [], { deliveryTimes: inTwoDays, ...change });
const promised: Order = { ...given(anOrder(), [pay()]).order, expectedOn: '2023-11-16' };

/** The same order some days later: the test world begins on Tuesday, 14 November 2023. */
const on = (today: string, order: Order = promised) => given(order, [], { today });

const isLate = (order: Order) => standingOf(order).flags.includes('late');

describe('a payment promises a day', () => {
  test('by the shipping method, counted from the day in the shop', () => {
    expect(posted().after(pay()).order.expectedOn).toBe('2023-11-16');
    expect(posted({ today: '2023-11-17' }).after(pay()).order.expectedOn).toBe('2023-11-21');
  });

  test('by the days of all others where the method is not listed, or there is none', () => {
    const unlisted = given(anOrder({ shippingMethod: null }), [], { deliveryTimes: inTwoDays });
    expect(unlisted.after(pay()).order.expectedOn).toBe('2023-11-21');
  });

  test('none where nothing is promised, and none for what is not shipped', () => {
    expect(given(anOrder()).after(pay()).order.expectedOn).toBeNull();
    const digital = given(anOrder({ lines: [licences, book] }), [], { deliveryTimes: inTwoDays });
    expect(digital.after(pay()).order.expectedOn).toBeNull();
  });

  test('the one that staff have set before stays, unless it has passed', () => {
    const preorder = posted().after(expectOn('2023-12-20')).order;
    const paid = (today: string) =>
      given(preorder, [], { deliveryTimes: inTwoDays, today }).after(pay()).order.expectedOn;
    expect(paid('2023-11-14')).toBe('2023-12-20');
    expect(paid('2023-12-21')).toBe('2023-12-25');
  });

  test('a roll back takes it away, and paying again counts anew', () => {
    const back = given(anOrder(), [pay(), rollBack], { deliveryTimes: inTwoDays });
    expect(back.order.expectedOn).toBeNull();
    const later = given(back.order, [], { deliveryTimes: inTwoDays, today: '2023-11-20' });
    expect(later.after(pay()).order.expectedOn).toBe('2023-11-22');
  });

  test('a roll back of an order that was never settled leaves what staff have set', () => {
    const { order } = given(anOrder(), [
      expectOn('2023-12-20'),
      pay({ amountMinor: 50 }),
      rollBack,
    ]);
    expect(order.expectedOn).toBe('2023-12-20');
  });

  test('a payment of before there were expected days leaves the day as it is', () => {
    const [paid] = given(anOrder()).after(pay()).events;
    const { expectedOn, ...old } = paid as OrderEvent & { type: 'paid' };
    expect(evolveOrder(anOrder(), old, 0).expectedOn).toBeNull();
  });
});

describe('staff move the day', () => {
  const moved = (expectedOn: string | null, change = {}, order: Order = promised) =>
    given(order).after(expectOn(expectedOn, change)).events;

  test('to a later one: the customer is told, unless they are not to be', () => {
    const event = { type: 'expected', expectedOn: '2023-11-20', insteadOf: '2023-11-16' };
    expect(moved('2023-11-20', { reason: 'The kiln cracked.' })).toEqual([
      { ...event, reason: 'The kiln cracked.', notify: true },
    ]);
    expect(moved('2023-11-20', { notify: false })).toMatchObject([{ ...event, notify: false }]);
  });

  test.each([
    ['an earlier one', '2023-11-15', promised],
    ['none', null, promised],
    ['the first one', '2023-11-20', given(anOrder(), [pay()]).order],
    ['a later one before it is paid', '2023-11-20', anOrder({ expectedOn: '2023-11-16' })],
  ])('to %s: nobody is told', (_, expectedOn, order) => {
    expect(moved(expectedOn, {}, order)).toMatchObject([{ expectedOn, notify: false }]);
  });

  test('to a new one after the old one was taken away: who was told of a slip is told', () => {
    const late = on('2023-11-17').after(slip).order;
    const without = given(late).after(expectOn(null)).order;
    expect(given(without, [], { today: '2023-11-17' }).after(expectOn('2023-11-24'))).toMatchObject(
      {
        events: [{ insteadOf: '2023-11-16', notify: true }],
      },
    );
  });

  test('to the same one: nothing is left to do', () => {
    expect(moved('2023-11-16')).toEqual([]);
  });

  test.each([
    ['2023-11-13', 'Choose today or a day that is still to come.'],
    ['2025-11-14', 'Choose a day within the next two years.'],
    ['2023-11-31', 'Enter a day as YYYY-MM-DD.'],
  ])('not to %s', (expectedOn, fault) => {
    const decision = given(promised).when(expectOn(expectedOn));
    expect(decision).toEqual({ kind: 'invalid', fields: { expectedOn: fault } });
  });
});

describe('the day passes', () => {
  test('not before it is over', () => {
    expect(on('2023-11-16').when(slip)).toMatchObject({ kind: 'refused' });
    expect(latenessOn(promised, '2023-11-16')).toBeNull();
  });

  test('while goods are here: it is on record once, and the customer is told', () => {
    const { events, order } = on('2023-11-17').after(slip);
    expect(events).toEqual([{ type: 'slipped', expectedOn: '2023-11-16', notify: true }]);
    expect(isLate(order)).toBe(true);
    expect(slipsOn(order)).toBeNull();
    expect(on('2023-11-18', order).when(slip)).toMatchObject({ kind: 'refused' });
  });

  test('more than two weeks before anybody looked: it is on record, and no message leaves', () => {
    expect(on('2023-11-30').after(slip).events).toMatchObject([{ notify: true }]);
    const { events, order } = on('2023-12-01').after(slip);
    expect(events).toMatchObject([{ notify: false }]);
    expect(isLate(order)).toBe(true);
  });

  test('a new day clears it, and may slip in turn', () => {
    const late = on('2023-11-17').after(slip).order;
    const moved = on('2023-11-17', late).after(expectOn('2023-11-21')).order;
    expect(isLate(moved)).toBe(false);
    expect(on('2023-11-22', moved).after(slip).events).toMatchObject([
      { type: 'slipped', expectedOn: '2023-11-21' },
    ]);
  });

  const late = on('2023-11-17').after(slip).order;
  test.each([
    ['all of it leaves', [ship()]],
    ['all of it leaves without a number', [shipUntracked]],
    ['the money goes back', [refund(2950)]],
    ['the bank takes the money', [chargeBack]],
    ['it is rolled back', [rollBack]],
    ['it is cancelled', [cancel]],
  ])('it is late no more when %s', (_, commands) => {
    expect(isLate(given(late, commands).order)).toBe(false);
  });

  test.each([
    ['a part of it leaves', [shipOneMug]],
    ['it is put on hold', [hold]],
    ['a part of the money goes back', [refund(1)]],
  ])('it is late still when %s', (_, commands) => {
    expect(isLate(given(late, commands).order)).toBe(true);
  });

  test.each([
    ['nothing has left', [], 'not_left'],
    ['a part has left', [shipOneMug], 'partly_left'],
    ['it is on hold', [hold], 'not_left'],
    ['all left without a number', [shipUntracked], 'left_untracked'],
    ['that has arrived', [shipUntracked, deliver], null],
    ['all left with a number', [ship()], null],
    ['all the money went back', [refund(2950)], null],
    ['it is rolled back', [rollBack], null],
  ])('how late it is where %s', (_, commands, lateness) => {
    expect(latenessOn(given(promised, commands).order, '2023-11-17')).toBe(lateness);
  });

  test('a carrier is asked about what left with a number, delivered or not', () => {
    const { order } = given(promised, [ship()], { deliveredOnTracking: false });
    expect(order.deliveredAt).toBeNull();
    expect(latenessOn(order, '2023-11-17')).toBeNull();
  });

  test('an order of codes and mugs is late for its mugs alone', () => {
    const mixed = { ...given(anOrder({ lines: [mugs, licences] }), [pay()]).order };
    const { order } = given({ ...mixed, expectedOn: '2023-11-16' }, [ship()], {
      codesAvailable: 0,
    });
    expect(latenessOn(order, '2023-11-17')).toBeNull();
    expect(slipsOn(order)).toBeNull();
  });
});
