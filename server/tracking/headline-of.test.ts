import { describe, expect, test } from 'vitest';
import {
  type Command,
  cancel,
  chargeBack,
  deliver,
  hold,
  notePayment,
  pay,
  refund,
  reopen,
  rollBack,
  ship,
  shipOneMug,
  shipUntracked,
  untracked,
} from '#domain/command.test-data';
import { given, type ShelfFacts } from '#domain/given.test-data';
import { languages } from '#domain/language';
import type { Order } from '#domain/order';
import { anOrder, book, licences, mugs, poster } from '#domain/order.test-data';
import { standingOf } from '#domain/order-status';
import { fulfilmentStatuses, orderStatuses, paymentStatuses } from '#domain/vocabulary';
import { headlineOf } from './headline-of';
import { progressOf } from './progress-of';

const nowMs = Date.UTC(2026, 10, 25, 12);
const calendar = { nowMs, timeZone: 'Europe/Berlin', locale: 'en-GB' };

type Story = Readonly<{
  lines?: Order['lines'];
  order?: Partial<Order>;
  commands?: readonly Command[];
  shelf?: Partial<ShelfFacts>;
  isDeliveryAssumed?: boolean;
}>;

function tell({ lines = [mugs, poster], order, commands = [], shelf }: Story): Order {
  return given(anOrder({ lines, ...order }), commands, shelf).order;
}

const free = { shippingMinor: 0, shippingTaxMinor: 0, orderDiscountMinor: 0 };

