import { type Currency, exponentOf } from './currency';
import { keptByKey } from './kept-by-key';

/** The most one amount may be, in minor units: nine thousand of them still add up exactly. */
export const amountMax = 1_000_000_000_000;

/**
 * Reads decimal text as machines write it ("59.9", "59.90", "59", " 59.90 ", "-5") into integer
 * minor units of `currency`, without passing through a fraction. Null for anything else: more
 * decimals than the currency has, a plus sign, an exponent, a comma, digits other than 0–9, or a
 * result that is not a safe integer.
 */
export function parseMinor(text: string, currency: Currency): number | null {
  const [, sign = '', whole = '', fraction = ''] = decimalText.exec(text.trim()) ?? [];
  const exponent = exponentOf(currency);
  if (whole === '' || fraction.length > exponent) return null;
  const minor = Number(whole + fraction.padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return null;
  return sign === '-' && minor !== 0 ? -minor : minor;
}

const decimalText = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads what a shopkeeper types as an amount of `currency` into minor units: "1,234.56",
 * "1.234,56", "1 234,5", "1'234.50", "12,34,567.00", ".5", with the currency's own sign or code
 * before or after it. Where the currency has fewer than three decimals, a lone separator before
 * three digits groups thousands. Null for what is not an amount, bears the sign of another
 * currency, has too many decimals, or can be read in two ways ("1,234" in KWD).
 */
export function parseMoneyInput(text: string, currency: Currency): number | null {
  if (text.length > inputLengthMax) return null;
  const match = amountPattern(currency).exec(text.trim().replace(/\s+/g, ' '));
  const { outer = '', inner = '', number = '' } = match?.groups ?? {};
  const decimal = plainDecimal(number, exponentOf(currency));
  if (decimal === null || (outer && inner)) return null;
  return parseMinor(outer || inner ? `-${decimal}` : decimal, currency);
}

const inputLengthMax = 60;

function amountPattern(currency: Currency): RegExp {
  const escaped = marksOf(currency).map((mark) => mark.replace(/[$.]/g, '\\$&'));
  const mark = `(?:${escaped.join('|')})?`;
  return new RegExp(
    `^(?<outer>[-−]?) ?${mark} ?(?<inner>[-−]?) ?(?<number>[\\d.,'’ ]*\\d) ?${mark}$`,
    'iu',
  );
}

function marksOf(currency: Currency): readonly string[] {
  const displays = ['code', 'symbol', 'narrowSymbol'] as const;
  const marks = ['en', 'en-CA'].flatMap((locale) =>
    displays.flatMap((currencyDisplay) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        .formatToParts(0)
        .filter((part) => part.type === 'currency')
        .map((part) => part.value),
    ),
  );
  return [...new Set(marks)];
}

function plainDecimal(number: string, exponent: number): string | null {
  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  const role = at < 0 ? 'group' : roleOfMark(number, at, exponent);
  if (role === 'unclear') return null;
  const whole = ungrouped(role === 'group' ? number : number.slice(0, at));
  return whole === null || role === 'group' ? whole : `${whole || '0'}.${number.slice(at + 1)}`;
}

function roleOfMark(number: string, at: number, exponent: number): 'decimal' | 'group' | 'unclear' {
  const mark = number.charAt(at);
  const before = number.slice(0, at);
  if (before.includes(mark)) return 'group';
  if (number.length - at !== 4 || /\D/.test(before)) return 'decimal';
  if (exponent < 3) return 'group';
  return mark === '.' || !/^[1-9]\d{0,2}$/.test(before) ? 'decimal' : 'unclear';
}

function ungrouped(whole: string): string | null {
  const isPlain = /^\d*$/.test(whole);
  const isGrouped = /^[1-9]\d{0,2}([.,'’ ])\d{3}(?:\1\d{3})*$/.test(whole);
  const isGroupedInIndia = /^[1-9]\d?(?:,\d{2})+,\d{3}$/.test(whole);
  return isPlain || isGrouped || isGroupedInIndia ? whole.replace(/\D/g, '') : null;
}

/**
 * Minor units as plain decimal text with exactly the currency's decimals: 5990 EUR is "59.90",
 * 500 JPY is "500". `parseMinor` reads it back. Throws a RangeError when `minor` is not a safe
 * integer.
 */
export function formatDecimal(minor: number, currency: Currency): `${number}` {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not an amount`);
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  const fraction = exponent === 0 ? '' : `.${digits.slice(point)}`;
  return asNumericText(`${minor < 0 ? '-' : ''}${digits.slice(0, point)}${fraction}`);
}

// The caller has built the text from an optional minus, digits and at most one point.
function asNumericText(text: string): `${number}` {
  return text as `${number}`;
}

/**
 * Minor units as people of `locale` (a BCP 47 tag; English for one that cannot be used) read
 * money: 5990 EUR is "€59.90" in English, "59,90 €" in German. Exact for every safe integer: `Intl`
 * gets the value as decimal text and the decimals from ISO 4217. Throws as `formatDecimal` does.
 */
export function formatMoney(minor: number, currency: Currency, locale = 'en'): string {
  const text = formatterOf(currency, locale).format(formatDecimal(minor, currency));
  return text.startsWith(rightToLeft) ? text.replace(latinSign, '\u2066$&\u2069') : text;
}

// `Intl` begins amounts of languages from right to left with this mark. A sign like "US$" is kept
// in one piece there: the dollar would be written on the other side of its letters.
const rightToLeft = '\u200f';
const latinSign = /[A-Z]+\p{Sc}/u;

function formatterOf(currency: Currency, locale: string): Intl.NumberFormat {
  return formatters(`${currency} ${locale}`);
}

const formatters = keptByKey((key) => {
  // `formatterOf` began the key with a currency of three letters.
  const [currency, locale] = [key.slice(0, 3) as Currency, key.slice(4)];
  const digits = exponentOf(currency);
  const options = { style: 'currency', currency } as const;
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    return new Intl.NumberFormat([locale, 'en'], { ...options, ...decimals });
  } catch {
    return new Intl.NumberFormat('en', { ...options, ...decimals });
  }
});

/**
 * Splits `totalMinor` in proportion to `weights` (safe integers, none negative) into as many
 * integers that add up to it exactly; what rounding leaves goes to the largest remainders, earlier
 * ones first. Equal shares where all weights are zero. Throws a RangeError for other weights, and
 * for none where there is something to split.
 */
export function splitByLargestRemainder(
  totalMinor: number,
  weights: ReadonlyArray<number>,
): number[] {
  assertSplittable(totalMinor, weights);
  if (weights.length === 0) return [];
  const shares = sharesOf(
    Math.abs(totalMinor),
    weights.every((w) => w === 0) ? weights.map(() => 1) : weights,
  );
  return totalMinor < 0 ? shares.map((share) => (share === 0 ? 0 : -share)) : shares;
}

function assertSplittable(totalMinor: number, weights: ReadonlyArray<number>): void {
  const isUsable = weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0);
  const isPossible = weights.length > 0 || totalMinor === 0;
  if (!Number.isSafeInteger(totalMinor) || !isUsable || !isPossible) {
    throw new RangeError('An amount is split by whole weights that are not negative');
  }
}

function sharesOf(total: number, weights: ReadonlyArray<number>): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const products = weights.map((weight) => BigInt(total) * BigInt(weight));
  const shares = products.map((product) => Number(product / sum));
  const remainders = products.map((product) => product % sum);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const largestFirst = [...weights.keys()].sort((a, b) => {
    return Number((remainders[b] ?? 0n) - (remainders[a] ?? 0n)) || a - b;
  });
  for (const index of largestFirst.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
