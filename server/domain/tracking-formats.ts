import type { Carrier } from './carriers';

export type TrackingMatch = Readonly<{
  carrier: Carrier;
  format: string;
  confidence: 'high' | 'medium' | 'low';
  checkDigit: 'valid' | 'wrong' | 'none';
}>;

/**
 * The formats that a number in normal form fits, likeliest first: by confidence, then in the order
 * of the table below. A wrong check digit of plain digits is told only where nothing else fits.
 * Sources: what UPS, USPS (Publication 199), FedEx, DHL and the UPU (S10) publish, and the
 * collection at github.com/jkeen/tracking_number_data.
 */
export function matchesOf(number: string): readonly TrackingMatch[] {
  const matches = formats.flatMap((format) => matchOf(format, number) ?? []);
  const isFitting = matches.some((match) => match.checkDigit === 'valid');
  return matches
    .filter((match) => !(isFitting && match.checkDigit === 'wrong' && match.confidence === 'low'))
    .sort((a, b) => confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence));
}

const confidences = ['high', 'medium', 'low'] as const;

function matchOf(row: Format, number: string): TrackingMatch | null {
  const [carrier, format, structure, pattern, checkDigitOf] = row;
  const found = pattern.exec(number);
  if (!found) return null;
  const { serial = '', check = '' } = found.groups ?? {};
  const isValid = checkDigitOf?.(serial) === Number(check);
  const [fitting, other] =
    structure === 'own' ? (['high', 'medium'] as const) : (['medium', 'low'] as const);
  return {
    carrier,
    format,
    confidence: isValid ? fitting : other,
    checkDigit: !checkDigitOf ? 'none' : isValid ? 'valid' : 'wrong',
  };
}

type Format = readonly [
  carrier: Carrier,
  format: string,
  /** `own`: hardly anybody else's numbers look so; `shared`: they well may. */
  structure: 'own' | 'shared',
  /** Has the groups `serial` and `check` where there is a check digit. */
  pattern: RegExp,
  checkDigitOf?: (serial: string) => number,
];

// A 20-digit number that starts with 00 is a GS1 container code, whose check digit fits USPS too.
// biome-ignore format: a table, in the order of rank
const formats: readonly Format[] = [
  ['ups', 'ups_1z', 'own', /^1Z(?<serial>[0-9A-Z]{15})(?<check>[0-9A-Z])$/, upsDigit],
  ['usps', 'usps_impb', 'own', /^(?:420\d{5})?(?<serial>(?!92...[^9]|93...9)9[2-5](?:\d{19}|\d{23}))(?<check>\d)$/, mod10],
  ['usps', 'usps_impb', 'own', /^420\d{9}(?<serial>(?!92...[^9]|93...9)9[2-5](?:\d{19}|\d{23}))(?<check>\d)$/, mod10],
  ['usps', 'usps_impb', 'own', /^(?:420\d{5})?(?<serial>94\d{27})(?<check>\d)$/, mod10],
  ['usps', 's10', 'own', /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)US$/, s10Digit],
  ['dhl', 's10', 'own', /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)DE$/, s10Digit],
  ['other', 's10', 'own', /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)(?!US|DE)[A-Z]{2}$/, s10Digit],
  ['fedex', 'fedex_ground_96', 'own', /^96\d{5}(?<serial>\d{14})(?<check>\d)$/, mod10],
  ['fedex', 'fedex_gsn_34', 'own', /^96\d{18}(?<serial>\d{13})(?<check>\d)$/, fedexDigit],
  ['fedex', 'fedex_34', 'shared', /^[0-8]\d{19}(?<serial>\d{13})(?<check>\d)$/, fedexDigit],
  ['ups', 'ups_waybill', 'shared', /^[AHJKTV](?<serial>\d{9})(?<check>\d)$/, upsDigit],
  ['dhl', 'dhl_piece_id', 'own', /^J(?:JD|J?VGL)\d{9,20}$/],
  ['dhl', 'dhl_paket', 'own', /^(?<serial>00340434\d{11})(?<check>\d)$/, mod10],
  ['fedex', 'fedex_12', 'shared', /^(?<serial>\d{11})(?<check>\d)$/, fedexDigit],
  ['fedex', 'fedex_ground_15', 'shared', /^(?<serial>\d{14})(?<check>\d)$/, mod10],
  ['fedex', 'fedex_astra_32', 'shared', /^3\d{15}(?<serial>\d{11})(?<check>\d)\d{4}$/, fedexDigit],
  ['dhl', 'dhl_express', 'shared', /^(?<serial>\d{9,10})(?<check>\d)$/, dhlDigit],
  ['usps', 'usps_legacy', 'shared', /^(?<serial>91\d{19})(?<check>\d)$/, mod10],
  ['usps', 'usps_legacy', 'shared', /^(?!00)(?<serial>\d{19})(?<check>\d)$/, (serial) => mod10(`91${serial}`)],
  ['usps', 'usps_20', 'shared', /^(?!00)(?<serial>\d{19})(?<check>\d)$/, mod10],
  ['fedex', 'fedex_sscc_18', 'shared', /^\d{2}(?<serial>\d{15})(?<check>\d)$/, mod10],
  ['dhl', 'dhl_ecommerce', 'shared', /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d{10,38}$/],
  ['dhl', 'dhl_ecommerce_14', 'shared', /^\d{14}$/],
];

function upsDigit(serial: string): number {
  const values = [...serial].map((sign) => (/\d/.test(sign) ? Number(sign) : letterValue(sign)));
  return toNextTen(weighted(values, [1, 2]));
}

function letterValue(letter: string): number {
  return (letter.charCodeAt(0) - 63) % 10;
}

/** GS1's check digit: weights 3 and 1 in turn, from the right. */
function mod10(serial: string): number {
  return toNextTen(weighted(digitsOf(serial).reverse(), [3, 1]));
}

function fedexDigit(serial: string): number {
  return (weighted(digitsOf(serial).reverse(), [1, 3, 7]) % 11) % 10;
}

function dhlDigit(serial: string): number {
  return Number(serial) % 7;
}

function s10Digit(serial: string): number {
  const rest = weighted(digitsOf(serial), [8, 6, 4, 2, 3, 5, 9, 7]) % 11;
  return rest === 0 ? 5 : rest === 1 ? 0 : 11 - rest;
}

function digitsOf(serial: string): number[] {
  return [...serial].map(Number);
}

function weighted(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at % weights.length] ?? 0), 0);
}

function toNextTen(sum: number): number {
  return (10 - (sum % 10)) % 10;
}
