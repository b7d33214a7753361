import * as z from 'zod';
import type { Currency } from '#domain/currency';
import { noFacts } from './claim-facts';
import { AmountFact, CurrencyFact, isFactText, TextFact, unreadable } from './fact-schemas';
import { type Claim, type ClaimStatus, isOn, type Secrets, setting } from './gateway';
import { inOurMinorUnits } from './in-our-minor-units';
import { isJsonObject, type JsonObject } from './parse-signed-json';

const SignedText = z.string().nullish();

/** One item as it came; whether its facts make sense is looked at once its signature fits. */
export const AdyenItem = z.object({
  pspReference: SignedText,
  originalReference: SignedText,
  merchantAccountCode: SignedText,
  merchantReference: SignedText,
  amount: z
    .object({ value: z.union([z.number(), z.string()]).nullish(), currency: SignedText })
    .nullish(),
  eventCode: SignedText,
  success: z.union([z.string(), z.boolean()]).nullish(),
  reason: z.unknown().optional(),
  additionalData: z.custom<JsonObject>(isJsonObject).nullish(),
});
export type AdyenItem = z.infer<typeof AdyenItem>;

type Reading = Readonly<{ test: boolean | null; secrets: Secrets }>;

/**
 * What a proved item says about a payment; event codes that say nothing are `ignored`. The
 * transaction id is the payment's: a capture or a refund has its own as `pspReference` and the
 * payment's as `originalReference`. One payment can fail and then succeed under one reference
 * (Adyen/adyen-commercetools#1324), so success is part of the event key.
 */
export function readAdyenItem(
  item: AdyenItem,
  { test, secrets }: Reading,
): Readonly<{ claim: Claim }> | Readonly<{ reason: string }> {
  const eventCode = item.eventCode ?? '';
  const eventId = `${eventCode}:${item.pspReference ?? ''}:${item.success ?? ''}`;
  if (!item.pspReference || !isFactText(eventId)) {
    return { reason: 'An item has no event code and pspReference that can be kept.' };
  }
  const named = { eventKey: eventId, eventId, test };
  const parsed = PaymentItem.safeParse(item);
  if (!meanings.has(eventCode)) {
    const facts = parsed.success ? factsOf(item, parsed.data) : noFacts;
    const amountMinor = facts.amountMinor ?? null;
    return { claim: { trust: 'full', ...named, ...facts, amountMinor, ...nothing } };
  }
  if (!parsed.success) return { reason: unreadable(parsed.error) };
  const outcome = outcomeOf(item, parsed.data.success === 'true', secrets);
  const facts = factsOf(item, parsed.data);
  const fault = faultOf(item, { ...facts, ...outcome }, secrets);
  return fault === null
    ? { claim: { ...named, ...facts, amountMinor: facts.amountMinor ?? null, ...outcome } }
    : { reason: fault };
}

const PaymentItem = z.object({
  pspReference: TextFact,
  originalReference: TextFact.nullish(),
  merchantReference: TextFact.nullish(),
  amount: z.object({ value: AmountFact.nullish(), currency: CurrencyFact.nullish() }).nullish(),
  success: z
    .union([z.string(), z.boolean()], 'is missing')
    .transform(String)
    .refine((success) => /^(?:true|false)$/.test(success), 'is neither true nor false'),
});

/**
 * What an event means where it succeeded. A notice of a dispute and a request for information have
 * taken no money yet, but want an answer.
 */
const meanings: ReadonlyMap<string, ClaimStatus> = new Map([
  ['AUTHORISATION', 'approved'],
  ['CAPTURE', 'approved'],
  ['CAPTURE_FAILED', 'error'],
  ['CANCELLATION', 'cancelled'],
  ['TECHNICAL_CANCEL', 'cancelled'],
  ['CANCEL_OR_REFUND', 'held'],
  ['PENDING', 'pending'],
  ['OFFER_CLOSED', 'expired'],
  ['EXPIRE', 'expired'],
  ['REFUND', 'refunded'],
  ['REFUND_FAILED', 'error'],
  ['REFUNDED_REVERSED', 'error'],
  ['REQUEST_FOR_INFORMATION', 'held'],
  ['NOTIFICATION_OF_CHARGEBACK', 'chargeback'],
  ['CHARGEBACK', 'chargeback'],
  ['SECOND_CHARGEBACK', 'chargeback'],
  ['CHARGEBACK_REVERSED', 'chargeback_reversed'],
] satisfies [string, ClaimStatus][]);

