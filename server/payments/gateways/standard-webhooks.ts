import * as z from 'zod';
import {
  checkStandardSignature,
  type StandardKey,
  standardKey,
} from '#server/signatures/standard-signature';
import { type ClaimFacts, noFacts } from './claim-facts';
import { AmountFact, CurrencyFact, OrderMetadata, TextFact, unreadable } from './fact-schemas';
import {
  badSignature,
  type Claim,
  type ClaimStatus,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  proved,
  type Secrets,
  type SignedMessage,
  secretList,
  type Verification,
  type Verifying,
} from './gateway';
import { nameOfSecret } from './name-of-secret';
import { type JsonObject, parseSignedJson } from './parse-signed-json';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Any sender of Standard Webhooks (https://www.standardwebhooks.com), Svix and Polar among them.
 * `secret` is `whsec_…` for HMAC signatures (`v1`) or `whpk_…` for ed25519 ones (`v1a`); the
 * latter may also stand in `publicKey`. A public key never proves a `v1` signature: anybody could
 * make one. The webhook id is the same on every try of a message, its time is not.
 */
export const standardWebhooks = {
  id: 'standard-webhooks',
  name: 'Standard Webhooks',
  refundsAreTotals: false,
  tellsLive: false,
  secrets: secretsOf({
    secret: rotatingSecret((secret) => standardKey(secret) !== null, secretFault).optional(),
    publicKey: rotatingSecret(
      (secret) => standardKey(asPublic(secret))?.version === 'v1a',
      publicKeyFault,
    ).optional(),
  }).refine((secrets) => secrets.secret !== undefined || secrets.publicKey !== undefined, {
    path: ['secret'],
    message: 'The secret is missing.',
  }),
  verify,
} satisfies Gateway;

/** 32 bytes in base64. */
const publicKeyLength = 44;

function secretFault(secret: string): string {
  const rule = 'The secret is what the sender shows: whsec_ or whpk_ and base64 after it';
  if (secret.startsWith('whpk_')) {
    return `${rule}; after whpk_ there are ${publicKeyLength}, here ${lengthOfKey(secret)}.`;
  }
  if (secret.startsWith('whsec_')) return `${rule}; what stands after this whsec_ is no base64.`;
  const kind = nameOfSecret(secret);
  return kind === null ? `${rule}.` : `${rule}; this is ${kind}.`;
}

function publicKeyFault(secret: string): string {
  const rule = `The public key is whpk_ and ${publicKeyLength} characters of base64 after it`;
  const kind = secret.startsWith('whpk_') ? null : nameOfSecret(secret);
  if (kind !== null) return `${rule}; this is ${kind}.`;
  const length = lengthOfKey(secret);
  return length === 0 || length === publicKeyLength
    ? `${rule}.`
    : `${rule}; this one has ${length}.`;
}

function lengthOfKey(secret: string): number {
  return secret.replace('whpk_', '').length;
}

function verify(
  message: SignedMessage,
  account: GatewayAccount,
  { atMs }: Verifying,
): Verification {
  const keys = keysOf(account.secrets);
  if (keys.length === 0) return notConfigured('The secret is missing or not well formed.');
  const signature = checkStandardSignature(message, keys, atMs);
  if (!signature.ok) return badSignature(signature.reason);
  const event = parseSignedJson(message.body);
  return event.ok ? readEvent(event.value, signature.id) : malformed(event.reason);
}

function keysOf(secrets: Secrets): readonly StandardKey[] {
  const all = [
    ...secretList(secrets, 'secret').map(standardKey),
    ...secretList(secrets, 'publicKey').map((secret) => standardKey(asPublic(secret))),
  ];
  return all.filter((key) => key !== null);
}

function asPublic(secret: string): string {
  return secret.startsWith('whpk_') ? secret : `whpk_${secret}`;
}

const statuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['payment.paid', 'approved'],
  ['payment.declined', 'declined'],
  ['payment.held', 'held'],
  ['payment.refunded', 'refunded'],
  ['payment.charged_back', 'chargeback'],
  ['payment.expired', 'expired'],
  ['order.paid', 'approved'],
]);

/** Our own shape: `{order_number, amount_minor, currency, transaction_id, authorization_code}`. */
const PaymentData = z
  .object(
    {
      order_number: TextFact.nullish(),
      amount_minor: AmountFact.nullish(),
      currency: CurrencyFact.nullish(),
      transaction_id: TextFact.nullish(),
      authorization_code: TextFact.nullish(),
    },
    'is missing',
  )
  .transform(
    (data): ClaimFacts => ({
      orderNumber: data.order_number ?? null,
      amountMinor: data.amount_minor ?? null,
      currency: data.currency ?? null,
      transactionId: data.transaction_id ?? null,
      authorizationCode: data.authorization_code ?? null,
    }),
  );

/** Polar keeps numbers in its metadata as such: a shop that counts its orders gives one. */
const PolarMetadata = z
  .record(z.string(), z.unknown(), 'is not an object')
  .transform((metadata) =>
    Object.fromEntries(
      Object.entries(metadata).map(([name, value]) => [
        name,
        Number.isSafeInteger(value) ? String(value) : value,
      ]),
    ),
  )
  .pipe(OrderMetadata);

/** Polar's order: the shop's own number is in the metadata that it gave at the checkout. */
const PolarOrder = z
  .object(
    {
      id: TextFact.nullish(),
      total_amount: AmountFact.nullish(),
      currency: CurrencyFact.nullish(),
      metadata: PolarMetadata.nullish(),
    },
    'is missing',
  )
  .transform(
    (order): ClaimFacts => ({
      orderNumber: order.metadata ?? null,
      amountMinor: order.total_amount ?? null,
      currency: order.currency ?? null,
      transactionId: order.id ?? null,
      authorizationCode: null,
    }),
  );

const PaymentMessage = z.object({ data: PaymentData });
const PolarMessage = z.object({ data: PolarOrder });

function readEvent(event: JsonObject, id: string): Verification {
  const type = typeof event.type === 'string' ? event.type : '';
  const status = statuses.get(type);
  const Message = type.startsWith('order.') ? PolarMessage : PaymentMessage;
  const parsed = Message.safeParse(event);
  if (status === undefined) return proved(claimOf(id, 'ignored', parsed.data?.data ?? noFacts));
  if (!parsed.success) return malformed(unreadable(parsed.error));
  const facts = parsed.data.data;
  if (status === 'approved' && (facts.amountMinor === null || facts.currency === null)) {
    return malformed('The message says paid, but not how much in which currency.');
  }
  return proved(claimOf(id, status, facts));
}

function claimOf(id: string, status: ClaimStatus, facts: ClaimFacts): Claim {
  return { trust: 'full', eventKey: id, eventId: id, ...facts, status, captured: null, test: null };
}
