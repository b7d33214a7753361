import { isCurrency } from '#domain/currency';
import { timestampFault } from '#server/signatures/timestamp-fault';
import { decimalAmount } from './decimal-amount';
import { isFactText } from './fact-schemas';
import { badSignature, type Claim, malformed, proved, type Verification } from './gateway';
import { textOfBytes } from './text-of-bytes';

/** What a form says whose signature was checked and has one reading only. */
export function readUniversalForm(fields: ReadonlyMap<string, string>, atMs: number): Verification {
  const text = (name: string) => textOfBytes(fields.get(name) ?? '');
  const sentMs = readTime(text('x_timestamp'));
  if (sentMs === null) return malformed('The x_timestamp is not a time in UTC.');
  const fault = timestampFault(Math.floor(sentMs / 1000), atMs);
  if (fault !== null) return badSignature(fault);
  const type = text('x_transaction_type');
  const outcome = outcomeOf(type, text('x_result'));
  if (outcome === null) {
    return malformed('The message has an unknown x_result or x_transaction_type.');
  }
  const test = yesNo.get(text('x_test'));
  if (test === undefined) return malformed('The x_test is neither true nor false.');
  const currency = text('x_currency').toUpperCase();
  const amountMinor = isCurrency(currency) ? decimalAmount(text('x_amount'), currency) : null;
  if (typeof amountMinor !== 'number' || amountMinor < 0) {
    return malformed('The x_amount and x_currency are not an amount of money.');
  }
  const orderNumber = text('x_reference');
  const transactionId = text('x_gateway_reference');
  const authorizationCode = text('x_auth_code') || null;
  const facts = [orderNumber, transactionId, authorizationCode ?? 'none'];
  if (!facts.every((fact) => fact !== '' && isFactText(fact))) {
    return malformed('A field is empty, too long or holds control characters.');
  }
  return proved({
    trust: 'full',
    eventKey: [transactionId, type, text('x_result')].join('|'),
    eventId: null,
    ...{ orderNumber, amountMinor, currency, transactionId, authorizationCode },
    ...outcome,
    test,
  });
}

const yesNo: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** ISO 8601 in UTC, as the specification has it; fractions of a second are let pass. */
function readTime(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

type Outcome = Pick<Claim, 'status' | 'captured'>;

/** A refund or a void that is not done says nothing of the payment itself. */
function outcomeOf(type: string, result: string): Outcome | null {
  const completed = completedOutcomes.get(type);
  if (completed === undefined) return null;
  const isPayment = completed.status === 'approved';
  switch (result) {
    case 'completed':
      return completed;
    case 'pending':
      return { status: isPayment ? 'pending' : 'ignored', captured: null };
    case 'failed':
      return { status: isPayment ? 'declined' : 'ignored', captured: null };
    default:
      return null;
  }
}

const completedOutcomes: ReadonlyMap<string, Outcome> = new Map([
  ['', { status: 'approved', captured: null }],
  ['sale', { status: 'approved', captured: true }],
  ['capture', { status: 'approved', captured: true }],
  ['authorization', { status: 'approved', captured: false }],
  ['refund', { status: 'refunded', captured: null }],
  ['void', { status: 'cancelled', captured: null }],
]);
