import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { accountWith, cameIn } from './account.test-data';
import type { Verification } from './gateway';
import { stripe } from './stripe';

const secret = 'whsec_0123456789abcdef';
const account = accountWith({ endpointSecret: secret });
const seconds = 1_790_000_000;
const atMs = seconds * 1000;
const event = {
  id: 'evt_1',
  object: 'event',
  type: 'charge.succeeded',
  livemode: true,
  data: {
    object: {
      id: 'ch_1',
      object: 'charge',
      amount: 5990,
      amount_captured: 5990,
      captured: true,
      currency: 'eur',
      payment_intent: 'pi_1',
      metadata: { order_number: 'SO-1', note: 'Zoë 🧾' },
      payment_method_details: { card: { authorization_code: '123456' } },
    },
  },
};
const body = JSON.stringify(event);
const sdk = new Stripe('sk_test_unused');

function verify(text: string | Uint8Array, header: string, now = atMs): Verification {
  const headers = { 'stripe-signature': header };
  return stripe.verify({ body: Buffer.from(text), headers }, account, cameIn(now));
}

function sign(text: string | Uint8Array): string {
  const hmac = createHmac('sha256', secret).update(`${seconds}.`).update(text);
  return `t=${seconds},v1=${hmac.digest('hex')}`;
}

describe("beside Stripe's own SDK", () => {
  const header = sdk.webhooks.generateTestHeaderString({
    payload: body,
    secret,
    timestamp: seconds,
  });

  test('what the SDK signs is accepted, with its facts', () => {
    expect(verify(body, header)).toMatchObject({
      verified: true,
      claims: [
        {
          eventKey: 'evt_1',
          orderNumber: 'SO-1',
          amountMinor: 5990,
          authorizationCode: '123456',
        },
      ],
    });
  });

  test('what the SDK signs with another secret is refused', () => {
    const other = sdk.webhooks.generateTestHeaderString({
      payload: body,
      secret: 'whsec_another',
      timestamp: seconds,
    });
    expect(verify(body, other)).toMatchObject({ verified: false, problem: 'bad_signature' });
  });

  test('whatever the SDK refuses, we refuse too', () => {
    fc.assert(
      fc.property(mutation(header), (changed) => {
        const ours = verify(body, changed).verified;
        let theirs = true;
        try {
          sdk.webhooks.constructEvent(body, changed, secret, 300, undefined, atMs);
        } catch {
          theirs = false;
        }
        expect(ours && !theirs).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});

test('any JSON at all that is signed is read without throwing, and claims only sound facts', () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(5990, -1, 0.5, 1e300, 'eur', 'SO-1', true),
  );
  const object = fc.dictionary(fc.constantFrom(...Object.keys(event.data.object)), value);
  const types = ['charge.succeeded', 'charge.refunded', 'review.opened', 'x', '__proto__'];
  const signed = fc.record({
    id: fc.oneof(fc.constant('evt_1'), value),
    type: fc.oneof(fc.constantFrom(...types), value),
    livemode: value,
    data: fc.oneof(fc.record({ object }), value),
  });
  fc.assert(
    fc.property(fc.oneof(signed, fc.jsonValue()), (json) => {
      const text = JSON.stringify(json);
      const result = verify(text, sign(text));
      if (!result.verified) expect(result.problem).toBe('malformed');
      else expectSound(result.claims[0].amountMinor, result.claims[0].currency);
    }),
    { numRuns: 2000 },
  );
});

test('a message nested a hundred thousand deep is refused, not fatal', () => {
  const deep = `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(() => verify(deep, sign(deep))).not.toThrow();
});

test('the reason of a stale message says how old it is', () => {
  expect(verify(body, sign(body), atMs + 301_000)).toEqual({
    verified: false,
    problem: 'bad_signature',
    reason: 'The signature is 301 seconds old; 300 are allowed.',
  });
});

test('the reason of an unreadable fact names the field and shows no value', () => {
  const text = body.replace('"amount":5990', '"amount":"5990"');
  expect(verify(text, sign(text))).toMatchObject({
    problem: 'malformed',
    reason: 'The message is signed, but data.object.amount is not a number.',
  });
});

test('an account without a secret is not configured, and never accepts', () => {
  for (const endpointSecret of ['', '  ', [], ['']]) {
    const empty = { ...account, secrets: { endpointSecret } };
    const headers = { 'stripe-signature': sign(body) };
    const result = stripe.verify({ body: Buffer.from(body), headers }, empty, cameIn(atMs));
    expect(result).toMatchObject({ verified: false, problem: 'not_configured' });
  }
});

test('a secret that is no endpoint secret is refused in plain words, a list is taken', () => {
  const issues = (secrets: unknown) =>
    stripe.secrets.safeParse(secrets).error?.issues.map(({ message }) => message);
  expect(issues({ endpointSecret: 'sk_live_1' })).toEqual([
    'The signing secret of the endpoint begins with whsec_; this is a secret API key (sk_).',
  ]);
  expect(issues({})).toEqual([
    'The signing secret of the endpoint begins with whsec_. It is missing.',
  ]);
  expect(issues({ endpointSecret: 'whsec_1', apiKey: 'x' })?.[0]).toMatch(/no secret of that name/);
  expect(stripe.secrets.parse({ endpointSecret: [' whsec_1\n', 'whsec_2'] })).toEqual({
    endpointSecret: ['whsec_1', 'whsec_2'],
  });
});

function mutation(text: string): fc.Arbitrary<string> {
  const at = fc.nat(text.length);
  return fc.oneof(
    fc
      .tuple(at, fc.string({ maxLength: 3 }))
      .map(([i, s]) => text.slice(0, i) + s + text.slice(i + 1)),
    fc.tuple(at, fc.string({ maxLength: 5 })).map(([i, s]) => text.slice(0, i) + s + text.slice(i)),
    fc.tuple(at, at).map(([i, j]) => text.slice(0, i) + text.slice(j)),
    fc.tuple(at, at).map(([i, j]) => text.slice(i) + text.slice(0, j)),
  );
}

function expectSound(amountMinor: number | null, currency: string | null): void {
  expect(amountMinor === null || (Number.isSafeInteger(amountMinor) && amountMinor >= 0)).toBe(
    true,
  );
  expect(currency === null || /^[A-Z]{3}$/.test(currency)).toBe(true);
}
