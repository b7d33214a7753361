import { createHmac } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import { sha3_256 } from '@noble/hashes/sha3.js';
import * as z from 'zod';
import { decodeHex } from '#server/signatures/decode-strictly';
import { isSameDigest } from '#server/signatures/is-same-digest';
import {
  type Answering,
  badSignature,
  type Gateway,
  type GatewayAccount,
  isOn,
  malformed,
  notConfigured,
  type Reply,
  type Secrets,
  type SignedMessage,
  secretList,
  type Verification,
} from './gateway';
import { type PhpFields, type PhpValue, parsePhpForm } from './parse-php-form';
import { readTwocheckoutOrder } from './read-twocheckout-order';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * The Instant Payment Notification of 2Checkout (Verifone): a form, proved by the HMAC of all its
 * values in their order, each after its length in bytes.
 *
 * Names are not signed, so the fields that count must all be there, each once. Of the signatures
 * every one of SHA-3 and SHA-2 that came must fit; `HASH` (MD5) counts only where none of them came
 * and the account has opted in. Without our signed reply a notification is sent again.
 *
 * A refund is told as "the total canceled amount as a negative value" (docs.2checkout.com, Instant
 * Refund Notification), so a notification that is sent again under a new date adds nothing to it.
 */
export const twocheckoutIpn = {
  id: 'twocheckout-ipn',
  name: '2Checkout IPN',
  refundsAreTotals: true,
  returnsNamePayment: true,
  tellsLive: false,
  shown: ['allowLegacyMd5'],
  secrets: secretsOf({
    secretKey: rotatingSecret(
      () => true,
      'The secret key is the one under Integrations, Webhooks and API.',
    ),
    allowLegacyMd5: z.boolean('Allowing MD5 is switched on or off: true or false.').optional(),
  }),
  verify,
  reply,
} satisfies Gateway;

function verify(message: SignedMessage, { secrets }: GatewayAccount): Verification {
  if (secretList(secrets, 'secretKey').length === 0) {
    return notConfigured('The secret key is missing.');
  }
  const form = parsePhpForm(message.body);
  if (!form.ok) return malformed(form.reason);
  const proof = proofOf(form.fields, secrets);
  return 'key' in proof ? readTwocheckoutOrder(form.fields) : proof;
}

type Algorithm = 'sha3-256' | 'sha256' | 'md5';
type Proof = Readonly<{ key: string; algorithm: Algorithm }>;

const signatureFields: readonly (readonly [string, Algorithm])[] = [
  ['SIGNATURE_SHA3_256', 'sha3-256'],
  ['SIGNATURE_SHA2_256', 'sha256'],
];
const legacyField = ['HASH', 'md5'] as const;
const unsignedNames = [...signatureFields, legacyField].map(([name]) => name);

/** The key under which all signatures fit that count, and the strongest of their algorithms. */
function proofOf(fields: PhpFields, secrets: Secrets): Proof | Verification {
  const came = signatureFields.filter(([name]) => fields.has(name));
  const counting = came.length > 0 || !isOn(secrets, 'allowLegacyMd5') ? came : [legacyField];
  const [strongest] = counting;
  if (strongest === undefined) {
    return badSignature(
      'The message has neither SIGNATURE_SHA3_256 nor SIGNATURE_SHA2_256, and MD5 is not allowed.',
    );
  }
  const text = signedText(fields);
  const key = secretList(secrets, 'secretKey').find((secret) =>
    counting.every(([name, algorithm]) => {
      const given = decodeHex(textOf(fields.get(name)));
      return given !== null && isSameDigest(hmacOf(algorithm, secret, text), given);
    }),
  );
  if (key !== undefined) return { key, algorithm: strongest[1] };
  return badSignature(
    `The ${strongest[0]} does not fit: the message was changed, or the secret key is another.`,
  );
}

function signedText(fields: PhpFields): Buffer {
  const values = [...fields].filter(([name]) => !unsignedNames.includes(name));
  return lengthPrefixed(values.flatMap(([, value]) => flattened(value)));
}

function flattened(value: PhpValue): readonly string[] {
  return typeof value === 'string' ? [value] : [...value.values()].flatMap(flattened);
}

/** Every character of a value is one byte of it; an empty value is `0`, and the value 0 is `10`. */
function lengthPrefixed(values: readonly string[]): Buffer {
  return Buffer.from(values.map((value) => `${value.length}${value}`).join(''), 'latin1');
}

/** SHA-3 is not in the `node:crypto` of workerd. */
function hmacOf(algorithm: Algorithm, key: string, text: Buffer): Buffer {
  return algorithm === 'sha3-256'
    ? Buffer.from(hmac(sha3_256, Buffer.from(key, 'utf8'), text))
    : createHmac(algorithm, key).update(text).digest();
}

/** The receipt, in the form that the message's own signature asks for. */
function reply({ outcome, message, account, atMs }: Answering): Reply | null {
  const form = parsePhpForm(message.body);
  if (outcome !== 'taken' || !form.ok) return null;
  const proof = proofOf(form.fields, account.secrets);
  if (!('key' in proof)) return null;
  const { fields } = form;
  const date = new Date(atMs).toISOString().replace(/\D/g, '').slice(0, 14);
  const confirmed = [firstOf(fields.get('IPN_PID')), firstOf(fields.get('IPN_PNAME'))];
  const text = lengthPrefixed([...confirmed, textOf(fields.get('IPN_DATE')), date]);
  const isLegacy = proof.algorithm === 'md5';
  const digest = hmacOf(isLegacy ? 'md5' : 'sha256', proof.key, text).toString('hex');
  return {
    status: 200,
    text: isLegacy
      ? `<EPAYMENT>${date}|${digest}</EPAYMENT>`
      : `<sig algo="sha256" date="${date}">${digest}</sig>`,
  };
}

function textOf(value: PhpValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function firstOf(value: PhpValue | undefined): string {
  return value === undefined ? '' : (flattened(value)[0] ?? '');
}
