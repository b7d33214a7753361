import { createSign, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith, cameIn } from './account.test-data';
import { type Answer, type Ask, askNobody, type Question } from './ask';
import { crc32 } from './crc32';
import type { Secrets } from './gateway';
import { certificates, signedWithLive } from './paypal-certificates.test-data';
import { paypalWebhooks } from './paypal-webhooks';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const webhookId = '8PT597110X687430LKGECATA';
const login = { clientId: 'a-client-id-for-tests', clientSecret: 'a-client-secret-for-tests' };
const time = '2026-12-01T12:00:01Z';
const atMs = Date.parse(time);
const capture = {
  id: '2GG279541U471931P',
  status: 'COMPLETED',
  amount: { currency_code: 'EUR', value: '59.90' },
  invoice_id: 'SO-1',
};
const event = {
  id: 'WH-1',
  resource_type: 'capture',
  event_type: 'PAYMENT.CAPTURE.COMPLETED',
  resource: capture,
};
const body = JSON.stringify(event);

function headersFor(text: string | Uint8Array) {
  return {
    'paypal-transmission-id': 'tid-1',
    'paypal-transmission-time': time,
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': 'https://api.paypal.com/v1/notifications/certs/CERT-1',
    'paypal-transmission-sig': signed(text),
  };
}

function signed(text: string | Uint8Array): string {
  const message = `tid-1|${time}|${webhookId}|${crc32(Buffer.from(text))}`;
  return createSign('sha256').update(message).sign(privateKey, 'base64');
}

type Given = Readonly<{
  headers?: Readonly<Record<string, string>>;
  secrets?: Secrets;
  ask?: Ask;
  now?: number;
}>;

function verify(text: string | Uint8Array, given: Given = {}) {
  const { headers, secrets = { webhookId, publicKeyPem }, ask = askNobody, now = atMs } = given;
  const message = { body: Buffer.from(text), headers: headers ?? headersFor(text) };
  return paypalWebhooks.verify(message, accountWith(secrets), cameIn(now, ask));
}

function answer(json: unknown, status = 200): Answer {
  return { status, body: Buffer.from(JSON.stringify(json)) };
}

test.each([
  ['', 0],
  ['123456789', 0xcbf43926],
  ['The quick brown fox jumps over the lazy dog', 0x414fa339],
])('the checksum of %j is the one that everybody has', (text, checksum) => {
  expect(crc32(Buffer.from(text))).toBe(checksum);
});

test('a signed message proves its checksum only, and says what is missing to be sure', async () => {
  expect(await verify(body)).toEqual({
    verified: true,
    claims: [
      {
        trust: 'partial',
        eventKey: 'WH-1',
        eventId: 'WH-1',
        orderNumber: 'SO-1',
        amountMinor: 5990,
        currency: 'EUR',
        transactionId: '2GG279541U471931P',
        parentTransactionId: null,
        authorizationCode: null,
        status: 'approved',
        captured: true,
        test: false,
      },
    ],
    unconfirmed: {
      reason: 'PayPal cannot be asked whether the amount is right: the client ID is missing.',
      isAskedAgain: false,
    },
  });
});

test('every header is needed, and none but the signed one will do', async () => {
  const headers = headersFor(body);
  for (const [name, value] of Object.entries(headers)) {
    for (const other of ['', `${value}x`, value.slice(1), `${value}, ${value}`]) {
      if (name === 'paypal-cert-url' && other === `${value}x`) continue;
      const result = await verify(body, { headers: { ...headers, [name]: other } });
      expect(result).toMatchObject({ verified: false, problem: 'bad_signature' });
    }
  }
});

