import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import type { Answering, Secrets, Verification } from './gateway';
import { expectSound } from './sound-claim.test-data';
import { worldpay } from './worldpay';

const secrets = { callbackPW: 's3cret', tokenKey: 'shop-token-key', instId: '1234567' };
const paid = {
  instId: '1234567',
  cartId: 'SO-1',
  amount: '59.90',
  currency: 'GBP',
  authAmount: '59.90',
  authCurrency: 'GBP',
  authMode: 'A',
  transId: '987654321',
  transStatus: 'Y',
  rawAuthCode: 'A',
  callbackPW: 's3cret',
  testMode: '0',
  name: 'Renée',
};

function post(given: Readonly<Record<string, string>> = {}): string {
  const fields = { ...paid, ...given };
  return formOf({ ...fields, M_sig: tokenOf(fields) });
}

function tokenOf({ cartId, amount, currency }: typeof paid): string {
  const covered = Buffer.from(`${cartId}|${amount}|${currency}`, 'latin1');
  return createHmac('sha256', secrets.tokenKey).update(covered).digest('hex');
}

function formOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${escaped(value)}`)
    .join('&');
}

function escaped(value: string): string {
  const bytes = [...Buffer.from(value, 'latin1')];
  return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function verify(body: string | Uint8Array, by: Secrets = secrets): Verification {
  return worldpay.verify({ body: Buffer.from(body), headers: {} }, accountWith(by));
}

function claimOf(body: string | Uint8Array) {
  const result = verify(body);
  return result.verified ? result.claims[0] : null;
}

test('a payment with the password and the token of the shop is proved with all its facts', () => {
  expect(claimOf(post())).toEqual({
    trust: 'full',
    eventKey: '987654321|Y',
    eventId: null,
    orderNumber: 'SO-1',
    amountMinor: 5990,
    currency: 'GBP',
    transactionId: '987654321',
    authorizationCode: null,
    status: 'approved',
    captured: true,
    test: false,
  });
});

test('no single changed byte in the password, the token or what it covers is accepted', () => {
  const genuine: Readonly<Record<string, string>> = { ...paid, M_sig: tokenOf(paid) };
  const proof = ['callbackPW', 'cartId', 'amount', 'currency', 'M_sig', 'instId'];
  for (const name of proof) {
    const value = genuine[name] ?? '';
    for (let at = 0; at < value.length; at++) {
      for (const flip of [1, 2, 4, 0x10, 0x80]) {
        const changed = Buffer.from(value, 'latin1');
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
        const text = changed.toString('latin1');
        expect(verify(formOf({ ...genuine, [name]: text })).verified).toBe(false);
      }
    }
  }
});

test('any values at all with the password and a token are read without throwing', () => {
  const latin1 = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)),
  });
  const value = fc.oneof(latin1, fc.constantFrom('Y', 'C', 'N', '__proto__', 'constructor', '1.0'));
  const { callbackPW: _, instId: _id, ...others } = paid;
  const fields = fc.dictionary(fc.constantFrom(...Object.keys(others)), value);
  fc.assert(
    fc.property(fields, (values) => {
      const result = verify(post(values));
      if (!result.verified) expect(result.problem).toBe('malformed');
      else {
        expectSound(result.claims[0]);
        expect(result.claims[0].captured).toBeOneOf([true, false, null]);
      }
    }),
    { numRuns: 1500 },
  );
});

describe('trust', () => {
  test('is partial with the password alone', () => {
    const { tokenKey: _, ...passwordOnly } = secrets;
    expect(verify(formOf(paid), passwordOnly)).toMatchObject({ claims: [{ trust: 'partial' }] });
  });

  test('is never partial once there is a token key: the token must be there', () => {
    expect(verify(formOf(paid))).toMatchObject({ problem: 'bad_signature' });
  });

  test('is partial where something else was charged than the shop asked for', () => {
    expect(claimOf(post({ authAmount: '0.59' }))).toMatchObject({
      trust: 'partial',
      amountMinor: 59,
    });
  });
});

test('a | in an order number cannot make one token mean another amount', () => {
  const odd = { ...paid, cartId: 'SO-1|59.90|GBP', amount: '1.00', authAmount: '1.00' };
  const M_sig = tokenOf(odd);
  expect(claimOf(formOf({ ...odd, M_sig }))).toMatchObject({ amountMinor: 100 });
  const readings = [
    { cartId: 'SO-1', amount: '59.90|GBP|1.00' },
    { cartId: 'SO-1', amount: '59.90', currency: 'GBP|1.00|GBP' },
    { cartId: 'SO-1|59.90', amount: 'GBP', currency: '1.00|GBP' },
  ];
  for (const reading of readings) {
    expect(tokenOf({ ...odd, ...reading })).toBe(M_sig);
    expect(verify(formOf({ ...odd, ...reading, M_sig }))).toMatchObject({ problem: 'malformed' });
  }
});

test('an account without a password is not configured, and never accepts', () => {
  for (const callbackPW of [undefined, '', '  ', [], ['']]) {
    const result = verify(post({ callbackPW: '' }), { ...secrets, callbackPW });
    expect(result).toMatchObject({ verified: false, problem: 'not_configured' });
  }
});

test('while password and token key are exchanged, both of each are accepted', () => {
  const both = {
    ...secrets,
    callbackPW: ['n3w', 's3cret'],
    tokenKey: ['a-new-key', secrets.tokenKey],
  };
  expect(verify(post(), both).verified).toBe(true);
  expect(verify(post({ callbackPW: 'n3w' }), both).verified).toBe(true);
  expect(verify(post({ callbackPW: 'n3w' })).verified).toBe(false);
});

describe('the page for the shopper', () => {
  const replyTo = (outcome: Answering['outcome'], body: string) =>
    worldpay.reply({
      outcome,
      message: { body: Buffer.from(body), headers: {} },
      account: accountWith(secrets),
      atMs: 0,
    });

  test('thanks for a payment and leads back to the shop', () => {
    const reply = replyTo('taken', post());
    expect(reply).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
    expect(reply?.text).toContain('<h1>Thank you</h1>');
    expect(reply?.text).toContain('href="https://shop.example/track"');
  });

  test('says of a cancelled one that nothing was charged', () => {
    expect(replyTo('taken', post({ transStatus: 'C' }))?.text).toContain('not been charged');
  });

  test('repeats nothing of the message', () => {
    const script = '<script>alert(1)</script>';
    const reply = replyTo('taken', post({ name: script, cartId: script, transStatus: 'Y' }));
    expect(reply?.text).not.toMatch(/script|Ren|987654321/);
  });

  test('is not shown for what is not proved', () => {
    for (const outcome of ['bad_signature', 'malformed', 'not_configured'] as const) {
      expect(replyTo(outcome, post())).toBeNull();
    }
  });
});

test.each([
  [{}, /^The payment response password is .+ It is missing\.$/],
  [{ ...secrets, callbackPW: '' }, /^The payment response password is/],
  [{ ...secrets, callbackPW: 'pässword' }, /without accents/],
  [{ ...secrets, tokenKey: 'short' }, /at least 8 characters/],
  [{ ...secrets, instId: 'shop' }, /The installation ID is a number/],
  [{ ...secrets, md5Secret: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (given, words) => {
  expect(worldpay.secrets.safeParse(given).error?.issues[0]?.message).toMatch(words);
});
