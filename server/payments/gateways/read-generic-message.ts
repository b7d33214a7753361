import { createHash } from 'node:crypto';
import { type Currency, isCurrency } from '#domain/currency';
import { amountMax } from '#domain/money';
import { type ClaimFacts, noFacts } from './claim-facts';
import { decimalAmount } from './decimal-amount';
import { isFactText } from './fact-schemas';
import {
  type Claim,
  type GatewayAccount,
  malformed,
  proved,
  type SignedMessage,
  type Verification,
} from './gateway';
import type { GenericHmacConfig } from './generic-hmac-config';
import { type BodyText, readBodyTexts } from './read-body-texts';

type Fields = GenericHmacConfig['fields'];
type Facts = ClaimFacts & Pick<Claim, 'test'>;

/**
 * What a message with a proved signature says, read as the config has it. A status that the config
 * does not know is `ignored`; a known one with facts that cannot be read is `malformed`.
 */
export function readGenericMessage(
  message: SignedMessage,
  account: GatewayAccount,
  config: GenericHmacConfig,
): Verification {
  const body = readBodyTexts(message.body);
  if (!body.ok) return malformed(body.reason);
  const status = firstOf(config.fields.status, body.textAt) ?? '';
  const outcome = outcomeOf(status, config);
  const facts = readFacts(config, account, body.textAt);
  const keys = keysOf(message, config.fields, body.textAt, status);
  if (outcome.status === 'ignored') {
    return proved({ trust: 'full', ...keys, ...unknown, ...readable(facts), ...outcome });
  }
  const broken = Object.entries(facts).find(([, fact]) => fact === undefined);
  if (broken) return malformed(`The message is signed, but its ${words[broken[0]]} is unreadable.`);
  const read = { ...unknown, ...readable(facts) };
  if (outcome.status === 'approved' && read.amountMinor === null) {
    return malformed('The message says paid, but not how much in which currency.');
  }
  if (read.amountMinor !== null && read.amountMinor < 0 && outcome.status === 'approved') {
    return malformed('The message says paid, but less than nothing.');
  }
  return proved({ trust: 'full', ...keys, ...read, ...outcome });
}

const words: Readonly<Record<string, string>> = {
  orderNumber: 'order number',
  amountMinor: 'amount',
  currency: 'currency',
  transactionId: 'transaction id',
  authorizationCode: 'authorization code',
  test: 'test flag',
};

/** The text at the first of the places that the message has. */
function firstOf(
  paths: string | readonly string[] | undefined,
  textAt: BodyText,
): string | null | undefined {
  for (const path of [paths ?? []].flat()) {
    const text = textAt(path);
    if (text !== null) return text;
  }
  return null;
}

function outcomeOf(
  status: string,
  { statusMap }: GenericHmacConfig,
): Pick<Claim, 'status' | 'captured'> {
  const meaning = Object.hasOwn(statusMap, status) ? statusMap[status] : undefined;
  if (meaning === 'authorised') return { status: 'approved', captured: false };
  return { status: meaning ?? 'ignored', captured: null };
}

const unknown: Facts = { ...noFacts, test: null };

/** Null for what is not there, undefined for what cannot be read. */
type ReadFacts = Readonly<{ [Name in keyof Facts]: Facts[Name] | undefined }>;

function readFacts(
  { fields, amountUnit }: GenericHmacConfig,
  account: GatewayAccount,
  textAt: BodyText,
): ReadFacts {
  const text = (name: keyof Fields) => factOf(firstOf(fields[name], textAt));
  const currency = currencyOf(text('currency'), account);
  return {
    orderNumber: text('orderNumber'),
    amountMinor: amountOf(text('amount'), currency, amountUnit),
    currency,
    transactionId: text('transactionId'),
    authorizationCode: text('authorizationCode'),
    test: testOf(text('test'), text('live')),
  };
}

function factOf(text: string | null | undefined): string | null | undefined {
  if (text === '') return null;
  return typeof text === 'string' && !isFactText(text) ? undefined : text;
}

/** Where messages do not name it, it is the account's. */
function currencyOf(
  text: string | null | undefined,
  account: GatewayAccount,
): Currency | null | undefined {
  const code = text === null ? account.currency : text?.toUpperCase();
  if (code === null) return null;
  return code !== undefined && isCurrency(code) ? code : undefined;
}

function amountOf(
  text: string | null | undefined,
  currency: Currency | null | undefined,
  unit: GenericHmacConfig['amountUnit'],
): number | null | undefined {
  if (text === null || text === undefined) return text;
  if (!currency) return currency;
  if (unit === 'decimal') return decimalAmount(text, currency);
  const minor = /^-?\d{1,15}$/.test(text) ? Number(BigInt(text)) : Number.NaN;
  return Math.abs(minor) <= amountMax ? minor : undefined;
}

/** The words of a flag, and of one that names the kind of payment instead. */
const yes = ['true', '1', 'yes', 'y', 'on'];
const no = ['false', '0', 'no', 'n', 'off'];
const forTest = ['test', 'sandbox'];
const forLive = ['live', 'production'];

function testOf(
  test: string | null | undefined,
  live: string | null | undefined,
): boolean | null | undefined {
  if (typeof test === 'string') return oneOf(test, [...yes, ...forTest], [...no, ...forLive]);
  if (typeof live === 'string') return oneOf(live, [...no, ...forTest], [...yes, ...forLive]);
  return test === undefined ? undefined : live;
}

function oneOf(text: string, isTrue: readonly string[], isFalse: readonly string[]) {
  const word = text.toLowerCase();
  if (isTrue.includes(word)) return true;
  return isFalse.includes(word) ? false : undefined;
}

function readable(facts: ReadFacts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

/**
 * An id counts only where it is signed. Without one the bytes tell a message from another: every
 * delivery of it has the same. The status keeps two messages apart that share a payment's id.
 */
function keysOf(
  { body, headers }: SignedMessage,
  { eventId: paths }: Fields,
  textAt: BodyText,
  status: string,
): Pick<Claim, 'eventKey' | 'eventId'> {
  const ids = [paths ?? []].flat();
  const signed = factOf(
    firstOf(
      ids.filter((path) => !path.startsWith(headerMark)),
      textAt,
    ),
  );
  if (signed) return { eventKey: `${signed}|${factOf(status) ?? ''}`, eventId: signed };
  const shown = ids
    .filter((path) => path.startsWith(headerMark))
    .map((path) => headers[path.slice(headerMark.length).toLowerCase()])
    .find((value) => value !== undefined && value !== '' && isFactText(value));
  const hash = createHash('sha256').update(body).digest('hex');
  return { eventKey: `sha256:${hash}`, eventId: shown ?? null };
}

const headerMark = 'header:';