const stories: Readonly<Record<string, readonly [story: Story, title: string, detail?: string]>> = {
  'nothing paid yet': [{}, 'We have your order and wait for your payment.'],
  'by bank transfer': [
    { order: { paymentMethod: 'wire' } },
    'We have your order and wait for your bank transfer.',
  ],
  'by cheque': [
    { order: { paymentMethod: 'cheque' } },
    'We have your order and wait for your cheque.',
  ],
  'in cash': [
    { order: { paymentMethod: 'cash' } },
    'We have your order and wait for your payment in cash.',
  ],
  'by card at the counter': [
    { order: { paymentMethod: 'terminal' } },
    'We have your order and wait for your payment by card.',
  ],
  'by some gateway': [
    { order: { paymentMethod: 'stripe' } },
    'We have your order and wait for your payment.',
  ],
  'nothing to pay': [
    { lines: [{ ...poster, unitPriceMinor: 0 }], order: free },
    'We have your order.',
  ],
  'partly paid': [
    { commands: [pay({ amountMinor: 1000 })] },
    'We have your order and €10.00 of €29.50.',
    '€19.50 is still to be paid.',
  ],
  'part of it paid and refunded': [
    { commands: [pay({ amountMinor: 1000 }), refund(1000)] },
    'We have your order and wait for your payment.',
  ],
  declined: [
    { commands: [notePayment('declined')] },
    'We have your order, but the payment did not go through.',
    'Nothing is lost: your order waits for the payment.',
  ],
  authorised: [
    { commands: [notePayment('authorised')] },
    'We have your order and are checking your payment.',
  ],
  'on hold': [
    { commands: [hold] },
    'We have your order and wait for your payment.',
    'Your order is on hold for now. If we need something from you, we write to you.',
  ],
  'paid and on hold': [
    { lines: [mugs, licences], commands: [pay(), hold] },
    'Your payment arrived on 14 November 2023. Your order is on hold for now.',
    'Your codes are ready below. If we need something from you, we write to you.',
  ],
  'the rest on hold': [
    { commands: [pay(), shipOneMug, hold] },
    'Your first parcel left on Monday. The rest follows.',
    'The rest is on hold for now. If we need something from you, we write to you.',
  ],
  'codes on hold': [
    { lines: [licences], commands: [pay(), hold], shelf: { codesAvailable: 0 } },
    'Your payment arrived on 14 November 2023. Your codes follow as soon as they are in.',
    'Your order is on hold for now. If we need something from you, we write to you.',
  ],
  'on hold and cancelled': [{ commands: [hold, cancel] }, 'This order was cancelled.'],
  paid: [
    { commands: [pay()] },
    'Your payment arrived on 14 November 2023. We are packing your order.',
  ],
  'paid and free': [
    { lines: [{ ...poster, unitPriceMinor: 0 }], order: free, commands: [pay()] },
    'We are packing your order.',
  ],
  'paid, short of stock': [
    { commands: [pay()], shelf: { stock: 0 } },
    'Your payment arrived on 14 November 2023. We are packing your order.',
  ],
  'goods and codes': [
    { lines: [mugs, licences], commands: [pay()] },
    'Your payment arrived on 14 November 2023. We are packing your order.',
    'Your codes are ready below.',
  ],
  'codes only': [
    { lines: [licences], commands: [pay()] },
    'Your codes are ready below.',
    'Your payment arrived on 14 November 2023.',
  ],
  'one code': [
    { lines: [{ ...licences, quantity: 1 }], commands: [pay()] },
    'Your code is ready below.',
    'Your payment arrived on 14 November 2023.',
  ],
  'no code in the pool': [
    { lines: [licences], commands: [pay()], shelf: { codesAvailable: 0 } },
    'Your payment arrived on 14 November 2023. Your codes follow as soon as they are in.',
  ],
  'one of two codes in the pool': [
    { lines: [licences], commands: [pay()], shelf: { codesAvailable: 1 } },
    'One of your two codes is ready below. The last one follows as soon as it is in.',
    'Your payment arrived on 14 November 2023.',
  ],
  'two of five codes in the pool': [
    { lines: [{ ...licences, quantity: 5 }], commands: [pay()], shelf: { codesAvailable: 2 } },
    'Two of your five codes are ready below. The others follow as soon as they are in.',
    'Your payment arrived on 14 November 2023.',
  ],
  'a file only': [
    { lines: [book], commands: [pay()] },
    'Your payment arrived on 14 November 2023. What you bought is yours.',
  ],
  'something has left': [
    { commands: [pay(), shipOneMug] },
    'Your first parcel left on Monday. The rest follows.',
  ],
  'something has left without a parcel': [
    { commands: [pay(), ship({ parcels: [], lines: [{ lineId: 'mug', quantity: 1 }] })] },
    'Part of your order left on Monday. The rest follows.',
  ],
  'all has left, nobody saw it arrive': [
    { commands: [pay(), ship()], isDeliveryAssumed: true },
    'Your parcel left on Monday.',
  ],
  'two parcels': [
    { commands: [pay(), ship({ parcels: [untracked, untracked] })] },
    'Your two parcels left on Monday.',
  ],
  'left on two days': [
    { commands: [pay(), shipOneMug, ship({ shippedOn: '2026-11-25' })], isDeliveryAssumed: true },
    'Your two parcels have left, the last today.',
  ],
  'leaves tomorrow': [
    { commands: [pay(), { ...shipUntracked, shippedOn: '2026-11-26' }] },
    'Your parcel leaves tomorrow.',
  ],
  'goods left, codes still wait': [
    { lines: [mugs, licences], commands: [pay(), ship()], shelf: { codesAvailable: 0 } },
    'Your parcel left on Monday.',
    'Your codes follow as soon as they are in.',
  ],
  'shipped without tracking': [{ commands: [pay(), shipUntracked] }, 'Your parcel left on Monday.'],
  'seen delivered': [
    { commands: [pay(), shipUntracked, deliver] },
    'Your order was delivered on 14 November 2023.',
  ],
  cancelled: [{ commands: [cancel] }, 'This order was cancelled.'],
  'cancelled for a reason': [
    { commands: [{ ...cancel, reason: 'The teapot broke.' }] },
    'This order was cancelled.',
    'The teapot broke.',
  ],
  'paid, then cancelled': [{ commands: [pay(), cancel] }, 'This order was cancelled.'],
  reopened: [{ commands: [cancel, reopen] }, 'We have your order and wait for your payment.'],
  'rolled back': [
    { commands: [pay(), rollBack] },
    'Your earlier payment does not count any more.',
    'We have your order and wait for your payment. If you did not expect this, please ask us.',
  ],
  'shipped and rolled back': [
    { order: { paymentMethod: 'cheque' }, commands: [pay(), ship(), rollBack] },
    'Your earlier payment does not count any more.',
    'We have your order and wait for your cheque. If you did not expect this, please ask us.',
  ],
  'rolled back and paid in part': [
    { commands: [pay(), rollBack, pay({ amountMinor: 1000 })] },
    'We have your order and €10.00 of €29.50.',
    '€19.50 is still to be paid.',
  ],
  'paid, cancelled and reopened': [
    { commands: [pay(), cancel, reopen] },
    'Your earlier payment does not count any more.',
    'We have your order and wait for your payment. If you did not expect this, please ask us.',
  ],
  'refunded before it left': [
    { commands: [pay(), refund(2950)] },
    'Your payment of €29.50 was refunded.',
  ],
  'refunded after it left': [
    { commands: [pay(), ship(), refund(2950)] },
    'Your payment of €29.50 was refunded.',
    'Your parcel left on Monday.',
  ],
  'partly refunded': [
    { lines: [mugs, licences], commands: [pay(), refund(100)] },
    'Your payment arrived on 14 November 2023. We are packing your order.',
    'Your codes are ready below. €1.00 of your payment was refunded.',
  ],
  'charged back': [{ commands: [pay(), chargeBack] }, 'Your bank has taken the payment back.'],
  'charged back after it left': [
    { commands: [pay(), shipUntracked, chargeBack] },
    'Your bank has taken the payment back.',
    'Your parcel left on Monday.',
  ],
};

