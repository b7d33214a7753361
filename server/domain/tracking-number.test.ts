import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Carrier, carriers } from './carriers';
import samples from './fixtures/tracking-numbers.json' with { type: 'json' };
import {
  carrierFor,
  normalizeTrackingNumber,
  recognizeTrackingNumber,
  splitTrackingNumbers,
  trackingUrl,
} from './tracking-number';

const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

type Samples = Readonly<Record<string, { valid: readonly string[]; invalid: readonly string[] }>>;

const formatOf: Readonly<Record<string, string>> = { usps_impb_420: 'usps_impb', s10_US: 's10' };
const rows = (['ups', 'usps', 'fedex', 'dhl'] as const).flatMap((carrier) => {
  const ofCarrier: Samples = samples.carriers[carrier];
  return Object.entries(ofCarrier).map(([name, numbers]) => {
    const format = formatOf[name] ?? name.replace(/^dhl_express_1[01]$/, 'dhl_express');
    return { carrier, name, format, ...numbers };
  });
});
const valid = rows.flatMap((row) => row.valid.map((number) => ({ ...row, number })));
const invalid = rows.flatMap((row) => row.invalid.map((number) => ({ ...row, number })));
const distinctive = ['ups_1z', 'usps_impb', 's10', 'fedex_ground_96'];

describe('every sample number', () => {
  test.each(valid)('$number is $carrier by $name', ({ number, carrier, format }) => {
    const { matches, best, warning } = recognizeTrackingNumber(number);
    const match = matches.find((candidate) => candidate.format === format);
    expect(match).toMatchObject({ carrier, checkDigit: 'valid' });
    expect(match?.confidence).toBe(distinctive.includes(format) ? 'high' : 'medium');
    expect([best, warning, carrierFor(number)]).toEqual([carrier, null, carrier]);
  });

  test.each(invalid)('$number does not fit $name', ({ number, carrier, format }) => {
    const { matches, best, warning } = recognizeTrackingNumber(number);
    const match = matches.find((candidate) => candidate.format === format);
    expect(match?.checkDigit).not.toBe('valid');
    expect(matches.filter(({ confidence }) => confidence === 'high')).toEqual([]);
    if (distinctive.includes(format)) {
      expect([best, carrierFor(number)]).toEqual([carrier, carrier]);
      expect(match).toMatchObject({ carrier, checkDigit: 'wrong', confidence: 'medium' });
    }
    if (matches.every(({ checkDigit }) => checkDigit === 'wrong')) {
      expect(warning).toMatch(/^The last digit does not fit a \w+ number\. Check it for/);
    }
  });
});

