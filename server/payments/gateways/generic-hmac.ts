import * as z from 'zod';
import { decodeBase64, decodeHex } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import { timestampFault } from '#server/signatures/timestamp-fault';
import {
  badSignature,
  type Gateway,
  type GatewayAccount,
  notConfigured,
  type SignedMessage,
  secretList,
  setting,
  type Verification,
  type Verifying,
} from './gateway';
import { GenericHmacConfig } from './generic-hmac-config';
import { readGenericMessage } from './read-generic-message';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Any sender that signs its messages with an HMAC in a header, as the account's `config` says:
 * QuickPay, Razorpay, Coinbase Commerce and Square among them. The body is always signed, so every
 * fact is. Without a timestamp a replay is stopped by the event key alone.
 */
export const genericHmac = {
  id: 'generic-hmac',
  name: 'HMAC-signed messages',
  refundsAreTotals: (config) => GenericHmacConfig.safeParse(config).data?.refundAmount === 'total',
  tellsLive: false,
  shown: ['notificationUrl'],
  secrets: secretsOf({
    secret: rotatingSecret(() => true, 'The secret is the one that the sender signs with.'),
    notificationUrl: z
      .string('The address is a text.')
      .trim()
      .refine((url) => /^https?:\/\/\S+$/.test(url), 'The address begins with https://.')
      .optional(),
  }),
  config: GenericHmacConfig,
  verify,
} satisfies Gateway;

function verify(
  message: SignedMessage,
  account: GatewayAccount,
  { atMs }: Verifying,
): Verification {
  const parsed = GenericHmacConfig.safeParse(account.config);
  if (!parsed.success) return notConfigured('It is not set how the messages are read.');
  const config = parsed.data;
  const keys = genericKeys(account, config);
  if ('verified' in keys) return keys;
  const parts = genericParts(message, account, config);
  if ('verified' in parts) return parts;
  const given = readSignature(message, config);
  if (given === null) {
    return badSignature(
      `The header ${config.signatureHeader} is missing or is not written as it is set.`,
    );
  }
  if (!isSignedBy({ algorithm: config.algorithm, keys, parts, given: [given] })) {
    return badSignature(
      'The signature does not fit: the message was changed, or the secret is another.',
    );
  }
  const fault = timeFault(message, config, atMs);
  return fault === null ? readGenericMessage(message, account, config) : badSignature(fault);
}

/** One key that cannot be decoded must not take the others out of use. */
export function genericKeys(
  { secrets }: GatewayAccount,
  { secretEncoding }: GenericHmacConfig,
): readonly Buffer[] | Verification {
  const list = secretList(secrets, 'secret');
  if (list.length === 0) return notConfigured('The secret is missing.');
  const keys = list.map(decoders[secretEncoding]).filter((key) => key !== null);
  return keys.length > 0
    ? keys
    : notConfigured(`The secret is not written in ${secretEncoding}, as it is set.`);
}

const decoders = {
  utf8: (text: string) => Buffer.from(text, 'utf8'),
  hex: decodeHex,
  base64: decodeBase64,
} as const;

/** What the sender signs, part after part. */
export function genericParts(
  { body, headers }: SignedMessage,
  { secrets, url }: GatewayAccount,
  { signedContent, timestampHeader }: GenericHmacConfig,
): readonly (string | Uint8Array)[] | Verification {
  const address = setting(secrets, 'notificationUrl') ?? url;
  if (signedContent.includes('url') && address === '') {
    return notConfigured('The address that the sender signs is missing.');
  }
  const places = { timestamp: headers[timestampHeader ?? ''] ?? '', url: address, body };
  return signedContent.map((part) => (typeof part === 'string' ? places[part] : part.literal));
}

function readSignature(
  { headers }: SignedMessage,
  { signatureHeader, prefix = '', encoding }: GenericHmacConfig,
): Buffer | null {
  const header = headers[signatureHeader] ?? '';
  return header.startsWith(prefix) ? decoders[encoding](header.slice(prefix.length)) : null;
}

/** Unix seconds, or milliseconds where there are more digits than seconds have. */
function timeFault(
  { headers }: SignedMessage,
  { timestampHeader, toleranceSeconds }: GenericHmacConfig,
  atMs: number,
): string | null {
  if (timestampHeader === undefined) return null;
  const text = headers[timestampHeader] ?? '';
  if (!/^[1-9]\d{0,12}$/.test(text)) return `The header ${timestampHeader} holds no time.`;
  const seconds = text.length > 11 ? Math.floor(Number(text) / 1000) : Number(text);
  return timestampFault(seconds, atMs, toleranceSeconds);
}
