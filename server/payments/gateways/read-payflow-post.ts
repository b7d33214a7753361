import { type Currency, isCurrency } from '#domain/currency';
import { decimalAmount } from './decimal-amount';
import { isFactText } from './fact-schemas';
import { type Claim, type ClaimStatus, isOn, type Secrets } from './gateway';

type Fields = ReadonlyMap<string, string>;

/** A post as it came, before Payflow was asked. */
export type PayflowPost = Claim &
  Readonly<{ transactionId: string; result: string; currency: Currency; postedCurrency: string }>;

/** What a Silent Post says, or in one sentence why it cannot be read. */
export function readPayflowPost(fields: Fields, currency: Currency): PayflowPost | string {
  const text = (name: string) => fields.get(name)?.trim() || null;
  const transactionId = text('PNREF');
  const result = text('RESULT') ?? '';
  const amountMinor = decimalAmount(text('AMT') ?? '', currency);
  if (transactionId === null || !/^[A-Za-z0-9]{8,32}$/.test(transactionId)) {
    return 'The message has no PNREF.';
  }
  if (!/^-?\d{1,6}$/.test(result)) return 'The message has no RESULT.';
  if (amountMinor === undefined || (amountMinor ?? 0) < 0) {
    return 'The AMT is not an amount of money.';
  }
  const facts = {
    orderNumber: text('INVNUM') ?? text('INVOICE'),
    authorizationCode: text('AUTHCODE'),
    parentTransactionId: text('ORIGID'),
  };
  if (!Object.values(facts).every((fact) => fact === null || isFactText(fact))) {
    return 'A field is too long or holds control characters.';
  }
  return {
    trust: 'none',
    eventKey: transactionId,
    eventId: null,
    ...facts,
    transactionId,
    amountMinor,
    currency,
    ...outcomeOf(result, text('TYPE')),
    test: null,
    result,
    postedCurrency: text('CURRENCY') ?? '',
  };
}

type Outcome = Pick<Claim, 'status' | 'captured'>;

function outcomeOf(result: string, type: string | null): Outcome {
  if (result === '0') return approvedOutcomes.get(type ?? '') ?? unknownType;
  return { status: otherStatuses.get(result) ?? 'error', captured: null };
}

const approvedOutcomes: ReadonlyMap<string, Outcome> = new Map([
  ['S', { status: 'approved', captured: true }],
  ['D', { status: 'approved', captured: true }],
  ['A', { status: 'approved', captured: false }],
  ['C', { status: 'refunded', captured: null }],
  ['V', { status: 'cancelled', captured: null }],
]);

/** With ECHODATA=False the type is not posted. */
const unknownType: Outcome = { status: 'approved', captured: null };

const otherStatuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['12', 'declined'],
  ['125', 'declined'],
  ['126', 'held'],
  ['127', 'held'],
  ['128', 'declined'],
]);

/**
 * The claim as Payflow's answer to our Inquiry bears it out, or in one sentence what differs. What
 * the answer does not say (often the order number) stays as it was posted. Anybody may post a PNREF
 * first with another type, so that whether money was taken is part of the key.
 */
export function confirmPayflowClaim(
  posted: PayflowPost,
  answer: Fields,
  secrets: Secrets,
): Claim | string {
  const { result, postedCurrency, ...claim } = posted;
  const text = (name: string) => answer.get(name)?.trim() || null;
  if (text('ORIGPNREF') !== claim.transactionId) return 'Payflow told of another transaction.';
  if (text('ORIGRESULT') !== result) return 'Payflow says that this transaction ended otherwise.';
  const currency = text('CURRENCY') ?? claim.currency;
  const isSameCurrency = postedCurrency === '' || postedCurrency === currency;
  if (!isCurrency(currency) || !isSameCurrency) return 'Payflow names another currency.';
  const amountMinor = decimalAmount(text('AMT') ?? '', currency) ?? null;
  if (amountMinor === null && claim.status === 'approved') return 'Payflow names no amount.';
  if (claim.amountMinor !== null && amountMinor !== null && claim.amountMinor !== amountMinor) {
    return 'Payflow names another amount.';
  }
  const orderNumber = text('INVNUM') ?? text('INVOICE');
  if (claim.orderNumber !== null && !isSame(orderNumber, claim.orderNumber)) {
    return 'Payflow names another order.';
  }
  const captured = capturedBy(text('TRANSSTATE'), claim);
  return {
    ...claim,
    trust: isFailed(text('TRANSSTATE'), claim) ? 'partial' : 'fetchback',
    eventKey: `${claim.transactionId}|${result}|${claim.status}|${captured}`,
    orderNumber: claim.orderNumber ?? orderNumber,
    authorizationCode: text('AUTHCODE') ?? claim.authorizationCode,
    amountMinor: amountMinor ?? claim.amountMinor,
    currency,
    captured,
    test: isOn(secrets, 'sandbox') ? true : null,
  };
}

/** 3 is authorised; from 6 to 9 the money is on its way or there. */
function capturedBy(state: string | null, { status, captured }: Claim): boolean | null {
  if (status !== 'approved') return captured;
  if (state === '3') return false;
  return state !== null && /^[6-9]$/.test(state) ? true : captured;
}

/**
 * From 10 on, settling or capturing has failed; 1000 more stand for a void. It was approved all the
 * same, so that a person has to look.
 */
function isFailed(state: string | null, { status }: Claim): boolean {
  return status === 'approved' && state !== null && !/^[036789]$/.test(state);
}

/** Not told, or told with or without the escapes of a form. */
function isSame(told: string | null, posted: string): boolean {
  return told === null || told === posted || unescaped(told) === posted;
}

function unescaped(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
