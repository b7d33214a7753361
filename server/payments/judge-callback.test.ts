import { expect, test } from 'vitest';
import type { Claim } from '#domain/claim';
import { cancel, pay } from '#domain/command.test-data';
import { given } from '#domain/given.test-data';
import { anOrder } from '#domain/order.test-data';
import { judgeCallback } from './judge-callback';

const claim: Claim = {
  trust: 'full',
  eventKey: 'evt_1',
  eventId: 'evt_1',
  orderNumber: 'SO-1',
  amountMinor: 1500,
  currency: 'USD',
  transactionId: 'pi_1',
  authorizationCode: null,
  status: 'approved',
  captured: true,
  test: false,
};
const account = {
  slug: 'cards',
  gateway: 'stripe',
  refundsAreTotals: true,
  returnsNamePayment: true,
  returnsAreUnproved: false,
  amountIsAgreed: false,
};

type Mode = Readonly<{ live: boolean; tellsLive: boolean; test: boolean | null }>;

function verdictOf({ live, tellsLive, test: isTest }: Mode) {
  const judged = {
    claim: { ...claim, test: isTest },
    account: { ...account, live, tellsLive },
    order: null,
    paidElsewhere: null,
    isCalledOff: false,
  };
  return judgeCallback(judged).verdict;
}

const judgedAsAnyOther = 'order_unknown';

test.each([
  ['real money for a live account', { live: true, tellsLive: true, test: false }, judgedAsAnyOther],
  ['a test for a test account', { live: false, tellsLive: true, test: true }, judgedAsAnyOther],
  ['a test for a live account', { live: true, tellsLive: true, test: true }, 'not_live'],
  ['real money for a test account', { live: false, tellsLive: true, test: false }, 'held'],
  [
    'what a sandbox says of its own payments too',
    { live: false, tellsLive: false, test: false },
    judgedAsAnyOther,
  ],
  ['a message that tells neither', { live: false, tellsLive: true, test: null }, judgedAsAnyOther],
])('%s is judged as such', (_name, mode, verdict) => {
  expect(verdictOf(mode)).toBe(verdict);
});

test('a message about no payment is ignored, whatever the account is set to', () => {
  const judged = {
    claim: { ...claim, status: 'ignored' as const },
    account: { ...account, live: false, tellsLive: true },
    order: null,
    paidElsewhere: null,
    isCalledOff: false,
  };
  expect(judgeCallback(judged).verdict).toBe('ignored');
});

test('one payment told with two amounts waits for a person, told with the same it is a repeat', () => {
  const order = given(anOrder(), [pay({ account: 'cards', transactionId: 'pi_1' })]).order;
  const [known] = order.payments;
  const verdictFor = (change: Partial<Claim>) =>
    judgeCallback({
      claim: {
        ...claim,
        amountMinor: known?.amountMinor ?? 0,
        currency: order.currency,
        ...change,
      },
      account: { ...account, live: true, tellsLive: true },
      ...{ order, paidElsewhere: null, isCalledOff: false },
    }).verdict;
  expect(verdictFor({})).toBe('duplicate');
  expect(verdictFor({ amountMinor: 1 })).toBe('amount_differs');
  expect(verdictFor({ amountMinor: 1, captured: false })).toBe('duplicate');
  expect(verdictFor({ amountMinor: null, currency: null })).toBe('duplicate');
});

test('money that went back by a gateway that cannot confirm it waits for a person', () => {
  const order = given(anOrder(), [pay({ account: 'cards', transactionId: 'pi_1' })]).order;
  const judged = {
    claim: { ...claim, status: 'refunded' as const, captured: null, currency: order.currency },
    order,
    paidElsewhere: null,
    isCalledOff: false,
  };
  const told = { ...account, live: true, tellsLive: true };
  expect(judgeCallback({ ...judged, account: told }).verdict).toBe('applied');
  expect(judgeCallback({ ...judged, account: { ...told, returnsAreUnproved: true } })).toEqual({
    verdict: 'held',
    reason: 'The gateway does not confirm that money went back. Look at it there.',
    command: null,
  });
});

test('money that goes back after a cancellation is told as that, and changes nothing', () => {
  const paid = pay({ method: 'stripe', account: 'cards', transactionId: 'pi_1' });
  const judged = {
    claim: { ...claim, status: 'refunded' as const },
    account: { ...account, live: true, tellsLive: true },
    order: given(anOrder(), [paid, cancel]).order,
    paidElsewhere: null,
    isCalledOff: false,
  };
  expect(judgeCallback(judged)).toEqual({
    verdict: 'held',
    reason:
      '$15.00 went back of a payment that was taken back on this order before. It is not recorded there; dismiss this once you know of it.',
    command: null,
  });
});
