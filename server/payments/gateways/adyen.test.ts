import { hmacValidator as HmacValidator, Types } from '@adyen/api-library';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountWith } from './account.test-data';
import { adyen } from './adyen';
import type { Claim, Secrets, Verification } from './gateway';

const hmacKeyHex = 'C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00C0FFEE00';
const otherKeyHex = 'AB'.repeat(32);
const account = { hmacKeyHex, merchantAccount: 'ShopAccount' };

const { NotificationRequestItem } = Types.notification;
type Item = Types.notification.NotificationRequestItem;
const authorisation: Item = {
  pspReference: 'NC6HT9CRT65ZGN82',
  merchantAccountCode: 'ShopAccount',
  merchantReference: 'SO-1 Zoë 🧾',
  amount: { value: 5990, currency: 'EUR' },
  eventCode: NotificationRequestItem.EventCodeEnum.Authorisation,
  eventDate: '2026-10-01T12:00:00+02:00',
  success: NotificationRequestItem.SuccessEnum.True,
  reason: '060494:1111:03/2030',
};
const capture: Item = {
  ...authorisation,
  pspReference: 'CAP1',
  originalReference: authorisation.pspReference,
  eventCode: NotificationRequestItem.EventCodeEnum.Capture,
};

function signed(item: Item, key = hmacKeyHex): Item {
  const hmacSignature = new HmacValidator().calculateHmac(item, key);
  return { ...item, additionalData: { authCode: '060494', hmacSignature } };
}

function bodyOf(...items: readonly unknown[]): string {
  const notificationItems = items.map((item) => ({ NotificationRequestItem: item }));
  return JSON.stringify({ live: 'true', notificationItems });
}

function verify(body: string | Uint8Array, secrets: Secrets = account): Verification {
  return adyen.verify({ body: Buffer.from(body), headers: {} }, accountWith(secrets));
}

function claimsOf(body: string | Uint8Array, secrets: Secrets = account): readonly Claim[] {
  const result = verify(body, secrets);
  return result.verified ? result.claims : [];
}

