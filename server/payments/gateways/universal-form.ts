import * as z from 'zod';
import { decodeHex } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import { isFactText } from './fact-schemas';
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
  type Verifying,
} from './gateway';
import { parseFormBytes } from './parse-form-bytes';
import { readUniversalForm } from './read-universal-form';
import { rotatingSecret, secretsOf } from './secret-schemas';
import { textOfBytes } from './text-of-bytes';

// biome-ignore format: as few rows as they need
const needed = [
  'x_account_id', 'x_amount', 'x_currency', 'x_gateway_reference', 'x_reference', 'x_result',
  'x_test', 'x_timestamp',
] as const;
const known: readonly string[] = [...needed, 'x_auth_code', 'x_message', 'x_transaction_type'];

/**
 * The signed form of Shopify's hosted payments ("universal" in its offsite_payments), which any
 * gateway or shop can send: all `x_` fields, sorted by name, are under `x_signature`.
 *
 * Names and values are joined by nothing, so that `x_amount=123.45` has the signature of
 * `x_amount1=23.45`. A message therefore counts only with every field that is needed, with no
 * `x_` field that is not known, and with no known name inside a value: one reading is left.
 * Fields without `x_` are not signed and not read.
 */
export const universalForm = {
  id: 'universal-form',
  name: 'Signed form',
  refundsAreTotals: false,
  tellsLive: false,
  shown: ['accountId'],
  secrets: secretsOf({
    secret: rotatingSecret(
      (secret) => secret.length >= 8,
      'The key is the text of at least 8 characters that sender and shop share.',
    ),
    accountId: z
      .string()
      .trim()
      .min(1, 'Leave the account ID out, or enter it.')
      .refine(isFactText, 'The account ID is too long.')
      .optional(),
  }),
  verify,
} satisfies Gateway;

function verify(
  { body }: SignedMessage,
  { secrets }: GatewayAccount,
  { atMs }: Verifying,
): Verification {
  const keys = secretList(secrets, 'secret');
  if (keys.length === 0) return notConfigured('The key is missing.');
  const form = parseFormBytes(body);
  if (!form.ok) return malformed(form.reason);
  const signed = [...form.fields].filter(([name]) => name.startsWith('x_'));
  if (signed.length > known.length + 1) return malformed('The message has too many x_ fields.');
  if (!isSigned(signed, keys)) {
    return badSignature(
      'The x_signature is missing or does not fit: the message was changed, or the key is another.',
    );
  }
  const fault = ambiguityOf(signed);
  if (fault !== null) return malformed(fault);
  const accountId = setting(secrets, 'accountId');
  if (
    accountId !== undefined &&
    textOfBytes(form.fields.get('x_account_id') ?? '') !== accountId.trim()
  ) {
    return malformed('The message is signed, but it is for another account.');
  }
  return readUniversalForm(form.fields, atMs);
}

type Pair = readonly [name: string, value: string];

function isSigned(pairs: readonly Pair[], keys: readonly string[]): boolean {
  const signature = pairs.find(([name]) => name === 'x_signature')?.[1] ?? '';
  const given = decodeHex(signature);
  if (given === null) return false;
  const text = pairs
    .filter(([name]) => name !== 'x_signature')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flat()
    .join('');
  const parts = [Buffer.from(text, 'latin1')];
  return isSignedBy({ algorithm: 'sha256', keys, parts, given: [given] });
}

function ambiguityOf(pairs: readonly Pair[]): string | null {
  const names = pairs.map(([name]) => name).filter((name) => name !== 'x_signature');
  if (!names.every((name) => known.includes(name))) {
    return 'The message is signed, but has an x_ field that does not belong there.';
  }
  const missing = needed.find((name) => !names.includes(name));
  if (missing !== undefined) return `The message is signed, but ${missing} is missing.`;
  return pairs.some(([, value]) => known.some((name) => value.includes(name)))
    ? 'A signed field holds the name of another, with which the signature can be read in two ways.'
    : null;
}
