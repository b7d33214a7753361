import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith, cameIn } from './account.test-data';
import { type Ask, askNobody, type Question } from './ask';
import type { Secrets } from './gateway';
import { readPayflowNvp, writePayflowNvp } from './payflow-nvp';
import { payflowSilentPost } from './payflow-silent-post';

const post = 'TYPE=S&INVNUM=SO-1&RESULT=0&PNREF=V19A3D2F0A1B&AMT=59.90&AUTHCODE=010101';
const said = 'RESULT=0&PNREF=X&TRANSSTATE=8&ORIGRESULT=0&ORIGPNREF=V19A3D2F0A1B&AMT=59.90';
const login = { partner: 'PayPal', vendor: 'harbor', user: 'callbacks', password: 'a&b=c' };

function saying(text: string, status = 200): Ask {
  return async () => ({ status, body: Buffer.from(text) });
}

function verify(text: string | Uint8Array, ask: Ask = saying(said), secrets: Secrets = login) {
  const message = { body: Buffer.from(text), headers: {} };
  const account = accountWith(secrets, { currency: 'USD' });
  return payflowSilentPost.verify(message, account, cameIn(1_790_000_000_000, ask));
}

test('Payflow is asked with an Inquiry in its own form, at the server of the account', async () => {
  const asked: Question[] = [];
  const ask: Ask = async (question) => {
    asked.push(question);
    return saying(said)(question);
  };
  await verify(post, ask);
  await verify(post, ask, { ...login, sandbox: true });
  expect(asked.map(({ url }) => url)).toEqual([
    'https://payflowpro.paypal.com/',
    'https://pilot-payflowpro.paypal.com/',
  ]);
  expect(Buffer.from(asked[0]?.body ?? []).toString()).toBe(
    'TRXTYPE[1]=I&PARTNER[6]=PayPal&VENDOR[6]=harbor&USER[9]=callbacks&PWD[5]=a&b=c' +
      '&ORIGID[12]=V19A3D2F0A1B&VERBOSITY[4]=HIGH',
  );
  expect(asked[0]?.headers?.['x-vps-request-id']).toMatch(/^[0-9a-f]{32}$/);
});

test('a post that Payflow bears out is as good as its answer', async () => {
  expect(await verify(post)).toEqual({
    verified: true,
    claims: [
      {
        trust: 'fetchback',
        eventKey: 'V19A3D2F0A1B|0|approved|true',
        eventId: null,
        orderNumber: 'SO-1',
        amountMinor: 5990,
        currency: 'USD',
        transactionId: 'V19A3D2F0A1B',
        parentTransactionId: null,
        authorizationCode: '010101',
        status: 'approved',
        captured: true,
        test: null,
      },
    ],
  });
});

test.each([
  ['no answer', askNobody],
  ['an outage', saying('', 503)],
  ['a page', saying('<html>')],
  ['a server that is busy', saying('RESULT=106&RESPMSG=Host busy')],
  ['a login that is refused', saying('RESULT=1&RESPMSG=User authentication failed')],
  ['one name twice', saying(`${said}&AMT=59.90`)],
])('%s proves nothing and is asked for again', async (_, ask) => {
  expect(await verify(post, ask)).toMatchObject({
    claims: [{ trust: 'none' }],
    unconfirmed: { isAskedAgain: true },
  });
});

test.each([
  ['11', 'partial'],
  ['15', 'partial'],
  ['1008', 'partial'],
  ['6', 'fetchback'],
  ['0', 'fetchback'],
])('an approved sale in the state %s has the trust %s', async (state, trust) => {
  const result = await verify(post, saying(said.replace('TRANSSTATE=8', `TRANSSTATE=${state}`)));
  expect(result).toMatchObject({ claims: [{ trust, status: 'approved' }] });
});

test('without a password nothing is asked for again, and the reason says what is missing', async () => {
  const refused = saying('RESULT=1&RESPMSG=User authentication failed');
  for (const [secrets, missing] of [
    [{}, 'merchant login'],
    [{ partner: 'PayPal', vendor: 'harbor' }, 'password'],
  ] as const) {
    expect(await verify(post, refused, secrets)).toMatchObject({
      claims: [{ trust: 'none' }],
      unconfirmed: {
        reason: `Payflow cannot be asked what became of it: the ${missing} is missing.`,
        isAskedAgain: false,
      },
    });
  }
});

