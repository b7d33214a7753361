import { currencyOfNumber } from '#domain/currency-of-number';
import { amountMax } from '#domain/money';
import { decodeEitherBase64 } from './decode-either-base64';
import { isFactText } from './fact-schemas';
import { type Claim, malformed, proved, type Verification } from './gateway';
import { parseSignedJsonTexts } from './parse-signed-json';

/** By their names in small letters: Redsys has written them in several ways. */
type Parameters = ReadonlyMap<string, string>;

/** The signed part of a notification, or null where it cannot be read in one way only. */
export function readRedsysParameters(text: string): Parameters | null {
  const bytes = decodeEitherBase64(text);
  const json = bytes && parseSignedJsonTexts(bytes);
  if (!json?.ok) return null;
  const texts = Object.entries(json.value).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return byPlainName(texts);
}

/** Fields by their names in small letters; null where two of them have one name then. */
export function byPlainName(fields: Iterable<readonly [string, string]>): Parameters | null {
  const byName = new Map<string, string>();
  for (const [name, value] of fields) {
    const plain = name.toLowerCase();
    if (byName.has(plain)) return null;
    byName.set(plain, value);
  }
  return byName;
}

/** What a notification whose signature was checked says about a payment. */
export function readRedsysNotification(
  parameters: Parameters,
  merchantCode: string | undefined,
): Verification {
  const text = (name: string) => unescaped(parameters.get(name) ?? '').trim();
  if (merchantCode !== undefined && !isSameCode(text('ds_merchantcode'), merchantCode)) {
    return malformed('The message is signed, but it is about another merchant code.');
  }
  const outcome = outcomeOf(text('ds_transactiontype').toUpperCase(), text('ds_response'));
  if (outcome === null) {
    return malformed('The message has an unknown Ds_TransactionType or Ds_Response.');
  }
  const amountMinor = readAmount(text('ds_amount'));
  const currency = currencyOfNumber(text('ds_currency').padStart(3, '0'));
  if (amountMinor === null || currency === null) {
    return malformed('The Ds_Amount and Ds_Currency are not an amount of money.');
  }
  const orderNumber = text('ds_order');
  const authorizationCode = text('ds_authorisationcode').replaceAll('+', '') || null;
  if (orderNumber === '' || !isFactText(orderNumber) || !isFactText(authorizationCode ?? '')) {
    return malformed('A field is empty, too long or holds control characters.');
  }
  return proved({
    trust: 'full',
    eventKey: eventKeyOf(text, outcome.status),
    eventId: null,
    orderNumber,
    amountMinor,
    currency,
    // Redsys has no other name for a payment, and takes each order number once.
    transactionId: orderNumber,
    authorizationCode,
    ...outcome,
    test: null,
  });
}

/** Some installations escape every value as a URL does: `01%2F10%2F2026`. */
function unescaped(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

function isSameCode(one: string, other: string): boolean {
  return /^\d{1,9}$/.test(one) && Number(one) === Number(other);
}

function readAmount(text: string): number | null {
  const minor = /^\d{1,13}$/.test(text) ? Number(text) : Number.NaN;
  return minor <= amountMax ? minor : null;
}

type Outcome = Pick<Claim, 'status' | 'captured'>;
type Kind = 'pay' | 'authorise' | 'confirm' | 'refund' | 'cancel';

/** Only the response that belongs to a kind of transaction means that it succeeded. */
function outcomeOf(type: string, responseText: string): Outcome | null {
  const kind = kinds.get(type);
  if (kind === undefined || !/^\d{1,4}$/.test(responseText)) return null;
  const response = Number(responseText);
  if (response === userCancelled) return { status: 'cancelled', captured: null };
  const isAuthorised = response <= authorisedMax;
  switch (kind) {
    case 'pay':
      return isAuthorised ? { status: 'approved', captured: true } : declined;
    case 'authorise':
      return isAuthorised ? { status: 'approved', captured: false } : declined;
    case 'confirm':
      return isAuthorised || response === confirmed
        ? { status: 'approved', captured: true }
        : declined;
    case 'refund':
      return isAuthorised || response === confirmed
        ? { status: 'refunded', captured: null }
        : declined;
    case 'cancel':
      return isAuthorised || response === cancelled
        ? { status: 'cancelled', captured: null }
        : declined;
    default:
      return kind satisfies never;
  }
}

const authorisedMax = 99;
const cancelled = 400;
const confirmed = 900;
const userCancelled = 9915;
const declined: Outcome = { status: 'declined', captured: null };

/** `Ds_TransactionType`. 46 (a refund taken back) and types that move no money are not among them. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['0', 'pay'],
  ['A', 'pay'],
  ['5', 'pay'],
  ['6', 'pay'],
  ['15', 'pay'],
  ['1', 'authorise'],
  ['7', 'authorise'],
  ['11', 'authorise'],
  ['O', 'authorise'],
  ['R', 'authorise'],
  ['2', 'confirm'],
  ['8', 'confirm'],
  ['P', 'confirm'],
  ['3', 'refund'],
  ['34', 'refund'],
  ['9', 'cancel'],
  ['45', 'cancel'],
  ['47', 'cancel'],
  ['Q', 'cancel'],
]);

/** Two refunds of one order can be alike but for the amount or the time; both of them count. */
function eventKeyOf(text: (name: string) => string, status: Claim['status']): string {
  const names = ['ds_order', 'ds_transactiontype', 'ds_response', 'ds_authorisationcode'];
  const further = status === 'refunded' ? ['ds_amount', 'ds_date', 'ds_hour'] : [];
  return [...names, ...further].map(text).join('|');
}
