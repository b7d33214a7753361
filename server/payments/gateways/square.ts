import * as z from 'zod';
import { decodeBase64 } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import {
  badSignature,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  type SignedMessage,
  secretList,
  setting,
  type Verification,
} from './gateway';
import { parseSignedJson } from './parse-signed-json';
import { readSquareEvent } from './read-square-event';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Square's webhook events, proved by `x-square-hmacsha256-signature`: the HMAC of the notification
 * URL and the body right after it (https://developer.squareup.com/docs/webhooks/step3validate).
 *
 * The URL counts byte for byte as it stands in the subscription, not as the request came in, which
 * behind a proxy is another. There is no timestamp: a replay is stopped by the event key. The
 * older `x-square-signature` (SHA-1) is never looked at.
 */
export const square = {
  id: 'square',
  name: 'Square',
  refundsAreTotals: false,
  returnsNamePayment: true,
  tellsLive: false,
  shown: ['notificationUrl'],
  secrets: secretsOf({
    signatureKey: rotatingSecret(
      (key) => /^\S+$/.test(key),
      'The signature key is the one that the webhook subscription shows, without blanks.',
    ),
    notificationUrl: z
      .string('The notification URL is a text.')
      .trim()
      .refine(
        (url) => /^https?:\/\/\S+$/.test(url),
        'The notification URL begins with https:// and stands in the webhook subscription.',
      )
      .optional(),
  }),
  verify,
} satisfies Gateway;

function verify(message: SignedMessage, { secrets, url }: GatewayAccount): Verification {
  const keys = secretList(secrets, 'signatureKey');
  if (keys.length === 0) return notConfigured('The signature key is missing.');
  const notificationUrl = setting(secrets, 'notificationUrl') ?? url;
  if (notificationUrl === '') return notConfigured('The notification URL is missing.');
  const signature = decodeBase64(message.headers['x-square-hmacsha256-signature'] ?? '');
  if (signature === null) {
    return badSignature('The x-square-hmacsha256-signature header is missing or unreadable.');
  }
  const parts = [notificationUrl, message.body];
  if (!isSignedBy({ algorithm: 'sha256', keys, parts, given: [signature] })) {
    return badSignature(
      'The signature does not fit: the message was changed, or the key or the URL is another.',
    );
  }
  const event = parseSignedJson(message.body);
  if (!event.ok) return malformed(event.reason);
  return readSquareEvent(event.value, message);
}
