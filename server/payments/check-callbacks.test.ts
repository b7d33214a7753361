import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCallbacks } from './check-callbacks';

const fixtures: readonly Readonly<Record<string, unknown>>[] = JSON.parse(
  readFileSync(new URL('./gateways/fixtures/stripe.json', import.meta.url), 'utf8'),
);
const { expected: _, ...saved } = fixtures[0] ?? {};
const savedAtMs = 1_790_000_005_000;
const noFacts = {
  orderNumber: null,
  amountMinor: null,
  currency: null,
  transactionId: null,
  authorizationCode: null,
  status: null,
};

test('a message that verifies is reported with its facts, without what is only for the inbox', async () => {
  expect(await checkCallbacks([saved], 'stripe', 0)).toEqual([
    {
      name: 'checkout-paid',
      verified: true,
      trust: 'full',
      orderNumber: 'SO-2026-000123',
      amountMinor: 5990,
      currency: 'EUR',
      transactionId: 'pi_3Q1',
      authorizationCode: null,
      status: 'approved',
      captured: null,
      eventId: 'evt_checkout_paid',
      test: false,
    },
  ]);
});

test('an entry’s own gateway wins over the name of the file', async () => {
  const [result] = await checkCallbacks([{ ...saved, gateway: 'stripe' }], 'adyen', 0);
  expect(result?.verified).toBe(true);
});

test('without a clock of its own an entry is checked against the clock that is passed in', async () => {
  const { now: _now, ...timeless } = saved;
  expect((await checkCallbacks([timeless], 'stripe', savedAtMs))[0]?.verified).toBe(true);
  expect((await checkCallbacks([timeless], 'stripe', savedAtMs + 600_000))[0]).toMatchObject({
    reason: 'The signature is 605 seconds old; 300 are allowed.',
  });
});

test('a body may be given as base64', async () => {
  const bodyBase64 = Buffer.from(String(saved.body)).toString('base64');
  const { body: _body, ...rest } = saved;
  expect((await checkCallbacks([{ ...rest, bodyBase64 }], 'stripe', 0))[0]?.verified).toBe(true);
});

test.each([
  ['piggy-bank', 'There is no gateway called piggy-bank.'],
  ['constructor', 'There is no gateway called constructor.'],
])('the gateway %s verifies nothing and says why', async (gateway, reason) => {
  expect(await checkCallbacks([saved], gateway, 0)).toEqual([
    { name: 'checkout-paid', verified: false, ...noFacts, reason },
  ]);
});

test.each([
  [{ name: 'a reply', kind: 'response', body: 'Status=OK' }],
  [{ name: 'a digest', kind: 'primitive', key: '00', message: 'x' }],
  [{ name: 'nothing' }],
])('%j is not a message', async (entry) => {
  expect(await checkCallbacks([entry], 'stripe', 0)).toEqual([
    {
      name: entry.name,
      verified: false,
      ...noFacts,
      reason: 'This entry is not a message of a gateway.',
    },
  ]);
});

test('entries of any shape keep their place and stop nobody', async () => {
  const odd = [null, 7, 'x', [], { name: 5, headers: 'x', secrets: 'y', body: 'z' }, { body: 5 }];
  const results = await checkCallbacks([...odd, saved], 'stripe', 0);
  expect(results.map(({ verified }) => verified)).toEqual([...odd.map(() => false), true]);
  for (const { reason } of results.slice(0, -1)) expect(reason).toMatch(/^[A-Z].+\.$/);
});

test('an entry that is no saved callback keeps its name', async () => {
  const [result] = await checkCallbacks([{ ...saved, now: 'yesterday' }], 'stripe', 0);
  expect(result).toMatchObject({
    name: 'checkout-paid',
    verified: false,
    reason: 'This entry is not a saved callback.',
  });
});
