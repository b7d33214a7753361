import { type Currency, isCurrency } from '#domain/currency';
import { decimalAmount } from './decimal-amount';
import { decodeCharset } from './decode-charset';
import { isFactText } from './fact-schemas';
import type { Claim, ClaimStatus } from './gateway';

type Fields = ReadonlyMap<string, string>;

export type IpnFacts = Omit<Claim, 'trust' | 'test'>;

/** What an IPN says of a payment, or in one sentence why it cannot be read. */
export function readPaypalIpn(fields: Fields): IpnFacts | string {
  const charset = fields.get('charset') ?? '';
  const text = (name: string) => decodeCharset(fields.get(name) ?? '', charset) || null;
  const outcome = outcomeOf(fields);
  if (outcome === null) return 'The message has a payment_status that is not known.';
  const money = moneyOf(fields);
  if (typeof money === 'string') return money;
  if (outcome.status === 'approved' && (money.amountMinor === null || money.amountMinor < 0)) {
    return 'The message says paid, but not how much in which currency.';
  }
  const facts = {
    eventId: text('ipn_track_id'),
    orderNumber: text('invoice') ?? text('custom') ?? text('item_number'),
    transactionId: text('txn_id'),
    authorizationCode: text('auth_id'),
    parentTransactionId: text('parent_txn_id'),
  };
  if (Object.values(facts).some((fact) => fact !== null && !isFactText(fact))) {
    return 'A field is too long or holds control characters.';
  }
  if (facts.transactionId === null && outcome.status !== 'ignored' && outcome.status !== 'held') {
    return 'The message has no txn_id.';
  }
  return { eventKey: eventKeyOf(fields), ...facts, ...money, ...outcome, payerName: payer(text) };
}

type Outcome = Pick<Claim, 'status' | 'captured'>;

/** Null for a status that PayPal has not had so far. */
function outcomeOf(fields: Fields): Outcome | null {
  const type = fields.get('txn_type') ?? '';
  const status = fields.get('payment_status') ?? '';
  // Money that we pay out to many says Completed as well, and is nobody's order.
  if (type === 'masspay') return { status: 'ignored', captured: null };
  if (status === '') return { status: type === 'new_case' ? 'held' : 'ignored', captured: null };
  if (status === 'Pending' && fields.get('pending_reason') === 'authorization') {
    return { status: 'approved', captured: false };
  }
  const known = statuses.get(status);
  return known === undefined
    ? null
    : { status: known, captured: known === 'approved' ? true : null };
}

const statuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['Completed', 'approved'],
  ['Processed', 'approved'],
  ['Pending', 'held'],
  ['Created', 'pending'],
  ['In-Progress', 'pending'],
  ['Denied', 'declined'],
  ['Failed', 'declined'],
  ['Expired', 'expired'],
  ['Voided', 'cancelled'],
  ['Refunded', 'refunded'],
  ['Partially_Refunded', 'refunded'],
  ['Reversed', 'chargeback'],
  ['Canceled_Reversal', 'chargeback_reversed'],
]);

type Money = Readonly<{ amountMinor: number | null; currency: Currency | null }>;

/** A refund is negative, as PayPal writes it. Without a currency there is no amount. */
function moneyOf(fields: Fields): Money | string {
  const amount = fields.get('mc_gross') ?? '';
  const currency = fields.get('mc_currency') ?? '';
  if (currency === '') return { amountMinor: null, currency: null };
  if (!isCurrency(currency)) return 'The mc_currency is not a currency of ISO 4217.';
  const amountMinor = decimalAmount(amount, currency);
  if (amountMinor === undefined) return 'The mc_gross is not an amount of that currency.';
  return { amountMinor, currency };
}

/** One payment is pending for one reason after another; what is no payment has no status. */
function eventKeyOf(fields: Fields): string {
  const status = fields.get('payment_status') ?? '';
  const more = status === '' ? ['txn_type', 'case_id', 'ipn_track_id'] : [];
  const reason = status === 'Pending' ? ['pending_reason'] : [];
  const names = ['txn_id', 'payment_status', ...reason, ...more];
  return names.map((name) => fields.get(name) ?? '').join('|');
}

function payer(text: (name: string) => string | null): string | null {
  const person = [text('first_name'), text('last_name')].filter((name) => name !== null);
  const name = text('address_name') ?? person.join(' ');
  return name !== '' && isFactText(name) ? name : null;
}
