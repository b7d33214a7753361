import { describe, expect, test } from 'vitest';
import {
  type Command,
  deliver,
  hold,
  pay,
  refund,
  rollBack,
  ship,
  shipOneMug,
  shipUntracked,
} from '#domain/command.test-data';
import { given } from '#domain/given.test-data';
import { languages } from '#domain/language';
import type { Order } from '#domain/order';
import { anOrder, licences, mugs, poster } from '#domain/order.test-data';
import { headlineOf } from './headline-of';

const calendar = {
  nowMs: Date.UTC(2026, 10, 25, 12),
  timeZone: 'Europe/Berlin',
  locale: 'en',
  isDeliveryAssumed: false,
};

/** A day that was promised before the payment, in 2023, and is still to come then. */
function tell(expectedOn: string, commands: readonly Command[], lines = [mugs, poster]): Order {
  return given(anOrder({ lines, expectedOn }), commands).order;
}

const [ahead, past] = ['2026-11-27', '2026-11-24'];

test('the test world keeps what was promised far ahead', () => {
  expect(tell(ahead, [pay()]).expectedOn).toBe(ahead);
});

type Story = readonly [what: string, order: Order, title: string, detail: string | null];

const packing = 'Your payment arrived on 14 November 2023. We are packing your order.';
const left = 'Your parcel left on Monday.';
const partLeft = 'Your first parcel left on Monday. The rest follows.';
const isLate = 'Your order was expected yesterday and has not left yet.';
const message = 'You get a message as soon as we know more.';
const expected = 'Expected on Friday 27 November.';
const both = [mugs, licences];

const stories: readonly Story[] = [
  ['paid', tell(ahead, [pay()]), packing, expected],
  ['a part left', tell(ahead, [pay(), shipOneMug]), partLeft, expected],
  ['on its way', tell(ahead, [pay(), shipUntracked]), left, expected],
  [
    'codes are here',
    tell(ahead, [pay()], both),
    packing,
    `Your codes are ready below. ${expected}`,
  ],
  ['late', tell(past, [pay()]), isLate, message],
  [
    'late and on hold',
    tell(past, [pay(), hold]),
    isLate,
    'Your order is on hold for now. If we need something from you, we write to you.',
  ],
  [
    'late, codes are here',
    tell(past, [pay()], both),
    isLate,
    `Your codes are ready below. ${message}`,
  ],
  [
    'the rest is late',
    tell(past, [pay(), shipOneMug]),
    partLeft,
    `The rest was expected yesterday and has not left yet. ${message}`,
  ],
  [
    'left without a number and late',
    tell(past, [pay(), shipUntracked]),
    left,
    'It was expected yesterday. It has no tracking number, so nobody can look up where it is: write to us if it has not arrived.',
  ],
  [
    'late and partly refunded',
    tell(past, [pay(), refund(100)]),
    isLate,
    `${message} €1.00 of your payment was refunded.`,
  ],
  [
    'late and refunded',
    tell(past, [pay(), refund(2950)]),
    'Your payment of €29.50 was refunded.',
    null,
  ],
  [
    'arrived late',
    tell(past, [pay(), shipUntracked, deliver]),
    'Your order was delivered on 14 November 2023.',
    null,
  ],
  ['expected, not paid', tell(ahead, []), 'We have your order and wait for your payment.', null],
  [
    'rolled back',
    tell(ahead, [pay(), rollBack]),
    'Your earlier payment does not count any more.',
    'We have your order and wait for your payment. If you did not expect this, please ask us.',
  ],
];

test.each(stories)('%s has its own plain words', (_, order, title, detail) => {
  expect(headlineOf(order, calendar)).toEqual({ title, detail });
});

describe('a parcel that nobody saw arrive and that left with a number', () => {
  const facts = { ...calendar, isDeliveryAssumed: true };

  test('is expected until its day has passed; then its carrier knows', () => {
    expect(headlineOf(tell(ahead, [pay(), ship()]), facts).detail).toBe(expected);
    expect(headlineOf(tell(past, [pay(), ship()]), facts)).toEqual({ title: left, detail: null });
  });
});

test.each([
  ['2026-11-24', 'Your order was expected yesterday'],
  ['2026-11-23', 'Your order was expected on Monday 23 November'],
  ['2025-11-24', 'Your order was expected on Monday 24 November 2025'],
])('a day of the past, %s, is said with its date', (day, words) => {
  expect(headlineOf(tell(day, [pay()]), calendar).title).toContain(words);
});

test.each([
  ['2026-11-25', 'Expected today.'],
  ['2026-11-26', 'Expected tomorrow.'],
  ['2026-12-01', 'Expected on Tuesday 1 December.'],
  ['2027-01-04', 'Expected on Monday 4 January 2027.'],
])('a day to come, %s, is said with its date', (day, words) => {
  expect(headlineOf(tell(day, [pay()]), calendar).detail).toBe(words);
});

test('the day begins and ends in the shop', () => {
  const order = tell('2026-11-25', [pay()]);
  const at = (timeZone: string) => headlineOf(order, { ...calendar, timeZone }).title;
  expect(at('Pacific/Kiritimati')).toContain('was expected yesterday');
  expect(at('America/Los_Angeles')).not.toContain('was expected');
});

test.each([
  ['de', 'Ankunft voraussichtlich am Freitag, 27. November.'],
  ['fr', 'Livraison prévue vendredi 27 novembre.'],
  ['pt', 'Deve chegar na sexta-feira, 27 de novembro.'],
  ['ja', '11月27日金曜日にお届けの予定です。'],
])('a promised day is said in %s as people there say it', (locale, detail) => {
  expect(headlineOf(tell(ahead, [pay()]), { ...calendar, locale }).detail).toBe(detail);
});

describe.each(languages)('in %s', (locale) => {
  test.each(stories)('%s has words of its own', (_, order, english, englishDetail) => {
    const { title, detail } = headlineOf(order, { ...calendar, locale });
    expect(`${title} ${detail}`).not.toMatch(/[{}<>]|undefined|NaN/);
    expect(title === english).toBe(locale === 'en');
    expect(detail === null).toBe(englishDetail === null);
  });
});