test.each(Object.entries(stories))('%s has its own plain words', (_, [story, title, detail]) => {
  const { isDeliveryAssumed = false } = story;
  const headline = headlineOf(tell(story), { ...calendar, isDeliveryAssumed });
  expect(headline).toEqual({ title, detail: detail ?? null });
});

test('the stories above meet every status there is', () => {
  const standings = Object.values(stories).map(([story]) => standingOf(tell(story)));
  expect(new Set(standings.map(({ status }) => status))).toEqual(new Set(orderStatuses));
  expect(new Set(standings.map((s) => s.paymentStatus))).toEqual(new Set(paymentStatuses));
  expect(new Set(standings.map((s) => s.fulfilmentStatus))).toEqual(new Set(fulfilmentStatuses));
});

test.each(Object.entries(stories))('%s has a bar with at most one step under way', (_, [story]) => {
  const states = progressOf(tell(story), story.isDeliveryAssumed ?? false, 'en').map(
    (s) => s.state,
  );
  expect(states[0]).toBe('done');
  expect(states.join(' ')).toMatch(/^(done )+(done|stopped)$|^(done )+(current|paused)( ahead)*$/);
});

test('a parcel that nobody saw arrive is under way, never delivered', () => {
  const order = tell({ commands: [pay(), ship()] });
  expect(standingOf(order).status).toBe('delivered');
  const { title, detail } = headlineOf(order, { ...calendar, isDeliveryAssumed: true });
  expect(`${title} ${detail}`).not.toContain('delivered');
  expect(progressOf(order, true, 'en').map(({ label, state }) => `${label} ${state}`)).toEqual([
    'Ordered done',
    'Paid done',
    'Shipped done',
    'Delivery current',
  ]);
});

test('days are those of the shop, in the language of the customer', () => {
  const order = tell({ commands: [pay()] });
  const at = (change: object) =>
    headlineOf(order, { ...calendar, isDeliveryAssumed: false, ...change });
  const paid = 1_700_000_000_000;
  expect(at({ nowMs: paid }).title).toContain('arrived today');
  expect(at({ nowMs: paid + 86_400_000 }).title).toContain('arrived yesterday');
  expect(at({ nowMs: paid + 3 * 86_400_000 }).title).toContain('arrived on Tuesday');
  expect(at({ nowMs: paid + 30 * 86_400_000 }).title).toContain('arrived on 14 November.');
  expect(at({ timeZone: 'Pacific/Auckland' }).title).toContain('on 15 November 2023');
  expect(at({ locale: 'en-US' }).title).toContain('on November 14, 2023');
  expect(at({ locale: 'pt-BR' }).title).toContain('em 14 de novembro de 2023');
});

describe.each(languages)('in %s', (locale) => {
  test.each(Object.entries(stories))('%s has words of its own', (_, [story, ...english]) => {
    const order = tell(story);
    const { isDeliveryAssumed = false } = story;
    const { title, detail } = headlineOf(order, { ...calendar, locale, isDeliveryAssumed });
    expect(`${title} ${detail}`).not.toMatch(/[{}<>]|undefined|NaN/);
    expect(detail === null).toBe(english[1] === undefined);
    expect(title === english[0]).toBe(locale === 'en');
    for (const { label } of progressOf(order, isDeliveryAssumed, locale)) {
      expect(label).not.toBe('');
    }
  });
});

test('a day in a sentence is said as people there say it', () => {
  const order = tell({ commands: [pay()] });
  const day = 86_400_000;
  const paid = (locale: string, nowMs: number) =>
    headlineOf(order, { ...calendar, locale, nowMs, isDeliveryAssumed: false }).title;
  const tuesday = 1_700_000_000_000;
  expect(paid('pt', tuesday + 3 * day)).toContain('na terça-feira');
  expect(paid('de', tuesday + 3 * day)).toContain('ist am Dienstag eingegangen');
  expect(paid('it', tuesday + 30 * day)).toContain('il 14 novembre');
  expect(paid('ja', tuesday + day)).toContain('昨日お支払いを確認しました。');
});