describe('the certificate', () => {
  let last = 0;
  const chain = `${certificates.live}\n${certificates.issuer}\n`;

  /** Every one has an address of its own: what was accepted once is kept. */
  function signedBy(host = 'api.paypal.com') {
    last += 1;
    const url = `https://${host}/v1/notifications/certs/CERT-test-${last}`;
    return {
      ...headersFor(body),
      'paypal-cert-url': url,
      'paypal-transmission-sig': signedWithLive,
    };
  }

  function handingOut(pem: string | null, status = 200): Ask {
    return async () => (pem === null ? null : { status, body: Buffer.from(pem) });
  }

  test('is fetched from PayPal once, and its key verifies', async () => {
    const asked: Question[] = [];
    const ask: Ask = async (question) => {
      asked.push(question);
      return handingOut(chain)(question);
    };
    const headers = signedBy();
    const twice = { headers, ask, secrets: { webhookId } };
    expect(await verify(body, twice)).toMatchObject({ claims: [{ trust: 'partial' }] });
    expect(await verify(body, twice)).toMatchObject({ claims: [{ trust: 'partial' }] });
    expect(asked).toEqual([{ url: headers['paypal-cert-url'], method: 'GET' }]);
    await verify(body, { ...twice, now: atMs + 86_400_001 });
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['no certificate', 'hello', /is no certificate/],
    ['a broken one', certificates.live.replace('MII', 'AAA'), /is no certificate/],
    ['one of somebody else', certificates.ofAnother, /is not of messageverificationcerts/],
    ['one of the sandbox', certificates.sandbox, /is not of messageverificationcerts\.paypal/],
    ['one that has expired', certificates.expired, /not valid at this time/],
    [
      'one with a stranger above it',
      `${certificates.live}\n${certificates.ofAnother}`,
      /not issued by the one above/,
    ],
    [
      'one that no authority has issued',
      `${certificates.issuedByNoAuthority}\n${certificates.ofAnother}`,
      /not issued by the one above/,
    ],
    ['a very long chain', chain.repeat(5), /is no certificate/],
    ['another key', `${certificates.issuedByNoAuthority}`, /signature does not fit/],
  ])('%s is refused', async (_, pem, reason) => {
    const given = { headers: signedBy(), ask: handingOut(pem), secrets: { webhookId } };
    const result = await verify(body, given);
    expect(result).toMatchObject({ verified: false, problem: 'bad_signature' });
    expect(!result.verified && result.reason).toMatch(reason);
  });

  test('of the live name is no good at the sandbox', async () => {
    const headers = signedBy('api.sandbox.paypal.com');
    const result = await verify(body, { headers, ask: handingOut(chain), secrets: { webhookId } });
    expect(result).toMatchObject({ problem: 'bad_signature' });
  });

  test('that PayPal does not know is refused, one that cannot be had is asked for again', async () => {
    const secrets = { webhookId };
    for (const status of [400, 403, 404]) {
      const unknown = { headers: signedBy(), ask: handingOut('', status), secrets };
      expect(await verify(body, unknown)).toMatchObject({ problem: 'bad_signature' });
    }
    for (const ask of [handingOut(null), handingOut('', 429), handingOut('', 500)]) {
      expect(await verify(body, { headers: signedBy(), ask, secrets })).toMatchObject({
        claims: [{ trust: 'none' }],
        unconfirmed: { isAskedAgain: true },
      });
    }
  });
});

describe('a flood of messages', () => {
  const url = 'https://shop.example/api/silent-response/flooded';
  const asked: string[] = [];
  const unknown: Ask = async (question) => {
    asked.push(question.url);
    return { status: 404, body: Buffer.from('') };
  };

  function flooded(certificate: string, now: number, account = url) {
    const certUrl = `https://api.paypal.com/v1/notifications/certs/${certificate}`;
    const message = {
      body: Buffer.from(body),
      headers: { ...headersFor(body), 'paypal-cert-url': certUrl },
    };
    const given = accountWith({ webhookId }, { url: account });
    return paypalWebhooks.verify(message, given, cameIn(now, unknown));
  }

  test('has so many certificates fetched in a minute, and loses no message by it', async () => {
    asked.length = 0;
    for (let i = 0; i < 200; i += 1) await flooded(`CERT-flood-${i}`, atMs);
    expect(asked).toHaveLength(30);
    expect(await flooded('CERT-late', atMs)).toMatchObject({ unconfirmed: { isAskedAgain: true } });
    await flooded('CERT-other', atMs, `${url}-not`);
    await flooded('CERT-next', atMs + 60_000);
    expect(asked.slice(30).map((it) => it.split('/').at(-1))).toEqual(['CERT-other', 'CERT-next']);
  });

  test('that names one refused certificate has it fetched once a minute', async () => {
    asked.length = 0;
    const from = atMs + 600_000;
    for (const after of [0, 1, 1000, 59_999]) {
      expect(await flooded('CERT-bad', from + after)).toMatchObject({ problem: 'bad_signature' });
    }
    expect(asked).toHaveLength(1);
    await flooded('CERT-bad', from + 60_000);
    expect(asked).toHaveLength(2);
  });

  test('does not keep a message that is verified again from being proved', async () => {
    asked.length = 0;
    const at = atMs + 1_200_000;
    await flooded('CERT-again', at);
    await flooded('CERT-again', at);
    expect(asked).toHaveLength(2);
  });
});