test('the second password is tried where the first is refused', async () => {
  const ask: Ask = async (question) => {
    const isNew = Buffer.from(question.body ?? []).includes('PWD[3]=new');
    return saying(isNew ? said : 'RESULT=1')(question);
  };
  expect((await verify(post, ask, { ...login, password: ['old', 'new'] })).verified).toBe(true);
});

test('whatever one changes in a post, it is refused or says what Payflow said', async () => {
  const bytes = Buffer.from(post);
  for (let at = 0; at < bytes.length; at += 1) {
    for (const flip of [1, 2, 4, 0x10, 0x20, 0x80]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
      const result = await verify(changed, saying(`${said}&INVNUM=SO-1&AUTHCODE=010101`));
      if (!result.verified) continue;
      const { status, ...claim } = result.claims[0];
      expect(claim).toMatchObject({
        orderNumber: 'SO-1',
        amountMinor: 5990,
        transactionId: 'V19A3D2F0A1B',
        authorizationCode: '010101',
      });
    }
  }
});

describe('a token of the shop', () => {
  const orderToken = 'a-secret-of-the-shop';
  const token = (text: string) => createHmac('sha256', orderToken).update(text).digest('hex');

  test('is needed once there is a secret for it, in any of ten fields', async () => {
    const secrets = { ...login, orderToken };
    const good = `${post}&USER7=${token('SO-1|59.90')}`;
    expect((await verify(good, undefined, secrets)).verified).toBe(true);
    for (const bad of [
      post,
      `${post}&USER11=${token('SO-1|59.90')}`,
      good.replace('SO-1', 'SO-2'),
    ]) {
      expect(await verify(bad, undefined, secrets)).toMatchObject({ problem: 'bad_signature' });
    }
  });
});

test('a list of names and values is read back as it was written, whatever is in it', () => {
  const value = fc.oneof(fc.constantFrom('a&b=c', '', '='), fc.string({ unit: 'grapheme-ascii' }));
  const list = fc.dictionary(
    fc.stringMatching(/^[A-Z][A-Z0-9]{0,9}$/),
    value.map((v) => v.trim()),
  );
  fc.assert(
    fc.property(list, (pairs) => {
      expect(Object.fromEntries(readPayflowNvp(writePayflowNvp(pairs)) ?? [])).toEqual({
        ...pairs,
      });
    }),
  );
});

test('any body and any answer at all are read without throwing', async () => {
  const name = fc.constantFrom(
    'RESULT',
    'PNREF',
    'AMT',
    'ORIGPNREF',
    'ORIGRESULT',
    'TYPE',
    'USER1',
  );
  const value = fc.oneof(fc.string(), fc.constantFrom('0', 'V19A3D2F0A1B', '59.90', '-1', '%'));
  const pairs = fc.array(fc.tuple(name, value).map(([n, v]) => `${n}=${v}`));
  const text = fc.oneof(
    pairs.map((list) => Buffer.from(list.join('&'))),
    fc.uint8Array(),
  );
  await fc.assert(
    fc.asyncProperty(text, text, async (body, answer) => {
      await verify(body, async () => ({ status: 200, body: answer }));
      await verify(post, async () => ({ status: 200, body: answer }));
    }),
    { numRuns: 2000 },
  );
});

test('an account without a currency is not configured', async () => {
  const message = { body: Buffer.from(post), headers: {} };
  const result = await payflowSilentPost.verify(message, accountWith(login), cameIn(0));
  expect(result).toMatchObject({ problem: 'not_configured' });
});

test.each([
  [{ accountCurrency: 'usd' }, /three capital letters/],
  [{ partner: 'PayPal' }, /needed together/],
  [{ partner: 'PayPal', vendor: 'a b', password: 'x' }, /name under which you sign in/],
  [{ ...login, orderToken: 'short' }, /at least 16 characters/],
  [{ ...login, sandbox: 'no' }, 'Sandbox is either on or off.'],
  [{ ...login, pwd: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(payflowSilentPost.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});

test('an account without the secret of a token is called weak', () => {
  expect(payflowSilentPost.weakness({ orderToken: 'a secret of the shop' })).toBeNull();
  expect(payflowSilentPost.weakness({})).not.toBeNull();
});
