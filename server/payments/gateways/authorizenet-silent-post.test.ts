import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import { authorizenetSilentPost } from './authorizenet-silent-post';
import type { GatewayAccount, Verification } from './gateway';

const signatureKeyHex = 'A1B2C3D4E5F60718293A4B5C6D7E8F90'.repeat(4);
const account = accountWith({ signatureKeyHex }, { currency: 'USD' });
const order = `trans_id test_request response_code auth_code cvv2_resp_code cavv_response avs_code
  method account_number amount company first_name last_name address city state zip country phone
  fax email ship_to_company ship_to_first_name ship_to_last_name ship_to_address ship_to_city
  ship_to_state ship_to_zip ship_to_country invoice_num`.split(/\s+/);
const approved = {
  x_type: 'auth_capture',
  x_response_code: '1',
  x_auth_code: 'Q7K2MZ',
  x_trans_id: '60198731341',
  x_invoice_num: 'SO-1',
  x_amount: '59.90',
  x_first_name: 'Renée',
  x_company: '',
  x_test_request: 'false',
};

function post(fields: Readonly<Record<string, string>>): string {
  const message = `^${order.map((name) => fields[`x_${name}`] ?? '').join('^')}^`;
  const hmac = createHmac('sha512', Buffer.from(signatureKeyHex, 'hex'));
  const hash = hmac.update(Buffer.from(message, 'latin1')).digest('hex').toUpperCase();
  return Object.entries({ ...fields, x_SHA2_Hash: hash })
    .map(([name, value]) => `${name}=${escaped(value)}`)
    .join('&');
}

function escaped(value: string): string {
  const bytes = [...Buffer.from(value, 'latin1')];
  return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function verify(body: string | Uint8Array, by: GatewayAccount = account): Verification {
  const message = {
    body: typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
    headers: {},
  };
  return authorizenetSilentPost.verify(message, by);
}

function claimOf(body: string | Uint8Array) {
  const result = verify(body);
  return result.verified ? result.claims[0] : null;
}

test('an approved post is proved with all its facts and its event key', () => {
  expect(claimOf(post(approved))).toEqual({
    trust: 'full',
    eventKey: '60198731341|auth_capture|1',
    eventId: null,
    orderNumber: 'SO-1',
    amountMinor: 5990,
    currency: 'USD',
    transactionId: '60198731341',
    authorizationCode: 'Q7K2MZ',
    status: 'approved',
    captured: true,
    test: false,
  });
});

test('any values at all that are signed are read without throwing', () => {
  const latin1 = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)),
  });
  const fields = fc.record(Object.fromEntries(Object.keys(approved).map((name) => [name, latin1])));
  fc.assert(
    fc.property(fields, (values) => {
      const result = verify(post({ ...approved, ...values }));
      if (!result.verified) expect(result.problem).toBe('malformed');
    }),
    { numRuns: 1000 },
  );
});

describe('what is not under the signature', () => {
  test('another x_type verifies with another event key but the same transaction id', () => {
    const body = post(approved).replace(escaped('auth_capture'), escaped('prior_auth_capture'));
    const first = claimOf(post(approved));
    expect(claimOf(body)?.eventKey).not.toBe(first?.eventKey);
    expect(claimOf(body)?.transactionId).toBe(first?.transactionId);
  });

  test('the spelling of x_type in capitals is the same event', () => {
    const body = post(approved).replace(escaped('auth_capture'), escaped('AUTH_CAPTURE'));
    expect(claimOf(body)).toEqual(claimOf(post(approved)));
  });
});

test('two test posts, both with transaction id 0, have two event keys', () => {
  const one = claimOf(post({ ...approved, x_trans_id: '0' }));
  const two = claimOf(post({ ...approved, x_trans_id: '0', x_invoice_num: 'SO-2' }));
  expect([one?.test, two?.test]).toEqual([true, true]);
  expect(one?.eventKey).not.toBe(two?.eventKey);
});

test('one signature cannot be read as two amounts by moving a ^', () => {
  const genuine = post({ ...approved, x_company: '9999.00', x_first_name: 'a^b' });
  const forged = post({
    ...approved,
    x_account_number: '^59.90',
    x_amount: '9999.00',
    x_company: 'a',
    x_first_name: 'b',
  });
  const hashOf = (body: string) => body.split('x_SHA2_Hash=')[1];
  expect(hashOf(forged)).toBe(hashOf(genuine));
  expect([verify(genuine), verify(forged)]).toMatchObject([
    { problem: 'malformed' },
    { problem: 'malformed' },
  ]);
});

test('the currency of the secrets wins over that of the account', () => {
  const secrets = { signatureKeyHex, accountCurrency: 'CAD' };
  expect(verify(post(approved), { ...account, secrets })).toMatchObject({
    claims: [{ currency: 'CAD' }],
  });
});

test('without any currency the account is not configured', () => {
  const result = verify(post(approved), { ...account, currency: null });
  expect(result).toMatchObject({ verified: false, problem: 'not_configured' });
});

test.each([
  [{}, 'The signature key is missing.'],
  [
    { signatureKeyHex: 'A1B2' },
    'The signature key is 128 digits and letters from A to F; this one has 4. Did you paste the API login ID?',
  ],
  [
    { signatureKeyHex: 'G'.repeat(128) },
    'The signature key is 128 digits and letters from A to F; this one has 128, and other signs among them.',
  ],
  [{ signatureKeyHex, accountCurrency: 'usd' }, /three capital letters/],
  [{ signatureKeyHex, md5HashValue: 'x', apiLoginId: 'y' }, /not both/],
  [{ md5HashValue: 'x' }, /needs the API login ID/],
  [{ signatureKeyHex, transactionKey: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(authorizenetSilentPost.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(
    words,
  );
});