describe('asking PayPal for the payment', () => {
  const secrets = { webhookId, publicKeyPem, ...login };
  const token = answer({ access_token: 'A21AA' });

  function saying(payment: Answer | null, asked: Question[] = []): Ask {
    return async (question) => {
      asked.push(question);
      return question.url.endsWith('/v1/oauth2/token') ? token : payment;
    };
  }

  test('goes to the live host with a token, and the facts of the answer win', async () => {
    const asked: Question[] = [];
    const other = {
      ...capture,
      amount: { currency_code: 'USD', value: '1.00' },
      invoice_id: 'SO-2',
    };
    const result = await verify(body, { secrets, ask: saying(answer(other), asked) });
    expect(result).toMatchObject({
      claims: [{ trust: 'fetchback', amountMinor: 100, currency: 'USD', orderNumber: 'SO-2' }],
    });
    expect(result.verified && result.unconfirmed).toBeUndefined();
    const basic = Buffer.from(`${login.clientId}:${login.clientSecret}`).toString('base64');
    expect(asked.map(({ url, headers }) => [url, headers?.authorization])).toEqual([
      ['https://api-m.paypal.com/v1/oauth2/token', `Basic ${basic}`],
      ['https://api-m.paypal.com/v2/payments/captures/2GG279541U471931P', 'Bearer A21AA'],
    ]);
  });

  test.each([
    ['PAYMENT.AUTHORIZATION.CREATED', 'authorization', capture, '/v2/payments/authorizations/'],
    ['PAYMENT.CAPTURE.REFUNDED', 'refund', capture, '/v2/payments/refunds/'],
    ['PAYMENT.CAPTURE.REFUNDED', 'capture', capture, '/v2/payments/captures/'],
    ['PAYMENT.SALE.COMPLETED', 'sale', inVersion1(), '/v1/payments/sale/'],
    ['PAYMENT.SALE.REFUNDED', 'refund', inVersion1(), '/v1/payments/refund/'],
    ['CUSTOMER.DISPUTE.CREATED', 'dispute', { dispute_id: capture.id }, '/v1/customer/disputes/'],
  ])(
    '%s about a %s is asked for where it is',
    async (event_type, resource_type, resource, path) => {
      const asked: Question[] = [];
      const text = JSON.stringify({ id: 'WH-1', event_type, resource_type, resource });
      await verify(text, { secrets, ask: saying(null, asked) });
      expect(asked[1]?.url).toBe(`https://api-m.paypal.com${path}${capture.id}`);
    },
  );

  function inVersion1() {
    return { id: capture.id, state: 'completed', amount: { total: '59.90', currency: 'EUR' } };
  }

  test.each([
    ['PAYMENT.AUTHORIZATION.CREATED', 'CAPTURED', 'approved', false],
    ['PAYMENT.AUTHORIZATION.CREATED', 'VOIDED', 'cancelled', null],
    ['PAYMENT.CAPTURE.COMPLETED', 'REFUNDED', 'approved', true],
    ['PAYMENT.CAPTURE.COMPLETED', 'PENDING', 'pending', null],
    ['PAYMENT.CAPTURE.DENIED', 'DECLINED', 'declined', null],
    ['PAYMENT.CAPTURE.DENIED', 'COMPLETED', 'approved', true],
    ['PAYMENT.CAPTURE.REFUNDED', 'REFUNDED', 'refunded', null],
  ])('%s that is %s by now counts as %s', async (event_type, status, expected, captured) => {
    const text = JSON.stringify({ ...event, event_type });
    const ask = saying(answer({ ...capture, status }));
    expect(await verify(text, { secrets, ask })).toMatchObject({
      claims: [{ trust: 'fetchback', status: expected, captured }],
    });
  });

  test('a refund is proved by itself, and one that failed is ignored', async () => {
    const refund = { ...event, event_type: 'PAYMENT.CAPTURE.REFUNDED', resource_type: 'refund' };
    for (const [status, expected] of [
      ['COMPLETED', 'refunded'],
      ['FAILED', 'ignored'],
    ]) {
      const ask = saying(answer({ ...capture, status }));
      expect(await verify(JSON.stringify(refund), { secrets, ask })).toMatchObject({
        claims: [{ trust: 'fetchback', status: expected }],
      });
    }
  });

  test('one refund has one key, whichever events tell of it', async () => {
    const up = 'https://api.paypal.com/v2/payments/captures/2GG279541U471931P';
    const resource = { ...capture, id: '1JU08902781691411', links: [{ rel: 'up', href: up }] };
    const told = { resource, resource_type: 'refund', event_type: 'PAYMENT.CAPTURE.REFUNDED' };
    for (const id of ['WH-2', 'WH-3']) {
      const text = JSON.stringify({ id, ...told });
      expect(await verify(text, { secrets, ask: saying(answer(resource)) })).toMatchObject({
        claims: [
          {
            eventKey: 'refunded|1JU08902781691411',
            eventId: id,
            transactionId: '1JU08902781691411',
            parentTransactionId: '2GG279541U471931P',
          },
        ],
      });
    }
  });

  test('a charge back of which PayPal gives nothing out waits for a person', async () => {
    const text = JSON.stringify({ ...event, event_type: 'PAYMENT.CAPTURE.REVERSED' });
    expect(await verify(text, { secrets, ask: saying(answer({}, 404)) })).toMatchObject({
      claims: [{ trust: 'partial', status: 'chargeback' }],
      unconfirmed: { isAskedAgain: false },
    });
  });

  test('what the answer cannot settle waits for a person', async () => {
    const text = JSON.stringify({ ...event, event_type: 'PAYMENT.CAPTURE.REVERSED' });
    expect(await verify(text, { secrets, ask: saying(answer(capture)) })).toMatchObject({
      claims: [{ trust: 'partial', status: 'chargeback' }],
      unconfirmed: { isAskedAgain: false },
    });
  });

  test.each([
    ['no token', async () => null],
    ['a refused login', async () => answer({ error: 'invalid_client' }, 401)],
    ['a token that would break a header', async () => answer({ access_token: 'a\r\nb: c' })],
    ['no answer', saying(null)],
    ['an outage', saying(answer({}, 500))],
    ['no JSON', saying({ status: 200, body: Buffer.from('<html>') })],
  ] satisfies readonly (readonly [string, Ask])[])('%s is asked for again', async (_, ask) => {
    expect(await verify(body, { secrets, ask })).toMatchObject({
      claims: [{ trust: 'partial' }],
      unconfirmed: { isAskedAgain: true },
    });
  });

  test('a payment that PayPal does not know, or another one, is refused', async () => {
    for (const told of [answer({}, 404), answer({ ...capture, id: '3AA' })]) {
      expect(await verify(body, { secrets, ask: saying(told) })).toMatchObject({
        verified: false,
        problem: 'bad_signature',
      });
    }
  });

  test('of two client secrets the one that PayPal takes counts', async () => {
    const ask: Ask = async ({ url, headers }) => {
      if (!url.endsWith('/token')) return answer(capture);
      const basic = Buffer.from(`${login.clientId}:new`).toString('base64');
      return headers?.authorization === `Basic ${basic}` ? token : answer({}, 401);
    };
    const rotating = { ...secrets, clientSecret: ['old', 'new'] };
    expect(await verify(body, { secrets: rotating, ask })).toMatchObject({
      claims: [{ trust: 'fetchback' }],
    });
  });

  test('any answer at all is read without throwing', async () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('59.90', 'EUR', capture.id));
    const told = fc.dictionary(
      fc.constantFrom(...Object.keys(capture), 'links', 'purchase_units', 'dispute_id'),
      fc.oneof(value, fc.record({ value, currency_code: value })),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(told, fc.jsonValue()), async (json) => {
        await verify(body, { secrets, ask: saying(answer(json)) });
      }),
      { numRuns: 300 },
    );
  });
});

