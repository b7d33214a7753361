import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskBody, maskHeaders } from './mask-body';

const card = '4111111111111111';
const cards = ['4111111111111111', '378282246310005', '4222222222222', '6304000000000000000'];

function mask(text: string, type: string | null = null): string {
  return maskBody(Buffer.from(text, 'utf8'), type);
}

describe('card numbers', () => {
  test.each([
    [card, '411111••••••1111'],
    ['378282246310005', '378282•••••0005'],
    ['4222222222222', '422222•••2222'],
    ['4111 1111 1111 1111', '411111••••••1111'],
    ['4111-1111-1111-1111', '411111••••••1111'],
    ['paid with 4111 1111 1111 1111 12 27 today', 'paid with 411111••••••1111 12 27 today'],
    ['1790000001-4111111111111111', '1790000001-411111••••••1111'],
    [`"${card}","${card}"`, '"411111••••••1111","411111••••••1111"'],
    ['4111111111111112', '4111111111111112'],
    ['60198731341', '60198731341'],
    ['41111111111111111111', '41111111111111111111'],
    ['XXXX1111', 'XXXX1111'],
  ])('%s is kept as %s', (text, kept) => expect(mask(text)).toBe(kept));

  test('no whole card number is left, whatever stands around it in a form or in JSON', () => {
    const around = fc.string({
      unit: fc.constantFrom('0', '7', ' ', '-', '+', 'a', '"', '=', '&', '%'),
    });
    fc.assert(
      fc.property(around, fc.constantFrom(...cards), around, (before, number, after) => {
        const lone = `${before}x${number}x${after}`;
        expect(mask(lone)).not.toContain(number);
        expect(mask(`a=${encodeURIComponent(lone)}`)).not.toContain(number);
        expect(mask(JSON.stringify({ a: [lone] }))).not.toContain(number);
      }),
    );
  });

  test('escapes do not hide a card number', () => {
    const hex = [...card].map((digit) => `%3${digit}`).join('');
    const unicode = [...card].map((digit) => `\\u003${digit}`).join('');
    expect(mask(`note=${hex}`)).toBe('note=411111••••••1111');
    expect(mask('note=4111%201111+1111%2D1111&b=1')).toBe('note=411111••••••1111&b=1');
    expect(mask(`{"note":"${unicode}"}`)).toBe('{"note":"411111••••••1111"}');
    expect(mask(`{"note":${card}}`)).toBe('{"note":"411111••••••1111"}');
    expect(mask('{"note":6304000000000000000}')).toBe('{"note":"630400•••••••••0000"}');
  });
});

describe('secret fields', () => {
  test('of a form are hidden, what a shop must read is kept', () => {
    const body =
      'x_card_num=4111111111111111&x_card_code=123&x_exp_date=1227&x_cvv2_resp_code=M&x_auth_code=Q7K2MZ' +
      '&x_account_number=XXXX1111&callbackPW=hush&x_password=a%26b&card%5Bnumber%5D=1&cvv=&x_amount=59.90';
    expect(mask(body)).toBe(
      'x_card_num=••••&x_card_code=••••&x_exp_date=1227&x_cvv2_resp_code=M&x_auth_code=Q7K2MZ' +
        '&x_account_number=XXXX1111&callbackPW=••••&x_password=••••&card%5Bnumber%5D=••••&cvv=&x_amount=59.90',
    );
  });

  test('of JSON are hidden with all that lies in them, and the rest keeps its spelling', () => {
    const body = `{ "type":"charge.success",
  "data": {"authorization_code": "A1B2C3", "amount": 10.00, "client_secret": "pi_secret",
    "authorization": {"authorization_code": "AUTH_72btv547", "last4": "1111"},
    "card": {"number": "1", "cvc": 123, "cvc_check": "pass"}, "secrets": ["a", {"b": 1}],
    "token": {"id": "tok_1", "used": false, "at": null, "note": ""}, "reference": "SO-1"}}`;
    expect(mask(body)).toBe(`{ "type":"charge.success",
  "data": {"authorization_code": "A1B2C3", "amount": 10.00, "client_secret": "••••",
    "authorization": {"authorization_code": "••••", "last4": "1111"},
    "card": {"number": "••••", "cvc": "••••", "cvc_check": "pass"}, "secrets": ["••••", {"b": "••••"}],
    "token": {"id": "••••", "used": false, "at": null, "note": ""}, "reference": "SO-1"}}`);
  });

  test('are found under a wrong content type, in broken JSON, and in a multipart form', () => {
    const json = '{"password":"hush","order":"SO-1"}';
    expect(mask(json, 'application/x-www-form-urlencoded')).not.toContain('hush');
    expect(mask('password=hush&order=SO-1', 'application/json')).toBe('password=••••&order=SO-1');
    expect(mask('{"password": "hush", "order": "SO-1"', 'application/json')).toBe(
      '{"password": "••••", "order": "SO-1"',
    );
    const part = '--x\r\nContent-Disposition: form-data; name="cvv"\r\n\r\n123\r\n--x--';
    expect(mask(part, 'multipart/form-data; boundary=x')).toBe(part.replace('123', '••••'));
  });
});

