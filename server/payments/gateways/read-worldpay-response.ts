import { isCurrency } from '#domain/currency';
import { decimalAmount } from './decimal-amount';
import { isFactText } from './fact-schemas';
import { type Claim, malformed, proved, type Trust, type Verification } from './gateway';
import { textOfBytes } from './text-of-bytes';

type Fields = ReadonlyMap<string, string>;

/** What a payment response whose password was checked says; `trust` is that of what was asked for. */
export function readWorldpayResponse(fields: Fields, trust: Trust): Verification {
  const text = (name: string) => fields.get(name) ?? '';
  const outcome = outcomeOf(text);
  if (outcome === null) return malformed('The message has an unknown transStatus or authMode.');
  const asked = readMoney(text('amount'), text('currency'));
  const orderNumber = textOfBytes(text('cartId'));
  const transactionId = text('transId') || null;
  if (![orderNumber, transactionId ?? ''].every(isFactText)) {
    return malformed('A field is too long or holds control characters.');
  }
  if (outcome.status === 'approved' && (asked === null || transactionId === null)) {
    return malformed('The message says paid, but not how much or by which transaction.');
  }
  const charged = chargedMoney(text, asked);
  return proved({
    trust: isSameMoney(asked, charged) ? trust : 'partial',
    eventKey: eventKeyOf(text),
    eventId: null,
    orderNumber: orderNumber || null,
    amountMinor: charged?.amountMinor ?? null,
    currency: charged?.currency ?? null,
    transactionId,
    // rawAuthCode says A for authorised: it is no code of the bank.
    authorizationCode: null,
    ...outcome,
    test: testOf(text('testMode')),
  });
}

type Text = (name: string) => string;

/** Declined payments are told for recurring ones only; those also have messages of another kind. */
function outcomeOf(text: Text): Pick<Claim, 'status' | 'captured'> | null {
  const status = text('transStatus');
  if (status === 'C') return { status: 'cancelled', captured: null };
  if (status === 'N') return { status: 'declined', captured: null };
  if (status === '' && text('futurePayStatusChange') !== '') {
    return { status: 'ignored', captured: null };
  }
  const captured = capturedByMode.get(text('authMode'));
  return status === 'Y' && captured !== undefined ? { status: 'approved', captured } : null;
}

/** A full authorisation is settled by itself, a pre-authorisation waits for the shop. */
const capturedByMode: ReadonlyMap<string, boolean | null> = new Map([
  ['A', true],
  ['E', false],
  ['', null],
]);

type Money = Readonly<{ amountMinor: number; currency: string }>;

function readMoney(amount: string, currency: string): Money | null {
  if (!isCurrency(currency)) return null;
  const amountMinor = decimalAmount(amount, currency) ?? null;
  return amountMinor === null || amountMinor < 0 ? null : { amountMinor, currency };
}

/** What was charged, where it is told: Worldpay writes it as `15.0`, whatever the currency. */
function chargedMoney(text: Text, asked: Money | null): Money | null {
  if (text('authAmount') === '') return asked;
  const currency = text('authCurrency') || text('currency');
  return readMoney(text('authAmount').replace(/\.0$/, ''), currency);
}

function isSameMoney(one: Money | null, other: Money | null): boolean {
  return one?.amountMinor === other?.amountMinor && one?.currency === other?.currency;
}

/** A payment that was called off before anything was tried may have no transaction. */
function eventKeyOf(text: Text): string {
  const status = text('transStatus') || text('futurePayStatusChange');
  if (text('transId') !== '') return `${text('transId')}|${status}`;
  return [text('cartId') || text('futurePayId'), status, text('transTime')].join('|');
}

/** 0 is a real payment, 100 and 101 are tests. */
function testOf(mode: string): boolean | null {
  return mode === '' ? null : !/^0+$/.test(mode);
}