describe('recognizeTrackingNumber', () => {
  test('tells a slip in a UPS number in plain words and still takes it for UPS', () => {
    expect(recognizeTrackingNumber('1z 999 aa1 01 2345 6785')).toEqual({
      number: '1Z999AA10123456785',
      matches: [{ carrier: 'ups', format: 'ups_1z', confidence: 'medium', checkDigit: 'wrong' }],
      best: 'ups',
      ambiguous: false,
      warning: 'The last digit does not fit a UPS number. Check it for a typing slip.',
    });
  });

  test('plain digits that fit no check digit are a suggestion, not a carrier', () => {
    expect(recognizeTrackingNumber('478185073431')).toMatchObject({
      matches: [{ carrier: 'fedex', confidence: 'low', checkDigit: 'wrong' }],
      best: null,
      warning: 'The last digit does not fit a FedEx number. Check it for a typing slip.',
    });
    expect(carrierFor('478185073431')).toBe('other');
  });

  test('a number of fourteen digits may be anybody’s and is never filled in by itself', () => {
    const { best, matches, warning } = recognizeTrackingNumber('12345678901234');
    expect([best, warning, carrierFor('12345678901234')]).toEqual(['dhl', null, 'other']);
    expect(matches[0]?.confidence).toBe('low');
  });

  test('a number that two carriers might have is ambiguous, the likelier first', () => {
    const zipAndMail = '42012345678994001188575842271887';
    const both = Array.from({ length: 100 }, (_, n) => zipAndMail + String(n).padStart(2, '0'))
      .map(recognizeTrackingNumber)
      .filter(({ ambiguous }) => ambiguous);
    expect(both.length).toBeGreaterThan(0);
    for (const { matches, best } of both) {
      expect(matches.map(({ carrier }) => carrier)).toEqual(['usps', 'fedex']);
      expect(best).toBe('usps');
    }
  });

  test.each<[string, Carrier, string]>([
    ['1Z999AA10123456784', 'ups', 'high'],
    ['9205590164917312751089', 'usps', 'high'],
    ['9205580164917312751089', 'other', ''],
    ['9405803699300124287899', 'usps', 'high'],
    ['92748931507708513018050063', 'usps', 'high'],
    ['4201002334249200190132607600833457', 'usps', 'high'],
    ['RB123456785GB', 'other', 'high'],
    ['RB123456785DE', 'dhl', 'high'],
    ['9622001560001234567100794808390594', 'fedex', 'high'],
    ['9101123456789000000013', 'usps', 'medium'],
    ['03071790000523483741', 'usps', 'medium'],
    ['000123450000000027', 'fedex', 'medium'],
    ['986578788855', 'fedex', 'medium'],
    ['3318810025', 'dhl', 'medium'],
    ['JJD000390007827309126', 'dhl', 'medium'],
    ['JVGL0999999990', 'dhl', 'medium'],
    ['GM2951173225174494', 'other', 'low'],
    ['00340434161094022115', 'dhl', 'high'],
    ['00123456789012345675', 'other', ''],
  ])('%s goes down as %s', (number, carrier, confidence) => {
    expect(carrierFor(number)).toBe(carrier);
    expect(recognizeTrackingNumber(number).matches[0]?.confidence ?? '').toBe(confidence);
  });

  test.each(['', ' ', '-', 'ABC', '123', 'Collected by hand', '1Z', '🐌📦', '١٢٣٤٥٦٧٨٩٠'])(
    '%j is nobody’s number',
    (text) => {
      const { matches, best, ambiguous, warning } = recognizeTrackingNumber(text);
      expect([matches, best, ambiguous, warning]).toEqual([[], null, false, null]);
      expect(carrierFor(text)).toBe('other');
    },
  );

  const sample = fc.constantFrom(...valid);

  test('every other digit in place of the check digit is noticed', () => {
    for (const { number, format } of valid) {
      const at = number.length - (format === 's10' ? 3 : 1);
      for (const digit of '0123456789'.replace(number.charAt(at), '')) {
        const slip = number.slice(0, at) + digit + number.slice(at + 1);
        const { matches } = recognizeTrackingNumber(slip);
        expect(matches.filter((m) => m.format === format && m.checkDigit === 'valid')).toEqual([]);
        expect(matches.filter((m) => m.confidence === 'high')).toEqual([]);
      }
    }
  });

  test('the way a number is spaced and cased makes no difference', () => {
    const filler = fc.constantFrom('', ' ', '-', '\u00a0', '\u200b', '–', '\ufeff', '\t');
    fc.assert(
      fc.property(
        sample,
        fc.array(filler, { minLength: 40, maxLength: 40 }),
        ({ number }, fill) => {
          const typed = [...number.toLowerCase()].map((sign, at) => sign + fill[at]).join('');
          expect(recognizeTrackingNumber(typed)).toEqual(recognizeTrackingNumber(number));
        },
      ),
    );
  });

  test('any string gets an answer, in its own normal form', () => {
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: 'grapheme' }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.stringMatching(/^[A-Z]{0,2}[0-9]{0,36}$/),
      fc.string().map((rest) => `https://${rest}`),
    );
    fc.assert(
      fc.property(text, (anything) => {
        const { number, matches, best } = recognizeTrackingNumber(anything);
        expect([...number].length).toBeLessThanOrEqual(40);
        expect(number).toBe(normalizeTrackingNumber(anything));
        expect(best === null || matches[0]?.carrier === best).toBe(true);
        expect(carriers).toContain(carrierFor(anything));
        for (const carrier of carriers) trackingUrl(carrier, anything);
        splitTrackingNumbers(anything);
      }),
      { numRuns: 1000 },
    );
  });

  test('plain random digits never reach high confidence without a prefix of their own', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-8][0-9]{7,33}$/), (digits) => {
        fc.pre(!digits.startsWith('420') && !digits.startsWith('00340434'));
        const { matches } = recognizeTrackingNumber(digits);
        expect(matches.filter(({ confidence }) => confidence === 'high')).toEqual([]);
      }),
    );
  });

  test('a megabyte of digits or of an address is a string like any other', () => {
    expect(recognizeTrackingNumber('1'.repeat(1_000_000)).best).toBeNull();
    const address = `https://a.example/?${'n=12345678&'.repeat(100_000)}`;
    expect(() => recognizeTrackingNumber(address)).not.toThrow();
  });
});

