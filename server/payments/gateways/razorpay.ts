import { decodeHex } from './decode-strictly';
import { isFactText } from './fact-schemas';
import {
  badSignature,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  type SignedMessage,
  secretList,
  type Verification,
} from './gateway';
import { isSignedBy } from './is-signed-by';
import { parseSignedJsonTexts } from './parse-signed-json';
import { readRazorpayEvent } from './read-razorpay-event';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Razorpay's webhooks, proved by `X-Razorpay-Signature` over the body
 * (https://razorpay.com/docs/webhooks/validate-test/). Nothing in a message tells a test from real
 * money: the two modes differ by their webhooks, and so by their secrets.
 */
export const razorpay = {
  id: 'razorpay',
  name: 'Razorpay',
  refundsAreTotals: false,
  returnsNamePayment: true,
  tellsLive: false,
  secrets: secretsOf({
    webhookSecret: rotatingSecret(
      (secret) => !/^rzp_(?:test|live)_/.test(secret),
      'The secret is the one that was typed in for the webhook; it is no API key.',
    ),
  }),
  verify,
} satisfies Gateway;

function verify({ body, headers }: SignedMessage, account: GatewayAccount): Verification {
  const keys = secretList(account.secrets, 'webhookSecret');
  if (keys.length === 0) return notConfigured('The secret of the webhook is missing.');
  const given = decodeHex(headers['x-razorpay-signature'] ?? '');
  if (given === null) {
    return badSignature('The X-Razorpay-Signature header is missing or unreadable.');
  }
  if (!isSignedBy({ algorithm: 'sha256', keys, parts: [body], given: [given] })) {
    return badSignature(
      'The signature does not fit: the message was changed, or the secret is another.',
    );
  }
  const event = parseSignedJsonTexts(body);
  if (!event.ok) return malformed(event.reason);
  const eventId = headers['x-razorpay-event-id'] ?? '';
  const isKept = eventId !== '' && isFactText(eventId);
  return readRazorpayEvent(event.value, { body, eventId: isKept ? eventId : null });
}
