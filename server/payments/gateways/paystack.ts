import {
  type Gateway,
  type GatewayAccount,
  type SignedMessage,
  secretList,
  type Verification,
} from './gateway';
import { readHexSignedEvent } from './read-hex-signed-event';
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

function verify(message: SignedMessage, { secrets }: GatewayAccount): Verification {
  const read = readHexSignedEvent(message, {
    header: 'x-paystack-signature',
    algorithm: 'sha512',
    keys: secretList(secrets, 'secretKey'),
    keyName: 'secret key',
  });
  return read.ok ? readPaystackEvent(read.event, message.body) : read.refusal;
}