test('any signed JSON at all is read without throwing, and claims only sound facts', async () => {
  const types = ['PAYMENT.CAPTURE.COMPLETED', 'CUSTOMER.DISPUTE.CREATED', 'x', '__proto__'];
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('59.90', 'EUR', -1, 1e300));
  const message = fc.record({
    id: fc.oneof(fc.constant('WH-1'), value),
    event_type: fc.oneof(fc.constantFrom(...types), value),
    resource: fc.oneof(
      value,
      fc.record({ id: value, amount: fc.record({ value, currency_code: value }), links: value }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(message, fc.jsonValue()), async (json) => {
      const result = await verify(JSON.stringify(json));
      if (!result.verified) expect(result.problem).toBe('malformed');
      else expect([null, true]).toContain(soundness(result.claims[0].amountMinor));
    }),
    { numRuns: 300 },
  );
});

function soundness(amountMinor: number | null): boolean | null {
  return amountMinor === null ? null : Number.isSafeInteger(amountMinor);
}

test('a webhook ID that is blank is none', async () => {
  for (const blank of ['', ' ', [], ['']]) {
    const secrets = { webhookId: blank, publicKeyPem };
    expect(await verify(body, { secrets })).toMatchObject({ problem: 'not_configured' });
  }
});

test.each([
  [{}, /webhook ID is capital letters and digits.* It is missing/],
  [{ webhookId: 'https://shop.example' }, /webhook ID is capital letters and digits/],
  [{ webhookId, publicKeyPem: 'MII' }, /RSA key in PEM/],
  [{ webhookId, clientId: login.clientId }, /needed together/],
  [{ webhookId, clientSecret: login.clientSecret }, /needed together/],
  [{ webhookId, ...login, clientId: 'a b' }, /client ID is a long row/],
  [{ webhookId, token: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(paypalWebhooks.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});
