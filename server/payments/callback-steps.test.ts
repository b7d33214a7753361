import { expect, test } from 'vitest';
import { callbackSteps } from './callback-steps';
import type { Claim } from './gateways/gateway';

const claim: Claim = {
  trust: 'full',
  eventKey: 'm-1',
  eventId: 'm-1',
  orderNumber: '1001',
  amountMinor: 1500,
  currency: 'USD',
  transactionId: 'TX-1',
  authorizationCode: null,
  status: 'approved',
  captured: true,
  test: false,
};

const told = (judged: Parameters<typeof callbackSteps>[0]) =>
  callbackSteps(judged).map(({ check, result }) => `${check} ${result}`);

test('what was applied passed every check', () => {
  const steps = callbackSteps({ verdict: 'applied', claim });
  expect(steps.map(({ result }) => result)).toEqual(Array(9).fill('passed'));
});

test('nothing is reached after the check that failed', () => {
  expect(told({ verdict: 'order_cancelled', claim }).slice(-4)).toEqual([
    'order_known passed',
    'order_open failed',
    'same_currency not_reached',
    'same_amount not_reached',
  ]);
  expect(told({ verdict: 'bad_signature', claim: null }).slice(0, 3)).toEqual([
    'account_ready passed',
    'proof_fits failed',
    'can_be_read not_reached',
  ]);
});

test('money that went back is not compared with the order', () => {
  const refund = { ...claim, status: 'refunded' } as const;
  expect(told({ verdict: 'held', claim: refund }).at(-1)).toBe('order_known passed');
});

test('what nobody signed waits to be confirmed, and has no proof that fits', () => {
  const steps = told({ verdict: 'held', claim: { ...claim, trust: 'none' } });
  expect(steps).toContain('confirmed failed');
  expect(steps.join()).not.toContain('proof_fits');
});
