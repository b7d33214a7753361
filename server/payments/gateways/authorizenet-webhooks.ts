import * as z from 'zod';
import { type Currency, isCurrency } from '#domain/currency';
import { decodeHex } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import { bodyKey } from './body-key';
import { decimalAmount } from './decimal-amount';
import { TextFact, unreadable } from './fact-schemas';
import {
  badSignature,
  type Claim,
  type ClaimStatus,
  type Gateway,
  type GatewayAccount,
  isOn,
  malformed,
  notConfigured,
  proved,
  type SignedMessage,
  secretList,
  setting,
  type Verification,
} from './gateway';
import { type JsonObject, parseSignedJsonTexts } from './parse-signed-json';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Authorize.Net's webhooks, proved by `X-ANET-Signature`
 * (https://developer.authorize.net/api/reference/features/webhooks.html). There is no timestamp
 * under the signature: only the notification id stops a replay. The currency is the account's. A
 * refund names its own transaction and not the payment that it belongs to.
 */
export const authorizenetWebhooks = {
  id: 'authorizenet-webhooks',
  name: 'Authorize.Net Webhooks',
  refundsAreTotals: false,
  tellsLive: false,
  namesNoCurrency: true,
  shown: ['accountCurrency', 'manualCapture'],
  secrets: secretsOf({
    signatureKey: rotatingSecret(
      (key) => key.length === 128 && decodeHex(key) !== null,
      'The signature key is 128 digits and letters from A to F.',
    ),
    accountCurrency: z
      .string()
      .refine(isCurrency, 'The currency of the account is three capital letters, such as USD.')
      .optional(),
    manualCapture: z.boolean('Capturing by hand is either on or off.').optional(),
  }),
  verify,
} satisfies Gateway;

function verify({ body, headers }: SignedMessage, account: GatewayAccount): Verification {
  const keys = secretList(account.secrets, 'signatureKey').flatMap(keysOf);
  if (keys.length === 0) return notConfigured('The signature key is missing.');
  const [, hex = ''] = /^sha512=([0-9a-f]{128})$/i.exec(headers['x-anet-signature'] ?? '') ?? [];
  const given = decodeHex(hex);
  if (given === null) {
    return badSignature('The X-ANET-Signature header is missing or unreadable.');
  }
  if (!isSignedBy({ algorithm: 'sha512', keys, parts: [body], given: [given] })) {
    return badSignature(
      'The signature does not fit: the message was changed, or the signature key is another.',
    );
  }
  const currency = setting(account.secrets, 'accountCurrency') ?? account.currency ?? '';
  if (!isCurrency(currency)) return notConfigured('The currency of the account is missing.');
  const event = parseSignedJsonTexts(body);
  if (!event.ok) return malformed(event.reason);
  const isCapturedByHand = isOn(account.secrets, 'manualCapture');
  return readEvent(event.value, body, { currency, isCapturedByHand });
}

/**
 * The key is the text that the Merchant Interface shows, not the bytes that it spells (Silent Post
 * takes those). Implementations differ, and it is one secret, so both are tried.
 */
function keysOf(secret: string): readonly (string | Buffer)[] {
  const bytes = decodeHex(secret);
  return bytes === null ? [secret] : [secret, bytes];
}

const Notification = z.object({
  notificationId: TextFact.pipe(z.string('is missing')),
  payload: z.object(
    {
      id: TextFact.nullish(),
      responseCode: TextFact.nullish(),
      authCode: TextFact.nullish(),
      authAmount: z.string('is not a number').nullish(),
      invoiceNumber: TextFact.nullish(),
      merchantReferenceId: TextFact.nullish(),
    },
    'is missing',
  ),
});
type Payload = z.infer<typeof Notification>['payload'];

type Reading = Readonly<{ currency: Currency; isCapturedByHand: boolean }>;

function readEvent(event: JsonObject, body: Uint8Array, reading: Reading): Verification {
  const { currency } = reading;
  const type = typeof event.eventType === 'string' ? event.eventType.toLowerCase() : '';
  const meaning = meanings.get(type);
  const parsed = Notification.safeParse(event);
  if (meaning === undefined) return proved(ignored(parsed.data ?? null, body, currency));
  if (!parsed.success) return malformed(unreadable(parsed.error));
  const { notificationId: id, payload } = parsed.data;
  const outcome = outcomeOf(meaning, payload.responseCode ?? null, reading);
  const amountMinor = decimalAmount(payload.authAmount ?? '', currency);
  if (outcome === null) return malformed('The message has no responseCode that is known.');
  if ((payload.id ?? null) === null) return malformed('The message names no transaction.');
  if (amountMinor === undefined || (amountMinor ?? 0) < 0) {
    return malformed('The authAmount is not an amount of money.');
  }
  if (amountMinor === null && (outcome.status === 'approved' || outcome.status === 'refunded')) {
    return malformed('The message says that money moved, but not how much.');
  }
  return proved(claimOf(id, { ...factsOf(payload), amountMinor, currency, ...outcome }));
}

type Outcome = Pick<Claim, 'status' | 'captured'>;
type Meaning = Outcome & Readonly<{ isReview?: true }>;

/** What an event means where the transaction went through. */
const meanings = new Map<string, Meaning>([
  ['net.authorize.payment.authcapture.created', { status: 'approved', captured: true }],
  ['net.authorize.payment.capture.created', { status: 'approved', captured: true }],
  ['net.authorize.payment.priorauthcapture.created', { status: 'approved', captured: true }],
  ['net.authorize.payment.authorization.created', { status: 'approved', captured: false }],
  ['net.authorize.payment.refund.created', { status: 'refunded', captured: null }],
  ['net.authorize.payment.void.created', { status: 'cancelled', captured: null }],
  ['net.authorize.payment.fraud.held', { status: 'held', captured: null, isReview: true }],
  ['net.authorize.payment.fraud.approved', { status: 'approved', captured: null, isReview: true }],
  ['net.authorize.payment.fraud.declined', { status: 'declined', captured: null, isReview: true }],
]);

/**
 * The response code of a review may still be the one from before it, so that only a failure counts
 * there. Whether the payment was authorised only, a review that is passed does not say.
 */
function outcomeOf(
  { isReview, ...meaning }: Meaning,
  responseCode: string | null,
  { isCapturedByHand }: Reading,
): Outcome | null {
  const needsCode = meaning.captured !== null;
  const isThrough = responseCode === '1' || (responseCode === null && !needsCode);
  if (isThrough || (isReview && responseCode === '4')) {
    return isReview && isCapturedByHand && meaning.status === 'approved'
      ? { ...meaning, captured: false }
      : meaning;
  }
  const status = otherStatuses.get(responseCode ?? '');
  return status === undefined ? null : { status, captured: null };
}

const otherStatuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['2', 'declined'],
  ['3', 'error'],
  ['4', 'held'],
]);

type Facts = Pick<Claim, 'orderNumber' | 'transactionId' | 'authorizationCode' | 'test'>;

/** Transactions of an account in test mode all have the id 0. */
function factsOf({ id, authCode, invoiceNumber, merchantReferenceId }: Payload): Facts {
  return {
    orderNumber: invoiceNumber ?? merchantReferenceId ?? null,
    transactionId: id ?? null,
    authorizationCode: authCode ?? null,
    test: id === '0' ? true : null,
  };
}

/** An event about something else, with what it says of a transaction as far as that can be read. */
function ignored(
  read: z.infer<typeof Notification> | null,
  body: Uint8Array,
  currency: Currency,
): Claim {
  const facts = factsOf(read?.payload ?? {});
  const amountMinor = decimalAmount(read?.payload.authAmount ?? '', currency) ?? null;
  const claimed = { ...facts, amountMinor, currency, status: 'ignored', captured: null } as const;
  if (read !== null) return claimOf(read.notificationId, claimed);
  return { ...claimOf(bodyKey(body), claimed), eventId: null };
}

function claimOf(id: string, claimed: Omit<Claim, 'trust' | 'eventKey' | 'eventId'>): Claim {
  return { trust: 'full', eventKey: id, eventId: id, ...claimed };
}