describe('normalizeTrackingNumber', () => {
  test.each([
    [' 1z 999-aa1\u200b01 2345\u20116784 ', '1Z999AA10123456784'],
    ['１Ｚ９９９ＡＡ１０１２３４５６７８４', '1Z999AA10123456784'],
    [
      'https://www.ups.com/track?loc=en_US&tracknum=1Z999AA10123456784&requester=ST/trackdetails',
      '1Z999AA10123456784',
    ],
    [
      'https://www.fedex.com/fedextrack/?trknbr=986578788855&trkqual=2460000000~986578788855~FX',
      '986578788855',
    ],
    [
      'https://tools.usps.com/go/TrackConfirmAction?tRef=fullpage&tLc=2&text28777=&tLabels=9400118857584227188785%2C&tABt=true',
      '9400118857584227188785',
    ],
    [
      'HTTPS://WWW.DHL.COM/global-en/home/tracking.html?submit=1&tracking-id=9769404002',
      '9769404002',
    ],
    [
      'https://www.dhl.de/de/privatkunden.html?piececode=00340434161094022115',
      '00340434161094022115',
    ],
    ['https://gls.example/parcel/1234567890AB/status', '1234567890AB'],
    ['https://a.example/?mc_eid=8f7a6b5c4d33&n=1Z999AA10123456784', '1Z999AA10123456784'],
    ['https://a.example/#/track/1Z999AA10123456784', '1Z999AA10123456784'],
    ['www.ups.com/track?tracknum=1Z999AA10123456784', '1Z999AA10123456784'],
    ['1.2.3', '1.2.3'],
    ['https://milk.example/track?n=7', ''],
    ['https://', ''],
    ['https://a.example/%E0%A4%A', ''],
    ['x'.repeat(50), 'X'.repeat(40)],
    ['\ud800', ''],
  ])('%j gives %j', (text, number) => {
    expect(normalizeTrackingNumber(text)).toBe(number);
  });
});

describe('splitTrackingNumbers', () => {
  test.each<[string, string[]]>([
    ['', []],
    [' , \n ', []],
    ['1Z999AA10123456784', ['1Z999AA10123456784']],
    ['9769404002, 4753230576\r\n\n7338131301,', ['9769404002', '4753230576', '7338131301']],
    ['9769404002\n9769-404-002', ['9769404002']],
    [
      'https://tools.usps.com/go/TrackConfirmAction?tLabels=9400118857584227188785,9400111576559610202262&x=1',
      ['9400118857584227188785', '9400111576559610202262'],
    ],
    [
      'https://www.dhl.com/track?tracking-id=9769404002, https://www.dhl.com/track?tracking-id=4753230576',
      ['9769404002', '4753230576'],
    ],
  ])('%j holds %j', (text, numbers) => {
    expect(splitTrackingNumbers(text)).toEqual(numbers);
  });

  test('ten thousand numbers are all kept', () => {
    const numbers = Array.from({ length: 10_000 }, (_, n) => String(1e11 + n));
    expect(splitTrackingNumbers(numbers.join('\n'))).toEqual(numbers);
  });
});

describe('trackingUrl', () => {
  test.each<[Carrier, string, string | null]>([
    ['ups', '1z 999 aa1 01 2345 6784', 'https://www.ups.com/track?tracknum=1Z999AA10123456784'],
    [
      'dhl',
      'A&b=c#?/',
      'https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id=A%26B%3DC%23%3F%2F',
    ],
    ['fedex', '"><script>', 'https://www.fedex.com/fedextrack/?trknbr=%22%3E%3CSCRIPT%3E'],
    ['usps', ' ', null],
    ['other', '1Z999AA10123456784', null],
  ])('for %s and %j is %j', (carrier, number, url) => {
    expect(trackingUrl(carrier, number)).toBe(url);
  });
});
