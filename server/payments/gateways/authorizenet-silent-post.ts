import { createHash } from 'node:crypto';
import * as z from 'zod';
import { isCurrency } from '#domain/currency';
import { decodeHex } from '#server/signatures/decode-strictly';
import { isSameDigest } from '#server/signatures/is-same-digest';
import { isSignedBy } from '#server/signatures/is-signed-by';
import { decimalAmount } from './decimal-amount';
import { isFactText } from './fact-schemas';
import {
  badSignature,
  type Claim,
  type ClaimStatus,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  proved,
  type Secrets,
  type SignedMessage,
  secretList,
  type Trust,
  type Verification,
} from './gateway';
import { nameOfSecret } from './name-of-secret';
import { parseFormBytes } from './parse-form-bytes';
import { rotatingSecret, secretsOf } from './secret-schemas';

type Fields = ReadonlyMap<string, string>;

/** What `x_SHA2_Hash` covers, in its order (Authorize.Net, Transaction Hash Upgrade Guide). */
// biome-ignore format: as the guide groups them
export const signedNames = [
  'x_trans_id', 'x_test_request', 'x_response_code', 'x_auth_code', 'x_cvv2_resp_code',
  'x_cavv_response', 'x_avs_code', 'x_method', 'x_account_number', 'x_amount',
  'x_company', 'x_first_name', 'x_last_name', 'x_address', 'x_city',
  'x_state', 'x_zip', 'x_country', 'x_phone', 'x_fax', 'x_email',
  'x_ship_to_company', 'x_ship_to_first_name', 'x_ship_to_last_name', 'x_ship_to_address',
  'x_ship_to_city', 'x_ship_to_state', 'x_ship_to_zip', 'x_ship_to_country', 'x_invoice_num',
] as const;

/**
 * Authorize.Net's Silent Post and Relay Response: a form, proved by `x_SHA2_Hash`.
 *
 * `x_type` is not under the signature, and there is no timestamp. A genuine message that is sent
 * again with another `x_type` verifies and gets another event key, so the caller must also refuse
 * to pay twice for one transaction id. The currency is not in the message: it is the account's.
 *
 * An account with `md5HashValue` and without a signature key opts in to `x_MD5_Hash`, which covers
 * transaction id and amount only (trust `partial`). It is never fallen back to.
 */
export const authorizenetSilentPost = {
  id: 'authorizenet-silent-post',
  name: 'Authorize.Net Silent Post',
  refundsAreTotals: false,
  tellsLive: false,
  namesNoCurrency: true,
  shown: ['accountCurrency', 'apiLoginId'],
  secrets: secretsOf({
    signatureKeyHex: rotatingSecret(
      (key) => key.length === signatureKeyLength && decodeHex(key) !== null,
      signatureKeyFault,
    ).optional(),
    accountCurrency: z
      .string()
      .refine(isCurrency, 'The currency of the account is three capital letters, such as USD.')
      .optional(),
    md5HashValue: rotatingSecret(
      () => true,
      'The MD5 hash value is the text that was set.',
    ).optional(),
    apiLoginId: z.string().trim().min(1, 'The API login ID is missing.').optional(),
  }).superRefine((secrets, context) => {
    const fault = keyFault(secrets);
    if (fault !== null) {
      context.addIssue({ code: 'custom', path: ['signatureKeyHex'], message: fault });
    }
  }),
  verify,
} satisfies Gateway;

const signatureKeyLength = 128;
const transactionKeyLength = 16;

function signatureKeyFault(key: string): string {
  const rule = `The signature key is ${signatureKeyLength} digits and letters from A to F`;
  const kind = nameOfSecret(key);
  if (kind !== null) return `${rule}; this is ${kind}.`;
  switch (key.length) {
    case 0:
      return `${rule}.`;
    case transactionKeyLength:
      return `${rule}; this one has ${key.length}. Did you paste the transaction key?`;
    case signatureKeyLength:
      return `${rule}; this one has ${key.length}, and other signs among them.`;
    default:
      return `${rule}; this one has ${key.length}. ${lengthAdvice(key)}`;
  }
}

function lengthAdvice({ length }: string): string {
  if (length < transactionKeyLength) return 'Did you paste the API login ID?';
  return length < signatureKeyLength ? 'Was only a part of it copied?' : 'Was it pasted twice?';
}

function verify(message: SignedMessage, account: GatewayAccount): Verification {
  const fault = keyFault(account.secrets);
  if (fault !== null) return notConfigured(fault);
  const form = parseFormBytes(message.body);
  if (!form.ok) return malformed(form.reason);
  const { fields } = form;
  const trust = proofOf(fields, account.secrets);
  if (typeof trust !== 'string') return trust;
  if (signedNames.some((name) => fields.get(name)?.includes('^'))) return caretRefused();
  return readClaim(message, fields, account, trust);
}

function keyFault(secrets: Secrets): string | null {
  const hasSha2 = secretList(secrets, 'signatureKeyHex').length > 0;
  const hasMd5 = secretList(secrets, 'md5HashValue').length > 0;
  const hasLogin = secretList(secrets, 'apiLoginId').length > 0;
  if (hasSha2 && hasMd5) return 'Give the signature key or the old MD5 hash value, not both.';
  if (hasSha2 || (hasMd5 && hasLogin)) return null;
  if (hasMd5) return 'The MD5 hash value needs the API login ID beside it.';
  return 'The signature key is missing.';
}

function proofOf(fields: Fields, secrets: Secrets): Trust | Verification {
  const keys = secretList(secrets, 'signatureKeyHex');
  return keys.length > 0 ? proofBySha2(fields, keys) : proofByMd5(fields, secrets);
}

