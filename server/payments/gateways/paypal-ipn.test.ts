import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountWith, cameIn } from './account.test-data';
import type { Answer, Ask, Question } from './ask';
import type { Secrets } from './gateway';
import { paypalIpn } from './paypal-ipn';

const body =
  'mc_gross=59.90&invoice=SO-1&payment_status=Completed&first_name=Ren%E9e&last_name=%80' +
  '&receiver_email=shop%40example.com&txn_id=61E67681CH3238416&mc_currency=EUR&ipn_track_id=f4e2a1';

function saying(text: string | null, status = 200): Ask {
  return async () => (text === null ? null : { status, body: Buffer.from(text) });
}

function verify(
  text: string | Uint8Array,
  ask: Ask = saying('VERIFIED'),
  secrets: Secrets = { receiverEmail: 'shop@example.com' },
) {
  const message = { body: Buffer.from(text), headers: {} };
  return paypalIpn.verify(message, accountWith(secrets), cameIn(0, ask));
}

async function claimOf(text: string | Uint8Array) {
  const result = await verify(text);
  return result.verified ? result.claims[0] : null;
}

test('PayPal is sent the very bytes that came in, and nobody else is', async () => {
  const asked: Question[] = [];
  const ask = async (question: Question): Promise<Answer> => {
    asked.push(question);
    return { status: 200, body: Buffer.from('VERIFIED') };
  };
  const bytes = Buffer.from(body.replace('%E9', '\xe9'), 'latin1');
  await verify(bytes, ask);
  await verify(bytes, ask, { receiverEmail: 'shop@example.com', sandbox: true });
  expect(asked.map(({ url }) => url)).toEqual([
    'https://ipnpb.paypal.com/cgi-bin/webscr',
    'https://ipnpb.sandbox.paypal.com/cgi-bin/webscr',
  ]);
  const posted = Buffer.concat([Buffer.from('cmd=_notify-validate&'), bytes]);
  expect(Buffer.from(asked[0]?.body ?? []).equals(posted)).toBe(true);
});

test('a message for another merchant is refused before anybody is asked', async () => {
  const ask: Ask = () => {
    throw new Error('asked');
  };
  const other = body.replace('shop%40', 'other%40');
  expect(await verify(other, ask)).toMatchObject({ verified: false, problem: 'bad_signature' });
});

test('a verified message is proved in full, with names in its own character set', async () => {
  expect(await claimOf(body)).toEqual({
    trust: 'full',
    eventKey: '61E67681CH3238416|Completed',
    eventId: 'f4e2a1',
    orderNumber: 'SO-1',
    amountMinor: 5990,
    currency: 'EUR',
    transactionId: '61E67681CH3238416',
    parentTransactionId: null,
    authorizationCode: null,
    status: 'approved',
    captured: true,
    payerName: 'Renée €',
    test: false,
  });
});

test.each([
  [null, 200],
  ['', 200],
  ['<html>', 200],
  ['VERIFIED ', 200],
  ['verified', 200],
  ['VERIFIED', 500],
  ['INVALID', 503],
])('the answer %j with status %i proves nothing and is asked for again', async (text, status) => {
  expect(await verify(body, saying(text, status))).toMatchObject({
    verified: true,
    claims: [{ trust: 'none', orderNumber: 'SO-1' }],
    unconfirmed: { isAskedAgain: true },
  });
});

test('what PayPal calls invalid is refused', async () => {
  expect(await verify(body, saying('INVALID'))).toMatchObject({
    verified: false,
    problem: 'bad_signature',
  });
});

test('a repeated delivery has the key of the first, another state of the payment has its own', async () => {
  const keyOf = async (text: string) => (await claimOf(text))?.eventKey;
  const pending = body.replace('Completed', 'Pending');
  const keys = [body, pending, `${pending}&pending_reason=echeck`, body.replace('61E', '62E')];
  expect(new Set(await Promise.all(keys.map(keyOf))).size).toBe(keys.length);
  expect(await keyOf(`${body}&resend=true`)).toBe(await keyOf(body));
});

test('an account that names no receiver is not configured, and asks nobody', async () => {
  const blanks = [{}, { receiverEmail: '' }, { receiverEmail: [' '] }, { receiverId: '' }];
  for (const secrets of blanks) {
    expect(await verify(body, saying('VERIFIED'), secrets)).toMatchObject({
      problem: 'not_configured',
    });
  }
});

test('any body at all is read without throwing', async () => {
  const name = fc.constantFrom(...body.split('&').map((pair) => pair.split('=')[0] ?? ''));
  const pair = fc.tuple(fc.oneof(name, fc.string()), fc.string()).map(([n, v]) => `${n}=${v}`);
  const form = fc
    .array(pair)
    .map((pairs) => Buffer.from(`receiver_email=shop@example.com&${pairs.join('&')}`));
  await fc.assert(
    fc.asyncProperty(fc.oneof(form, fc.uint8Array()), async (bytes) => {
      const result = await verify(bytes);
      if (!result.verified) return;
      const { amountMinor, currency } = result.claims[0];
      expect(amountMinor === null || Number.isSafeInteger(amountMinor)).toBe(true);
      expect(currency === null || /^[A-Z]{3}$/.test(currency)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [{}, 'The e-mail address of your PayPal account is missing.'],
  [{ receiverEmail: 'shop' }, 'The e-mail address is the primary one of your PayPal account.'],
  [{ receiverId: 'shop@example.com' }, 'The merchant ID is 13 capital letters and digits.'],
  [{ receiverEmail: 'a@b.example', sandbox: 'yes' }, 'Sandbox is either on or off.'],
  [{ receiverEmail: 'a@b.example', password: 'x' }, /no secret of that name/],
])('settings %j are refused in plain words', (secrets, words) => {
  expect(paypalIpn.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});
