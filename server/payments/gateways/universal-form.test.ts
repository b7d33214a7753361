import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith, cameIn } from './account.test-data';
import type { Secrets, Verification } from './gateway';
import { universalForm } from './universal-form';

const secret = 'iU44RWxeik';
const atMs = Date.UTC(2026, 10, 25, 12, 0, 30);
const completed = {
  x_account_id: 'zork',
  x_amount: '59.90',
  x_auth_code: 'A1B2C3',
  x_currency: 'USD',
  x_gateway_reference: 'blorb123',
  x_message: 'Zoë says thanks',
  x_reference: 'SO-1',
  x_result: 'completed',
  x_test: 'false',
  x_timestamp: '2026-11-25T12:00:00Z',
};

function post(given: Readonly<Record<string, string>> = {}, key = secret): string {
  const fields = { ...completed, ...given };
  return formOf({ ...fields, x_signature: sign(fields, key) });
}

function sign(fields: Readonly<Record<string, string>>, key = secret): string {
  const names = Object.keys(fields).sort();
  const text = names.map((name) => `${name}${fields[name]}`).join('');
  return createHmac('sha256', key).update(text).digest('hex');
}

function formOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

function verify(
  body: string | Uint8Array,
  by: Secrets = { secret, accountId: 'zork' },
  now = atMs,
): Verification {
  const message = { body: Buffer.from(body), headers: {} };
  return universalForm.verify(message, accountWith(by), cameIn(now));
}

function claimOf(body: string | Uint8Array) {
  const result = verify(body);
  return result.verified ? result.claims[0] : null;
}

test('a completed payment is proved with all its facts and its event key', () => {
  expect(claimOf(post())).toEqual({
    trust: 'full',
    eventKey: 'blorb123||completed',
    eventId: null,
    orderNumber: 'SO-1',
    amountMinor: 5990,
    currency: 'USD',
    transactionId: 'blorb123',
    authorizationCode: 'A1B2C3',
    status: 'approved',
    captured: null,
    test: false,
  });
});

test('a message sent again with a new time has the same event key', () => {
  const again = claimOf(post({ x_timestamp: '2026-11-25T12:00:20Z' }));
  expect(again?.eventKey).toBe(claimOf(post())?.eventKey);
});

test('any values at all that are signed are read without throwing, and claim only sound facts', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('completed', 'pending', 'refund', 'true', '1e3', '-1', 'x_test', '__proto__'),
  );
  const names = [...Object.keys(completed), 'x_transaction_type', 'x_other', '__proto__'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (values) => {
      const result = verify(post(values), { secret });
      if (!result.verified) return;
      expect(result.claims[0].amountMinor).toBeGreaterThanOrEqual(0);
      expect(result.claims[0].currency).toMatch(/^[A-Z]{3}$/);
    }),
    { numRuns: 1500 },
  );
});

describe('one signature', () => {
  test('cannot be read as another amount by moving the end of a name', () => {
    const { x_amount: _, ...others } = completed;
    const shifted = { ...others, x_amount5: '9.90' };
    expect(sign(shifted)).toBe(sign(completed));
    expect(verify(formOf({ ...shifted, x_signature: sign(shifted) }))).toMatchObject({
      reason: 'The message is signed, but has an x_ field that does not belong there.',
    });
  });

  test('is refused in both readings where a value holds the name of a field', () => {
    const { x_reference: _, ...others } = completed;
    const split = { ...completed, x_message: 'thanks' };
    const joined = { ...others, x_message: 'thanksx_referenceSO-1' };
    expect(sign(joined)).toBe(sign(split));
    expect(verify(formOf({ ...joined, x_signature: sign(joined) })).verified).toBe(false);
    const doubled = { ...completed, x_message: 'thanksx_referenceSO-2' };
    expect(verify(formOf({ ...doubled, x_signature: sign(doubled) }))).toMatchObject({
      problem: 'malformed',
    });
  });
});

test('the reason of a stale form says how old it is', () => {
  expect(verify(post(), { secret }, atMs + 300_000)).toEqual({
    verified: false,
    problem: 'bad_signature',
    reason: 'The signature is 330 seconds old; 300 are allowed.',
  });
});

test('an account is told from another where its ID is configured, and only there', () => {
  const other = post({ x_account_id: 'another' });
  expect(verify(other)).toMatchObject({ problem: 'malformed' });
  expect(verify(other, { secret }).verified).toBe(true);
});

test('a form of 256 KiB with very many fields is refused before it is sorted', () => {
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`x_${n}`, 'x_']));
  const body = post(many);
  expect(verify(body)).toMatchObject({ problem: 'malformed' });
});

test('an account without a key is not configured, and never accepts', () => {
  for (const key of [undefined, '', '  ', [], ['']]) {
    const result = verify(post({}, ''), { secret: key });
    expect(result).toMatchObject({ verified: false, problem: 'not_configured' });
  }
});

test('while a key is exchanged both are accepted', () => {
  const both = { secret: ['another-key', secret] };
  expect(verify(post(), both).verified).toBe(true);
  expect(verify(post({}, 'another-key'), both).verified).toBe(true);
  expect(verify(post({}, 'another-key')).verified).toBe(false);
});

test.each([
  [{}, /^The key is the text .+ It is missing\.$/],
  [{ secret: '' }, /^The key is the text/],
  [{ secret: 'short' }, /at least 8 characters/],
  [{ secret, accountId: ' ' }, /Leave the account ID out/],
  [{ secret, accountId: 'x'.repeat(256) }, /too long/],
  [{ secret, apiKey: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (given, words) => {
  expect(universalForm.secrets.safeParse(given).error?.issues[0]?.message).toMatch(words);
});