test('bytes that are not UTF-8 are shown as latin1', () => {
  expect(maskBody(Buffer.from('x=Ren\xe9e', 'latin1'), null)).toBe('x=Renée');
  expect(maskBody(Buffer.alloc(0), null)).toBe('');
});

test('masking twice changes nothing more, and the text never grows beyond its secrets', () => {
  const unit = fc.oneof(
    fc.constantFrom('cvv', 'token', 'number', 'card', '=', '&', ':', '"', '{', '}', '[', ']', ','),
    fc.constantFrom(
      ...cards,
      '4111',
      '1111 ',
      '-',
      ' ',
      '%',
      '%34',
      '+',
      '\\',
      'é',
      '•',
      '\\u0034',
    ),
    fc.string({ maxLength: 3 }),
  );
  const text = fc.oneof(
    fc.array(unit).map((units) => units.join('')),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(null, 'multipart/form-data'), (body, type) => {
      const once = mask(body, type);
      expect(mask(once, type)).toBe(once);
      expect(once.length).toBeLessThanOrEqual(body.length * 6);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['deep JSON', `${'['.repeat(100_000)}${'1,'.repeat(20_000)}1${']'.repeat(100_000)}`],
  ['one long word', 'a'.repeat(256 * 1024)],
  ['escaped quotes', '"\\'.repeat(128 * 1024)],
  ['digits and blanks', '1 '.repeat(128 * 1024)],
  ['digits', '4'.repeat(256 * 1024)],
  ['brackets in a name', `${'a['.repeat(128 * 1024)}=1`],
  ['empty pairs', '=&'.repeat(128 * 1024)],
  ['parts', '\n--name="a\n\n'.repeat(20_000)],
])('a body of 256 KiB made of %s is masked and grows by nothing', (_, body) => {
  expect(mask(body, 'multipart/form-data').length).toBeLessThanOrEqual(body.length);
  expect(mask(body).length).toBeLessThanOrEqual(body.length);
});

const kibibytes256 = 262_144;

test.each([
  ['pairs', 'a=1&'],
  ['escaped pairs', '%61=%E9&'],
  ['pairs that may be cards', 'a=4111111111111112&'],
  ['single digits', '4 1 '],
  ['digits in pairs', '41-11 '],
  ['base64', 'a=eyJhIjoiNDExMTExMTExMTExMTExMSJ9&'],
])('a body of 256 KiB made of %s takes no long time', (_, part) => {
  const body = Buffer.from(part.repeat(kibibytes256 / part.length));
  const tries = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    maskBody(body, null);
    return process.threadCpuUsage(before).user / 1000;
  });
  expect(Math.min(...tries)).toBeLessThan(150);
});

test('headers keep what explains a verdict and hide what would open a door', () => {
  expect(
    maskHeaders({
      'content-type': 'application/json',
      authorization: 'Bearer abc',
      cookie: 'session=1',
      'x-api-key': 'abc',
      'stripe-signature': 't=1790000000,v1=82eaa9b4cfec2adcf68f4cf14d4431f80894a185ad38b766',
      'webhook-id': 'msg_1',
      'x-forwarded-for': undefined,
    }),
  ).toEqual({
    'content-type': 'application/json',
    authorization: '••••',
    cookie: '••••',
    'x-api-key': '••••',
    'stripe-signature': 't=1790000000,v1=82eaa9b4…',
    'webhook-id': 'msg_1',
  });
});

test('the token of a stored card is hidden by whatever name', () => {
  const adyen = {
    'recurring.recurringDetailReference': '8415',
    'tokenization.storedPaymentMethodId': 'M5',
  };
  expect(mask(JSON.stringify(adyen))).not.toMatch(/8415|M5/);
  expect(mask('{"Ds_Merchant_Identifier":"1d6e"}')).toBe('{"Ds_Merchant_Identifier":"••••"}');
});

test('a message that stands in a text of JSON as base64 is masked inside', () => {
  const inside = Buffer.from('{"note":"4111111111111111"}').toString('base64');
  const shown = JSON.parse(mask(JSON.stringify({ data: inside }))).data;
  expect(Buffer.from(shown, 'base64').toString()).toBe('{"note":"411111••••••1111"}');
});

test('a message that stands in a field as base64 is masked inside', () => {
  const inside = { Ds_Card_Number: '4111111111111111', Ds_Order: '1001', Ds_Amount: '5990' };
  const encoded = Buffer.from(JSON.stringify(inside)).toString('base64');
  const masked = mask(`Ds_MerchantParameters=${encodeURIComponent(encoded)}&Ds_Signature=abc`);
  const value = /Ds_MerchantParameters=([^&]+)/.exec(masked)?.[1] ?? '';
  const shown = Buffer.from(decodeURIComponent(value), 'base64').toString('utf8');
  expect(shown).not.toContain('4111111111111111');
  expect(JSON.parse(shown)).toMatchObject({ Ds_Order: '1001', Ds_Amount: '5990' });
});
