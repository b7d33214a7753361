import { describe, expect, test } from 'vitest';
import {
  type Command,
  cancel,
  chargeBack,
  commandFor,
  notePayment,
  pay,
  refund,
  reopen,
  rollBack,
} from '#domain/command.test-data';
import { languages } from '#domain/language';
import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { change, mailShop, messageOf, place } from '#server/mail/mail-shop.test-data';
import { readTrackingPage } from './read-tracking-page';

const quietly = { ...cancel, notify: false };
const card = pay({ method: 'card' });
const promise = (amount: string) =>
  `${amount} is marked to be given back to you. How soon it arrives depends on how you paid.`;
const uncounted = [
  'Your earlier payment does not count any more.',
  'If you did not expect this, please ask us.',
];

/** Each command a minute after the last, so that only one command is one step. */
async function pageAfter(ctx: Context, commands: readonly Command[], placed?: Order) {
  let order = placed ?? (await place(ctx));
  let now = ctx.now();
  for (const command of commands) {
    now += 60_000;
    order = await change({ ...ctx, now: () => now }, order, commandFor(command, order));
  }
  const page = await readTrackingPage(ctx, { token: order.token, looks: [] });
  if (!page) throw new Error('There is no such page.');
  return page;
}

const stories: Readonly<Record<string, readonly [Command[], readonly string[]]>> = {
  'nothing was paid': [[cancel], []],
  'a try was declined': [[notePayment('declined'), cancel], []],
  'a payment was only authorised': [[notePayment('authorised'), cancel], []],
  'it was paid': [[card, cancel], [promise('£34.00')]],
  'a part was paid': [[pay({ amountMinor: 1000 }), cancel], [promise('£10.00')]],
  'it was paid and nobody was told': [[card, quietly], uncounted],
  'a part was refunded': [
    [card, refund(400), refund(1000), cancel],
    ['£4.00 was refunded to you today.', '£6.00 was refunded to you today.', promise('£24.00')],
  ],
  'all was refunded': [[card, refund(3400), cancel], ['£34.00 was refunded to you today.']],
  'all was refunded and nobody was told': [
    [card, refund(3400), quietly],
    ['£34.00 was refunded to you today.'],
  ],
  'it was charged back': [[card, chargeBack, cancel], ['Your bank has taken the payment back.']],
  'it was rolled back before': [[card, rollBack, cancel], uncounted],
  'it was paid again after a roll back': [[card, rollBack, card, cancel], [promise('£34.00')]],
  'it was cancelled twice': [[card, cancel, reopen, cancel], uncounted],
  'it was cancelled twice, the second time paid': [
    [card, quietly, reopen, card, cancel],
    [promise('£34.00')],
  ],
};

describe.each(Object.entries(stories))(
  'of a cancelled order of which %s',
  (_, [commands, told]) => {
    test('the page says what is known about the money, and no more', async () => {
      const page = await pageAfter(await mailShop(), commands);
      expect(page.headline.title).toBe('This order was cancelled.');
      expect(page.moneyBack).toEqual(told);
    });
  },
);

test('the page promises what the message about the cancellation promises', async () => {
  const ctx = await mailShop();
  const page = await pageAfter(ctx, [card, refund(1000), cancel]);
  const mail = await messageOf(ctx, 'cancelled');
  expect(mail.data).toMatchObject({ refundMinor: 2400 });
  expect(page.moneyBack.at(-1)).toBe(promise('£24.00'));
  expect([page.paidBackMinor, page.dueMinor]).toEqual([1000, 0]);
});

test('an order that stands says nothing about money of a cancellation', async () => {
  const ctx = await mailShop();
  expect((await pageAfter(ctx, [card, refund(400)])).moneyBack).toEqual([]);
  expect((await pageAfter(ctx, [card, cancel, reopen])).moneyBack).toEqual([]);
});

test('what was only authorised is no money that was taken back', async () => {
  const page = await pageAfter(await mailShop(), [notePayment('authorised'), card, cancel]);
  expect(page.payments).toMatchObject([{ amountMinor: 3400, isStanding: false }]);
});

test.each(languages)('money of a cancelled order is spoken of in %s', async (locale) => {
  const ctx = await mailShop();
  const customer = { email: 'zoe@customer.example', name: 'Zoë Whitcombe', locale };
  const order = await place(ctx, ['POT'], { customer });
  const page = await pageAfter(ctx, [card, refund(1000), cancel], order);
  expect(page.moneyBack).toHaveLength(2);
  const isEnglish = /refunded|given back/.test(page.moneyBack.join());
  expect(isEnglish).toBe(locale === 'en');
});