function proofBySha2(fields: Fields, keys: readonly string[]): Trust | Verification {
  const given = decodeHex(fields.get('x_SHA2_Hash') ?? '');
  if (given === null) return badSignature('The message has no readable x_SHA2_Hash.');
  const decoded = keys.map(decodeHex).filter((key) => key !== null);
  if (decoded.length === 0) return notConfigured('The signature key is not hexadecimal.');
  const text = `^${signedNames.map((name) => fields.get(name) ?? '').join('^')}^`;
  const parts = [Buffer.from(text, 'latin1')];
  return isSignedBy({ algorithm: 'sha512', keys: decoded, parts, given: [given] })
    ? 'full'
    : badSignature('The x_SHA2_Hash does not fit: the message was changed, or the key is another.');
}

function proofByMd5(fields: Fields, secrets: Secrets): Trust | Verification {
  const given = decodeHex(fields.get('x_MD5_Hash') ?? '');
  if (given === null) return badSignature('The message has no readable x_MD5_Hash.');
  const [login = ''] = secretList(secrets, 'apiLoginId');
  const covered = `${login}${fields.get('x_trans_id') ?? ''}${fields.get('x_amount') ?? ''}`;
  const fits = secretList(secrets, 'md5HashValue').some((secret) => {
    const signed = [Buffer.from(secret, 'utf8'), Buffer.from(covered, 'latin1')];
    return isSameDigest(createHash('md5').update(Buffer.concat(signed)).digest(), given);
  });
  return fits
    ? 'partial'
    : badSignature(
        'The x_MD5_Hash does not fit: the message was changed, or the secret is another.',
      );
}

/**
 * The 30 values are joined by `^`. A customer who writes one into his company's name could have
 * the same signature mean other fields, another amount among them.
 */
function caretRefused(): Verification {
  return malformed('A signed field holds a ^, with which the signature can be read in two ways.');
}

function readClaim(
  message: SignedMessage,
  fields: Fields,
  account: GatewayAccount,
  trust: Trust,
): Verification {
  const [accountCurrency] = secretList(account.secrets, 'accountCurrency');
  const currency = accountCurrency ?? account.currency ?? '';
  if (!isCurrency(currency)) return notConfigured('The currency of the account is missing.');
  const text = (name: string) => decodeDeclared(fields.get(name) ?? '', message) || null;
  const transactionId = text('x_trans_id');
  const amountMinor = decimalAmount(fields.get('x_amount') ?? '', currency);
  const outcome = readOutcome(fields);
  const facts = {
    orderNumber: text('x_invoice_num'),
    transactionId,
    authorizationCode: text('x_auth_code'),
  };
  if (outcome === null) return malformed('The message has an unknown x_response_code or x_type.');
  if (transactionId === null) return malformed('The message has no x_trans_id.');
  if (amountMinor === undefined || (amountMinor ?? 0) < 0)
    return malformed('The x_amount is not an amount of money.');
  if (amountMinor === null && outcome.status === 'approved') {
    return malformed('The message says approved, but not how much.');
  }
  if (!Object.values(facts).every((fact) => fact === null || isFactText(fact))) {
    return malformed('A field is too long or holds control characters.');
  }
  return proved({
    trust,
    eventKey: eventKeyOf(fields),
    eventId: null,
    ...facts,
    amountMinor,
    currency,
    ...outcome,
    test: isTest(fields),
  });
}

/** Values are ISO-8859-1 unless the message declares UTF-8. */
function decodeDeclared(bytesAsLatin1: string, message: SignedMessage): string {
  const declared = /charset\s*=\s*"?utf-?8/i.test(message.headers['content-type'] ?? '');
  return declared ? Buffer.from(bytesAsLatin1, 'latin1').toString('utf8') : bytesAsLatin1;
}

function readOutcome(fields: Fields): Pick<Claim, 'status' | 'captured'> | null {
  const type = (fields.get('x_type') ?? '').toLowerCase();
  const approved = approvedOutcomes.get(type);
  if (approved === undefined) return null;
  const code = fields.get('x_response_code') ?? '';
  if (code === '1') return approved;
  const status = otherStatuses.get(code);
  return status === undefined ? null : { status, captured: null };
}

const approvedOutcomes: ReadonlyMap<string, Pick<Claim, 'status' | 'captured'>> = new Map([
  ['auth_capture', { status: 'approved', captured: true }],
  ['prior_auth_capture', { status: 'approved', captured: true }],
  ['capture_only', { status: 'approved', captured: true }],
  ['auth_only', { status: 'approved', captured: false }],
  ['credit', { status: 'refunded', captured: null }],
  ['void', { status: 'cancelled', captured: null }],
  ['', { status: 'approved', captured: null }],
]);

const otherStatuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['2', 'declined'],
  ['3', 'error'],
  ['4', 'held'],
]);

/** Test posts all have the transaction id 0: their signature tells them apart. */
function eventKeyOf(fields: Fields): string {
  const names = ['x_trans_id', 'x_type', 'x_response_code'];
  const parts = names.map((name) => (fields.get(name) ?? '').toLowerCase());
  if (parts[0] !== '0') return parts.join('|');
  const hash = fields.get('x_SHA2_Hash') ?? fields.get('x_MD5_Hash') ?? '';
  return [...parts, hash.slice(0, 32).toLowerCase()].join('|');
}

function isTest(fields: Fields): boolean {
  const request = (fields.get('x_test_request') ?? '').toLowerCase();
  const isNo = ['', 'false', 'f', 'no', 'n', '0'].includes(request);
  return !isNo || fields.get('x_trans_id') === '0';
}
