import { decodeHex } from './decode-strictly';
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
import { readPaystackEvent } from './read-paystack-event';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Paystack's webhooks, proved by `x-paystack-signature` over the body, under the secret key of the
 * account itself (https://paystack.com/docs/payments/webhooks/). An event has no id of its own.
 */
export const paystack = {
  id: 'paystack',
  name: 'Paystack',
  refundsAreTotals: false,
  tellsLive: true,
  secrets: secretsOf({
    secretKey: rotatingSecret(
      (key) => /^sk_(?:test|live)_\S+$/.test(key),
      'The secret key begins with sk_live_ or sk_test_.',
    ),
  }),
  verify,
} satisfies Gateway;

function verify({ body, headers }: SignedMessage, account: GatewayAccount): Verification {
  const keys = secretList(account.secrets, 'secretKey');
  if (keys.length === 0) return notConfigured('The secret key is missing.');
  const given = decodeHex(headers['x-paystack-signature'] ?? '');
  if (given === null) {
    return badSignature('The x-paystack-signature header is missing or unreadable.');
  }
  if (!isSignedBy({ algorithm: 'sha512', keys, parts: [body], given: [given] })) {
    return badSignature(
      'The signature does not fit: the message was changed, or the secret key is another.',
    );
  }
  const event = parseSignedJsonTexts(body);
  return event.ok ? readPaystackEvent(event.value, body) : malformed(event.reason);
}
