import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith, cameIn } from './account.test-data';
import { type Ask, askNobody, type Question } from './ask';
import type { Secrets } from './gateway';
import { mollie } from './mollie';
import { expectSound } from './sound-claim.test-data';

const id = 'tr_7UhSN1zuXS';
const apiKey = 'live_0123456789abcdefghijABCDEFGHIJ';
const signingSecret = 'a-signing-secret';
const payment = {
  id,
  mode: 'live',
  status: 'paid',
  amount: { value: '59.90', currency: 'EUR' },
  metadata: { order_number: 'SO-1' },
};
const event = JSON.stringify({
  resource: 'event',
  id: 'event_1',
  type: 'payment-link.paid',
  entityId: 'pl_1',
});

function saying(json: unknown, status = 200): Ask {
  return async () => ({ status, body: Buffer.from(JSON.stringify(json)) });
}

function verify(
  text: string | Uint8Array,
  ask: Ask = saying(payment),
  secrets: Secrets = { apiKey, signingSecret },
  signature?: string,
) {
  const headers = { 'x-mollie-signature': signature };
  return mollie.verify({ body: Buffer.from(text), headers }, accountWith(secrets), cameIn(0, ask));
}

function sign(text: string | Uint8Array, secret = signingSecret): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

describe('the classic webhook, an id and no more', () => {
  test('everything is what Mollie says of the payment', async () => {
    const asked: Question[] = [];
    const ask: Ask = async (question) => {
      asked.push(question);
      return saying(payment)(question);
    };
    expect(await verify(`id=${id}`, ask)).toEqual({
      verified: true,
      claims: [
        {
          trust: 'fetchback',
          eventKey: `${id}|paid`,
          eventId: null,
          orderNumber: 'SO-1',
          amountMinor: 5990,
          currency: 'EUR',
          transactionId: id,
          authorizationCode: null,
          status: 'approved',
          captured: true,
          test: false,
        },
      ],
    });
    expect(asked).toEqual([
      {
        url: `https://api.mollie.com/v2/payments/${id}`,
        method: 'GET',
        headers: { accept: 'application/json', authorization: `Bearer ${apiKey}` },
      },
    ]);
  });

  test('an id of another form is never asked for', async () => {
    const ask: Ask = () => {
      throw new Error('asked');
    };
    for (const other of [
      'tr_',
      'tr_a/../b',
      'tr_abcd?x',
      'tr_abcd ',
      'xtr_abcdef',
      '',
      'tr_äöüß',
    ]) {
      const result = await verify(`id=${encodeURIComponent(other)}`, ask);
      expect(result).toMatchObject({ verified: false, problem: 'malformed' });
    }
  });

  test('one answer tells of the payment and of what went back, each under a key that stays', async () => {
    const amount = (value: string) => ({ value, currency: 'EUR' });
    const keysOf = async (more: object) => {
      const result = await verify(`id=${id}`, saying({ ...payment, ...more }));
      return result.verified ? result.claims.map(({ eventKey }) => eventKey) : [];
    };
    const [paid] = await keysOf({});
    const once = await keysOf({ amountRefunded: amount('10.00') });
    const twice = await keysOf({ amountRefunded: amount('20.00') });
    expect(once).toEqual([`${id}|refunded|1000`, paid]);
    expect(twice).toEqual([`${id}|refunded|2000`, paid]);
    const both = { amountRefunded: amount('20.00'), amountChargedBack: amount('39.90') };
    expect(await keysOf(both)).toEqual([`${id}|chargeback|3990`, `${id}|refunded|2000`, paid]);
  });

  test.each([
    ['no answer', askNobody, 'Mollie has not said yet what became of this payment.'],
    ['an outage', saying({}, 503), 'Mollie has not said yet what became of this payment.'],
    ['too many questions', saying({}, 429), 'Mollie has not said yet what became of this payment.'],
    ['a key that is refused', saying({}, 401), 'Mollie does not accept the API key.'],
    ['another payment', saying({ ...payment, id: 'tr_other' }), /has not said yet/],
    ['no JSON', saying('x'), /has not said yet/],
  ])('%s proves nothing and is asked for again', async (_, ask, reason) => {
    const result = await verify(`id=${id}`, ask);
    expect(result).toMatchObject({
      claims: [{ trust: 'none', transactionId: id, amountMinor: null }],
      unconfirmed: { isAskedAgain: true },
    });
    expect(result.verified && result.unconfirmed?.reason).toMatch(reason);
  });

  test('a payment that Mollie does not know is refused, and answered as any other', async () => {
    const result = await verify(`id=${id}`, saying({ status: 404 }, 404));
    expect(result).toMatchObject({ verified: false, problem: 'bad_signature' });
    const message = { body: Buffer.from(`id=${id}`), headers: {} };
    const answering = { message, account: accountWith({ apiKey }), atMs: 0 };
    expect(mollie.reply({ ...answering, outcome: 'bad_signature' })).toMatchObject({ status: 200 });
    const signed = { ...answering, message: { ...message, body: Buffer.from(event) } };
    expect(mollie.reply({ ...signed, outcome: 'bad_signature' })).toBeNull();
  });

  test('without a key the question carries none, and Mollie’s refusal says what is missing', async () => {
    const asked: Question[] = [];
    const ask: Ask = async (question) => {
      asked.push(question);
      return { status: 401, body: Buffer.from('{}') };
    };
    expect(await verify(`id=${id}`, ask, {})).toMatchObject({
      problem: 'not_configured',
      reason: 'The API key is missing.',
    });
    expect(asked[0]?.headers).toEqual({ accept: 'application/json' });
  });

  test('while the key is exchanged, the one that Mollie takes counts', async () => {
    const ask: Ask = async (question) =>
      question.headers?.authorization === 'Bearer live_new'
        ? saying(payment)(question)
        : { status: 401, body: Buffer.from('{}') };
    const result = await verify(`id=${id}`, ask, { apiKey: ['live_old', 'live_new'] });
    expect(result).toMatchObject({ claims: [{ status: 'approved' }] });
  });

  test('all keys are asked at once, so that silence costs the time of one', async () => {
    const asked: (() => void)[] = [];
    const ask: Ask = () => new Promise((silent) => asked.push(() => silent(null)));
    const result = verify(`id=${id}`, ask, { apiKey: ['live_1', 'live_2', 'live_3'] });
    expect(asked).toHaveLength(3);
    for (const silent of asked) silent();
    expect(await result).toMatchObject({ unconfirmed: { isAskedAgain: true } });
  });

  test('a payment is unknown only when no key is left under which it may be known', async () => {
    const answering = (statuses: Readonly<Record<string, number | null>>) =>
      verify(
        `id=${id}`,
        async ({ headers }) => {
          const status = statuses[headers?.authorization?.slice('Bearer '.length) ?? ''] ?? null;
          return status === null ? null : { status, body: Buffer.from('{}') };
        },
        { apiKey: Object.keys(statuses) },
      );
    const again = { unconfirmed: { isAskedAgain: true } };
    expect(await answering({ live_1: 404, live_2: null })).toMatchObject(again);
    expect(await answering({ live_1: 404, live_2: 503 })).toMatchObject(again);
    expect(await answering({ live_1: 401, live_2: 401 })).toMatchObject(again);
    expect(await answering({ live_1: 401, live_2: 404 })).toMatchObject({
      problem: 'bad_signature',
    });
  });

  test('any answer at all is read without throwing', async () => {
    const amount = fc.oneof(
      fc.jsonValue(),
      fc.record({ value: fc.string(), currency: fc.constantFrom('EUR', 'JPY', 'x') }),
    );
    const answer = fc.record(
      {
        id: fc.oneof(fc.constant(id), fc.jsonValue()),
        status: fc.oneof(fc.constantFrom('paid', 'open', '__proto__'), fc.jsonValue()),
        mode: fc.jsonValue(),
        amount,
        amountRefunded: amount,
        amountChargedBack: amount,
        metadata: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(answer, fc.jsonValue()), async (json) => {
        const result = await verify(`id=${id}`, saying(json));
        for (const claim of result.verified ? result.claims : []) expectSound(claim);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the next generation, signed', () => {
  test('an event about something else is proved and ignored, one about a payment is asked for', async () => {
    expect(
      await verify(event, askNobody, { signingSecret }, `sha256=${sign(event)}`),
    ).toMatchObject({
      claims: [{ trust: 'full', status: 'ignored', eventId: 'event_1', eventKey: 'event_1' }],
    });
    const about = event.replace('pl_1', id);
    expect(await verify(about, saying(payment), undefined, sign(about))).toMatchObject({
      claims: [{ trust: 'fetchback', eventKey: `${id}|paid`, eventId: 'event_1' }],
    });
  });

  test('one of two secrets is enough, a blank one proves nothing', async () => {
    const rotating = { signingSecret: ['new', signingSecret] };
    expect((await verify(event, askNobody, rotating, sign(event))).verified).toBe(true);
    for (const blank of ['', ' ', [], ['']]) {
      const result = await verify(event, askNobody, { signingSecret: blank }, sign(event, ''));
      expect(result).toMatchObject({ problem: 'not_configured' });
    }
  });
});

test('any signed body at all is read without throwing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.string(), fc.json()), async (text) => {
      const signature = sign(Buffer.from(text));
      await verify(Buffer.from(text), askNobody, undefined, signature);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [{ apiKey: 'access_x' }, 'The API key begins with live_ or test_.'],
  [{ signingSecret: 'a b' }, 'The signing secret is what Mollie shows where the webhook is made.'],
  [{ signingSecret: [] }, /signing secret/],
  [{ profileId: 'pfl_1' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(mollie.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});