describe("beside Adyen's own SDK", () => {
  test('what the SDK signs is accepted, with its facts', () => {
    expect(claimsOf(bodyOf(signed(authorisation)))).toEqual([
      {
        trust: 'full',
        eventKey: 'AUTHORISATION:NC6HT9CRT65ZGN82:true',
        eventId: 'AUTHORISATION:NC6HT9CRT65ZGN82:true',
        orderNumber: 'SO-1 Zoë 🧾',
        amountMinor: 5990,
        currency: 'EUR',
        transactionId: 'NC6HT9CRT65ZGN82',
        authorizationCode: '060494',
        status: 'approved',
        captured: null,
        test: false,
      },
    ]);
  });

  test('the example that Adyen publishes is accepted with its key', () => {
    const example = {
      pspReference: '7914073381342284',
      originalReference: '',
      merchantAccountCode: 'TestMerchant',
      merchantReference: 'TestPayment-1407325143704',
      amount: { value: 1130, currency: 'EUR' },
      eventCode: 'AUTHORISATION',
      success: 'true',
      additionalData: { hmacSignature: 'coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=' },
    };
    const key = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056';
    expect(claimsOf(bodyOf(example), { hmacKeyHex: key })).toMatchObject([
      { orderNumber: 'TestPayment-1407325143704', amountMinor: 1130, status: 'approved' },
    ]);
  });

  test('what the SDK signs with another key is refused', () => {
    expect(verify(bodyOf(signed(authorisation, otherKeyHex)))).toMatchObject({
      verified: false,
      problem: 'bad_signature',
    });
  });

  test('the key that the SDK accepts while keys are exchanged is accepted here, first or last', () => {
    const body = bodyOf(signed(authorisation, otherKeyHex), signed(capture));
    for (const keys of [
      [hmacKeyHex, otherKeyHex],
      [otherKeyHex.toLowerCase(), hmacKeyHex],
    ]) {
      expect(verify(body, { ...account, hmacKeyHex: keys }).verified).toBe(true);
    }
  });

  test('whatever signature the SDK refuses, we refuse too', () => {
    const { hmacSignature = '' } = signed(authorisation).additionalData ?? {};
    const at = fc.nat(hmacSignature.length);
    fc.assert(
      fc.property(at, at, fc.string({ maxLength: 3 }), (i, j, text) => {
        const changed = hmacSignature.slice(0, i) + text + hmacSignature.slice(j);
        fc.pre(changed !== hmacSignature);
        const item = { ...authorisation, additionalData: { hmacSignature: changed } };
        expect(verify(bodyOf(item)).verified).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a batch', () => {
  test('is proved item by item, and claims all of them in their order', () => {
    const claims = claimsOf(bodyOf(signed(authorisation), signed(capture)));
    expect(claims).toMatchObject([
      { eventKey: 'AUTHORISATION:NC6HT9CRT65ZGN82:true', captured: null },
      { eventKey: 'CAPTURE:CAP1:true', captured: true, transactionId: 'NC6HT9CRT65ZGN82' },
    ]);
  });

  test('is refused as a whole for one item that is unsigned or signed for another', () => {
    const unsigned = { ...capture, additionalData: {} };
    const borrowed = { ...capture, additionalData: signed(authorisation).additionalData };
    for (const bad of [unsigned, borrowed, capture]) {
      for (const body of [bodyOf(signed(authorisation), bad), bodyOf(bad, signed(authorisation))]) {
        expect(verify(body)).toMatchObject({ verified: false, problem: 'bad_signature' });
      }
    }
  });

  test('is refused as a whole for one item that is proved and makes no sense', () => {
    const odd = signed({ ...capture, amount: { value: 0.5, currency: 'EUR' } });
    expect(verify(bodyOf(signed(authorisation), odd))).toMatchObject({ problem: 'malformed' });
  });

  test('of five hundred items is proved and read to its end', () => {
    const items = Array.from({ length: 500 }, () => signed(authorisation));
    expect(claimsOf(bodyOf(...items))).toHaveLength(500);
  });

  test('of thousands of items is refused before any of them is looked at', () => {
    const items = Array.from({ length: 1001 }, () => signed(authorisation));
    expect(verify(bodyOf(...items))).toMatchObject({ verified: false, problem: 'malformed' });
    const numbers = `{"notificationItems":[${'{},'.repeat(80_000)}1]}`;
    expect(verify(numbers)).toMatchObject({ verified: false, problem: 'malformed' });
  });
});

test('names are looked through for repeats only once every item is proved', () => {
  const twice = (body: string) => body.replace('"live":"true"', '"live":"true","live":"false"');
  expect(verify(twice(bodyOf(authorisation)))).toMatchObject({ problem: 'bad_signature' });
  expect(verify(twice(bodyOf(signed(authorisation))))).toMatchObject({ problem: 'malformed' });
});

describe('one signature cannot be read in two ways', () => {
  const text = 'NC6HT9CRT65ZGN82::ShopAccount:SO-1:1:5990:EUR:AUTHORISATION:true';
  const hmacSignature = new HmacValidator().calculateHmac(text, hmacKeyHex);
  const shared = { ...authorisation, additionalData: { hmacSignature } };

  test.each([
    ['in the order number', { merchantReference: 'SO-1:1' }],
    ['in the amount', { merchantReference: 'SO-1', amount: { value: '1:5990', currency: 'EUR' } }],
    ['in the currency', { merchantReference: 'SO-1', amount: { value: 1, currency: '5990:EUR' } }],
  ])('by moving a colon %s', (_, fields) => {
    expect(verify(bodyOf({ ...shared, ...fields }))).toMatchObject({
      verified: false,
      problem: 'malformed',
    });
  });

  test('by half a pair of surrogates, which is signed as U+FFFD', () => {
    const genuine = signed({ ...authorisation, merchantReference: 'SO-\ufffd' });
    expect(verify(bodyOf(genuine)).verified).toBe(true);
    const forged = bodyOf(genuine).replace('SO-\ufffd', 'SO-\\ud800');
    expect(verify(forged)).toMatchObject({ problem: 'malformed' });
  });
});

test('any JSON at all that is signed is read without throwing, and claims only sound facts', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(5990, -1, 0.5, 1e300, 'EUR', 'SO-1', ''));
  const codes = ['AUTHORISATION', 'REFUND', 'CANCEL_OR_REFUND', 'REPORT_AVAILABLE', '__proto__'];
  const item = fc.record(
    {
      ...{ pspReference: value, originalReference: value, merchantReference: value },
      merchantAccountCode: fc.oneof(fc.constant('ShopAccount'), value),
      amount: fc.oneof(fc.record({ value, currency: value }), value),
      eventCode: fc.oneof(fc.constantFrom(...codes), value),
      success: fc.oneof(fc.constantFrom('true', 'false', true, false), value),
      reason: value,
    },
    { requiredKeys: [] },
  );
  const message = fc.oneof(
    fc.array(item, { maxLength: 3 }).map((items) => bodyOf(...items.map(signedLoosely))),
    fc.jsonValue().map((json) => JSON.stringify(json)),
  );
  fc.assert(
    fc.property(message, (body) => {
      for (const { amountMinor, currency } of claimsOf(body)) {
        expect(
          amountMinor === null || (Number.isSafeInteger(amountMinor) && amountMinor >= 0),
        ).toBe(true);
        expect(currency === null || /^[A-Z]{3}$/.test(currency)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('any bytes at all are refused without throwing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(verify(bytes)).toMatchObject({ verified: false, problem: 'malformed' });
    }),
  );
  const deep = `{"live":"true","notificationItems":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(verify(deep).verified).toBe(false);
});

describe('a shop that captures by hand', () => {
  const byHand = { ...account, manualCapture: true };

  test('is told that an authorisation is no money yet, and paid by the capture', () => {
    const claims = claimsOf(bodyOf(signed(authorisation), signed(capture)), byHand);
    expect(claims).toMatchObject([
      { status: 'approved', captured: false, transactionId: 'NC6HT9CRT65ZGN82' },
      { status: 'approved', captured: true, transactionId: 'NC6HT9CRT65ZGN82' },
    ]);
  });
});

test('a refusal and a success of the same payment are two events', () => {
  const refused = { ...authorisation, success: NotificationRequestItem.SuccessEnum.False };
  const claims = claimsOf(bodyOf(signed(refused), signed(authorisation)));
  expect(claims.map(({ status }) => status)).toEqual(['declined', 'approved']);
  expect(new Set(claims.map(({ eventKey }) => eventKey)).size).toBe(2);
});

test('a message that is taken is answered as Adyen asks for, any other as usual', () => {
  const answering = {
    message: { body: Buffer.from(''), headers: {} },
    account: accountWith(account),
    atMs: 0,
  };
  expect(adyen.reply({ ...answering, outcome: 'taken' })).toEqual({
    status: 200,
    text: '[accepted]',
  });
  expect(adyen.reply({ ...answering, outcome: 'bad_signature' })).toBeNull();
});

test('an account without a key is not configured, and never accepts', () => {
  for (const key of ['', '  ', [], [''], 'no hex']) {
    const result = verify(bodyOf(signed(authorisation)), { ...account, hmacKeyHex: key });
    expect(result).toMatchObject({ verified: false, problem: 'not_configured' });
  }
});

test.each([
  [{}, 'The HMAC key is 64 digits and letters from A to F. It is missing.'],
  [{ hmacKeyHex: 'AQEyhmfxK' }, /64 digits/],
  [{ hmacKeyHex: 'G'.repeat(64) }, /64 digits/],
  [{ hmacKeyHex: [] }, /64 digits/],
  [{ hmacKeyHex, merchantAccount: '' }, /one word without a colon/],
  [{ hmacKeyHex, merchantAccount: 'Shop:ECOM' }, /one word without a colon/],
  [{ hmacKeyHex, manualCapture: 'yes' }, /either on or off/],
  [{ hmacKeyHex, apiKey: 'x' }, /no secret of that name/],
])('secrets %j are refused in plain words', (secrets, words) => {
  expect(adyen.secrets.safeParse(secrets).error?.issues[0]?.message).toMatch(words);
});

type Loose = Readonly<Record<string, unknown>>;

function signedLoosely(item: Loose): Loose {
  const amount: Loose = Object(item.amount);
  const references = [item.pspReference, item.originalReference, item.merchantAccountCode];
  const parts = [...references, item.merchantReference, amount.value, amount.currency];
  const texts = [...parts, item.eventCode, item.success].map((it) =>
    typeof it === 'object' ? '' : String(it ?? ''),
  );
  const hmacSignature = new HmacValidator().calculateHmac(texts.join(':'), hmacKeyHex);
  return { ...item, additionalData: { hmacSignature } };
}
