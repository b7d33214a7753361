import { isFactText } from './fact-schemas';
import {
  type Gateway,
  type GatewayAccount,
  type SignedMessage,
  secretList,
  type Verification,
} from './gateway';
import { readHexSignedEvent } from './read-hex-signed-event';
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

function verify(message: SignedMessage, { secrets }: GatewayAccount): Verification {
  const read = readHexSignedEvent(message, {
    header: 'X-Razorpay-Signature',
    algorithm: 'sha256',
    keys: secretList(secrets, 'webhookSecret'),
    keyName: 'secret of the webhook',
  });
  if (!read.ok) return read.refusal;
  const eventId = message.headers['x-razorpay-event-id'] ?? '';
  const isKept = eventId !== '' && isFactText(eventId);
  return readRazorpayEvent(read.event, { body: message.body, eventId: isKept ? eventId : null });
}
