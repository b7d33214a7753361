import { isCurrency } from '#domain/currency';
import { decimalAmount } from './decimal-amount';
import { isFactText } from './fact-schemas';
import { type Claim, malformed, proved, type Verification } from './gateway';
import type { PhpFields } from './parse-php-form';

/** What counts; a shop chooses in its settings which fields it is sent. */
const neededNames = [
  'REFNO',
  'REFNOEXT',
  'ORDERSTATUS',
  'CURRENCY',
  'IPN_TOTALGENERAL',
  'IPN_DATE',
] as const;

/**
 * What a proved notification says about the payment of an order. Amounts are written with two
 * decimals, which for a currency that has none say nothing.
 */
export function readTwocheckoutOrder(fields: PhpFields): Verification {
  const missing = neededNames.find((name) => typeof fields.get(name) !== 'string');
  if (missing) return malformed(`The message has no field ${missing}: add it in the IPN settings.`);
  const text = (name: string) => readText(fields, name);
  const facts = { orderNumber: text('REFNOEXT') || null, transactionId: text('REFNO') || null };
  const [orderStatus, date, currency] = [text('ORDERSTATUS'), text('IPN_DATE'), text('CURRENCY')];
  if (facts.transactionId === null || !date) {
    return malformed('The REFNO or the IPN_DATE of the message is empty.');
  }
  if (![...Object.values(facts), orderStatus, date].every(isReadable)) {
    return malformed('A field is not UTF-8, too long, or holds control characters.');
  }
  if (!isCurrency(currency)) return malformed('The CURRENCY is none of ISO 4217.');
  const outcome = readOutcome(orderStatus, text('CHARGEBACK_RESOLUTION'));
  const amountMinor = decimalAmount(text('IPN_TOTALGENERAL').replace(/\.00$/, ''), currency);
  const mayBeNegative = outcome.status !== 'approved';
  if (amountMinor === undefined || (!mayBeNegative && (amountMinor ?? -1) < 0)) {
    return malformed('The IPN_TOTALGENERAL is not an amount of money.');
  }
  return proved({
    trust: 'full',
    ...keysOf([facts.transactionId, orderStatus, date]),
    ...facts,
    amountMinor,
    currency,
    authorizationCode: null,
    ...outcome,
    test: readTest(orderStatus, text('TEST_ORDER')),
  });
}

/** The text of a field, empty where there is none; U+FFFD stands for what is no UTF-8. */
function readText(fields: PhpFields, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? Buffer.from(value, 'latin1').toString('utf8') : '';
}

function isReadable(text: string | null): boolean {
  return text === null || (isFactText(text) && !text.includes('\uFFFD'));
}

function keysOf(parts: readonly string[]): Pick<Claim, 'eventKey' | 'eventId'> {
  return { eventKey: parts.join('|'), eventId: parts.join(':') };
}

type Outcome = Pick<Claim, 'status' | 'captured'>;

/** A charge back is told beside the status, which stays what it was. */
function readOutcome(orderStatus: string, chargeBack: string): Outcome {
  const status = chargeBacks.get(chargeBack);
  if (status !== undefined) return { status, captured: null };
  return outcomes.get(orderStatus) ?? { status: 'ignored', captured: null };
}

const chargeBacks: ReadonlyMap<string, Claim['status']> = new Map([
  ['OPEN', 'chargeback'],
  ['LOST', 'chargeback'],
  ['ACCEPTED', 'chargeback'],
  ['WON', 'chargeback_reversed'],
]);

/**
 * `PAYMENT_AUTHORIZED` is the bank's word, before the money is taken, and `AUTHRECEIVED` the name
 * that the API and 2Checkout's own plugins have for it; `REVERSED` releases it.
 * A notification that an order is complete may come again when its invoice is made.
 */
const outcomes: ReadonlyMap<string, Outcome> = new Map([
  ['COMPLETE', { status: 'approved', captured: true }],
  ['PAYMENT_RECEIVED', { status: 'approved', captured: true }],
  ['PAYMENT_AUTHORIZED', { status: 'approved', captured: false }],
  ['AUTHRECEIVED', { status: 'approved', captured: false }],
  ['PENDING', { status: 'pending', captured: null }],
  ['PURCHASE_PENDING', { status: 'pending', captured: null }],
  ['SUSPECT', { status: 'held', captured: null }],
  ['PENDING_APPROVAL', { status: 'held', captured: null }],
  ['PENDING_ORDER_APPROVAL', { status: 'held', captured: null }],
  ['INVALID', { status: 'declined', captured: null }],
  ['CANCELED', { status: 'cancelled', captured: null }],
  ['REVERSED', { status: 'cancelled', captured: null }],
  ['REFUND', { status: 'refunded', captured: null }],
]);

/** `TEST_ORDER` comes only where the shop has asked for it; the status TEST is of older accounts. */
function readTest(orderStatus: string, testOrder: string): boolean | null {
  if (testOrder === '1' || orderStatus === 'TEST') return true;
  return testOrder === '0' ? false : null;
}