type Outcome = Pick<Claim, 'trust' | 'status' | 'captured'>;

function outcomeOf(item: AdyenItem, isSuccess: boolean, secrets: Secrets): Outcome {
  const { eventCode } = item;
  const isAuthorisation = eventCode === 'AUTHORISATION';
  if (!isSuccess) {
    return { trust: 'full', status: isAuthorisation ? 'declined' : 'error', captured: null };
  }
  if (eventCode === 'CANCEL_OR_REFUND') return cancelledOrRefunded(item);
  const status = meanings.get(eventCode ?? '') ?? 'ignored';
  if (eventCode === 'CAPTURE') return { trust: 'full', status, captured: true };
  const isToBeCaptured = isAuthorisation && isOn(secrets, 'manualCapture');
  return { trust: 'full', status, captured: isToBeCaptured ? false : null };
}

/** Which of the two it was stands outside of the signature. */
function cancelledOrRefunded({ additionalData }: AdyenItem): Outcome {
  const action = additionalData?.['modification.action'];
  if (action === 'refund') return { trust: 'partial', status: 'refunded', captured: null };
  if (action === 'cancel') return { trust: 'partial', status: 'cancelled', captured: null };
  return { trust: 'full', status: 'held', captured: null };
}

type Facts = Pick<Claim, 'orderNumber' | 'transactionId' | 'authorizationCode'> &
  Readonly<{ currency: Currency | null; amountMinor: number | null | undefined }>;

function factsOf(item: AdyenItem, read: z.infer<typeof PaymentItem>): Facts {
  const currency = read.amount?.currency ?? null;
  return {
    orderNumber: read.merchantReference ?? null,
    amountMinor: inOurMinorUnits(read.amount?.value, currency, adyenExponents),
    currency,
    transactionId: read.originalReference ?? read.pspReference,
    authorizationCode: authorizationCodeOf(item),
  };
}

/** Where Adyen's minor units are others (https://docs.adyen.com/development-resources/currency-codes). */
export const adyenExponents: Readonly<Partial<Record<Currency, number>>> = {
  CLP: 2,
  CVE: 0,
  IDR: 0,
  ISK: 2,
};

/** `additionalData.authCode`, else the first part of the reason `authCode:last4:expiry`. */
function authorizationCodeOf({ reason, additionalData }: AdyenItem): string | null {
  const told = additionalData?.authCode;
  if (typeof told === 'string' && told !== '') return isFactText(told) ? told : null;
  const [, code = null] =
    /^([A-Za-z0-9]{1,20}):\d{4}:\d{1,2}\/\d{2,4}$/.exec(typeof reason === 'string' ? reason : '') ??
    [];
  return code;
}

function faultOf(item: AdyenItem, claimed: Facts & Outcome, secrets: Secrets): string | null {
  const ours = setting(secrets, 'merchantAccount');
  if (ours !== undefined && item.merchantAccountCode !== ours) {
    return 'The message is signed, but about another merchant account.';
  }
  if (claimed.amountMinor === undefined) {
    return `The message is signed, but ${claimed.currency} has no such fractions.`;
  }
  const hasAmount = claimed.amountMinor !== null && claimed.currency !== null;
  const isAmountNeeded = claimed.status === 'approved' || claimed.status === 'refunded';
  return isAmountNeeded && !hasAmount
    ? 'The message says that money moved, but not how much in which currency.'
    : null;
}

const nothing = { status: 'ignored', captured: null } as const;
