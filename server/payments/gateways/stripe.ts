import { decodeHex } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import { timestampFault } from '#server/signatures/timestamp-fault';
import {
  badSignature,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  type SignedMessage,
  secretList,
  type Verification,
  type Verifying,
} from './gateway';
import { nameOfSecret } from './name-of-secret';
import { parseSignedJson } from './parse-signed-json';
import { readStripeEvent } from './read-stripe-event';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Stripe's webhook events, proved by `Stripe-Signature` (https://docs.stripe.com/webhooks#verify-manually).
 *
 * One payment is announced by several events in any order (checkout.session.completed,
 * payment_intent.succeeded, charge.succeeded), each with its own event key and all with the
 * PaymentIntent as transaction id: the caller must pay once per transaction id. Only the charge
 * carries the authorization code.
 */
export const stripe = {
  id: 'stripe',
  name: 'Stripe',
  refundsAreTotals: true,
  returnsNamePayment: true,
  tellsLive: true,
  secrets: secretsOf({
    endpointSecret: rotatingSecret((secret) => /^whsec_\S+$/.test(secret), endpointSecretFault),
  }),
  verify,
} satisfies Gateway;

function endpointSecretFault(secret: string): string {
  const rule = 'The signing secret of the endpoint begins with whsec_';
  if (secret.startsWith('whsec_')) {
    return secret.length === 'whsec_'.length
      ? `${rule}, and more comes after it.`
      : `${rule} and has no blanks in it.`;
  }
  const kind = nameOfSecret(secret);
  return kind === null ? `${rule}.` : `${rule}; this is ${kind}.`;
}

function verify(
  message: SignedMessage,
  account: GatewayAccount,
  { atMs }: Verifying,
): Verification {
  const keys = secretList(account.secrets, 'endpointSecret');
  if (keys.length === 0) return notConfigured('The signing secret of the endpoint is missing.');
  const header = readHeader(message.headers['stripe-signature'] ?? '');
  if (header === null) return badSignature('The Stripe-Signature header is missing or unreadable.');
  const { timestamp, signatures: given } = header;
  const parts = [`${timestamp}.`, message.body];
  if (!isSignedBy({ algorithm: 'sha256', keys, parts, given })) {
    return badSignature(
      'The signature does not fit: the message was changed, or the signing secret is another.',
    );
  }
  const fault = timestampFault(Number(timestamp), atMs);
  if (fault !== null) return badSignature(fault);
  const event = parseSignedJson(message.body);
  return event.ok ? readStripeEvent(event.value, message.body) : malformed(event.reason);
}

type SignatureHeader = Readonly<{ timestamp: string; signatures: readonly Buffer[] }>;

/** `t=…,v1=…[,v1=…]`; other schemes (v0 is made with a public test secret) prove nothing. */
function readHeader(header: string): SignatureHeader | null {
  if (!/^\w+=\w+(?:,\w+=\w+)*$/.test(header)) return null;
  const entries = header.split(',').map((entry) => entry.split('='));
  const valuesOf = (name: string) =>
    entries.filter(([key]) => key === name).map(([, value]) => value ?? '');
  const [timestamp = '', ...furtherTimestamps] = valuesOf('t');
  const isTime = /^[1-9]\d{0,11}$/.test(timestamp) && furtherTimestamps.length === 0;
  const signatures = valuesOf('v1')
    .filter((value) => /^[0-9a-f]{64}$/.test(value))
    .map(decodeHex)
    .filter((signature) => signature !== null);
  return isTime && signatures.length > 0 ? { timestamp, signatures } : null;
}
