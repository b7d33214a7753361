import { createPublicKey, type KeyObject, verify as verifyWithKey } from 'node:crypto';
import * as z from 'zod';
import { decodeBase64 } from '#server/signatures/decode-strictly';
import { apiHosts, confirmPaypalEvent } from './confirm-paypal-event';
import { crc32 } from './crc32';
import { isFactText } from './fact-schemas';
import {
  badSignature,
  type Claim,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  proved,
  type Secrets,
  type SignedMessage,
  secretList,
  unconfirmed,
  type Verification,
  type Verifying,
} from './gateway';
import { parseSignedJsonTexts } from './parse-signed-json';
import { certificateHost, certificateHosts, fetchCertificateKey } from './paypal-certificate';
import { readPaypalEvent } from './read-paypal-event';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * PayPal's webhook events, signed with the key of a certificate that the message names
 * (https://developer.paypal.com/api/rest/webhooks/rest/). The signature covers the webhook's id and
 * no more of the body than its CRC-32, for which anybody can find another body. So it never proves
 * more than `partial`, and PayPal is asked for the payment, whose facts win.
 */
export const paypalWebhooks = {
  id: 'paypal-webhooks',
  name: 'PayPal',
  refundsAreTotals: false,
  tellsLive: true,
  hosts: [...certificateHosts, ...Object.values(apiHosts)],
  shown: ['webhookId', 'clientId'],
  secrets: secretsOf({
    webhookId: rotatingSecret(
      (id) => /^[A-Z0-9]{8,50}$/.test(id),
      'The webhook ID is capital letters and digits, as PayPal lists it beside the webhook.',
    ),
    clientId: z
      .string('The client ID is a text.')
      .trim()
      .regex(/^[\w-]{16,128}$/, 'The client ID is a long row of letters and digits.')
      .optional(),
    clientSecret: rotatingSecret(
      (secret) => /^[\w-]{16,128}$/.test(secret),
      'The client secret is a long row of letters and digits.',
    ).optional(),
    publicKeyPem: rotatingSecret(
      (pem) => rsaKey(pem) !== null,
      'The public key is an RSA key in PEM: it begins with -----BEGIN PUBLIC KEY-----.',
    ).optional(),
  }).superRefine(({ clientId, clientSecret }, context) => {
    if ((clientId === undefined) === (clientSecret === undefined)) return;
    const name = clientId === undefined ? 'clientId' : 'clientSecret';
    const message = 'To ask PayPal, the client ID and the client secret are needed together.';
    context.addIssue({ code: 'custom', path: [name], message });
  }),
  verify,
} satisfies Gateway;

async function verify(
  message: SignedMessage,
  { secrets, url: account }: GatewayAccount,
  { atMs, ask }: Verifying,
): Promise<Verification> {
  const webhookIds = secretList(secrets, 'webhookId');
  if (webhookIds.length === 0) return notConfigured('The webhook ID is missing.');
  const envelope = readEnvelope(message.headers);
  if (typeof envelope === 'string') return badSignature(envelope);
  const signer = await signerOf({ ...envelope, account }, secrets, { atMs, ask });
  if (signer.kind === 'refused') return badSignature(signer.reason);
  if (signer.kind === 'keys' && !isSigned(message.body, envelope, { webhookIds, ...signer })) {
    return badSignature(
      'The signature does not fit: the message was changed, or the webhook ID is another.',
    );
  }
  const json = parseSignedJsonTexts(message.body);
  if (!json.ok) return malformed(json.reason);
  const event = readPaypalEvent(json.value);
  if (typeof event === 'string') return malformed(event);
  const { facts, question } = event;
  const test = envelope.certHost === 'api.sandbox.paypal.com';
  const claim: Claim = { trust: signer.kind === 'keys' ? 'partial' : 'none', ...facts, test };
  if (signer.kind === 'silent') {
    return unconfirmed(claim, 'PayPal has not handed out its certificate yet.', 'again');
  }
  return question ? confirmPaypalEvent({ claim, question }, { secrets, ask }) : proved(claim);
}

type Envelope = Readonly<{
  id: string;
  time: string;
  signature: Buffer;
  certUrl: string;
  certHost: string;
}>;

/** The five headers, or in one sentence what is wrong with them. */
function readEnvelope(headers: SignedMessage['headers']): Envelope | string {
  const id = headers['paypal-transmission-id'] ?? '';
  const time = headers['paypal-transmission-time'] ?? '';
  const signature = decodeBase64(headers['paypal-transmission-sig'] ?? '');
  const certUrl = headers['paypal-cert-url'] ?? '';
  const certHost = certificateHost(certUrl);
  const isPlain = (text: string) => text !== '' && isFactText(text) && !text.includes('|');
  if (!isPlain(id) || !isPlain(time) || signature === null) {
    return 'The headers PayPal-Transmission-Id, -Time and -Sig are missing or unreadable.';
  }
  if (headers['paypal-auth-algo'] !== 'SHA256withRSA') {
    return 'The PayPal-Auth-Algo is not SHA256withRSA.';
  }
  if (certHost === null) return 'The PayPal-Cert-Url does not lead to a certificate of PayPal.';
  return { id, time, signature, certUrl, certHost };
}

type Signer =
  | Readonly<{ kind: 'keys'; keys: readonly KeyObject[] }>
  | Readonly<{ kind: 'refused'; reason: string }>
  | Readonly<{ kind: 'silent' }>;

/** A key that the account names is used instead of the certificate. */
async function signerOf(
  { certUrl, account }: Envelope & Readonly<{ account: string }>,
  secrets: Secrets,
  { atMs, ask }: Verifying,
): Promise<Signer> {
  const pems = secretList(secrets, 'publicKeyPem');
  if (pems.length > 0) {
    return { kind: 'keys', keys: pems.map(rsaKey).filter((key) => key !== null) };
  }
  const fetched = await fetchCertificateKey({ url: certUrl, account, atMs }, ask);
  return fetched.kind === 'key' ? { kind: 'keys', keys: [fetched.key] } : fetched;
}

function rsaKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}

type Known = Readonly<{ webhookIds: readonly string[]; keys: readonly KeyObject[] }>;

function isSigned(
  body: Uint8Array,
  { id, time, signature }: Envelope,
  { webhookIds, keys }: Known,
): boolean {
  const checksum = crc32(body);
  return webhookIds.some((webhookId) => {
    const signed = Buffer.from(`${id}|${time}|${webhookId}|${checksum}`);
    return keys.some((key) => isSignedRsa(signed, key, signature));
  });
}

function isSignedRsa(signed: Buffer, key: KeyObject, signature: Buffer): boolean {
  try {
    return verifyWithKey('sha256', signed, key, signature);
  } catch {
    return false;
  }
}
