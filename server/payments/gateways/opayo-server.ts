import { createHash } from 'node:crypto';
import * as z from 'zod';
import { decodeHex } from '#server/signatures/decode-strictly';
import { isSameDigest } from '#server/signatures/is-same-digest';
import { isFactText } from './fact-schemas';
import {
  type Answering,
  badSignature,
  type ClaimStatus,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  proved,
  type RegisteredPayment,
  type Reply,
  type SignedMessage,
  secretList,
  setting,
  type Verification,
} from './gateway';
import { parseFormBytes } from './parse-form-bytes';
import { rotatingSecret, secretsOf } from './secret-schemas';
import { trackingUrl } from './tracking-url';

type Fields = ReadonlyMap<string, string>;

/** What `VPSSignature` covers, in its order: with the vendor's name and the key in two places. */
const beforeVendor = ['VPSTxId', 'VendorTxCode', 'Status', 'TxAuthNo'] as const;
const beforeKey = ['AVSCV2', 'Token'] as const;
// biome-ignore format: as the protocol groups them
const afterKey = [
  'AddressResult', 'PostCodeResult', 'CV2Result', 'GiftAid', '3DSecureStatus', 'CAVV',
  'AddressStatus', 'PayerStatus', 'CardType', 'Last4Digits', 'DeclineCode', 'ExpiryDate',
  'FraudResponse', 'BankAuthCode', 'ACSTransID', 'DSTransID', 'SchemeTraceID',
] as const;

/** Every key of an account is tried: what has to be hashed for each is kept short. */
const signedLengthMax = 4096;
const securityKeysMax = 200;
const formLengthMax = 16_384;

/**
 * The notification of Opayo Server (Sage Pay, Elavon), proved by `VPSSignature`: an MD5 with a
 * secret in its midst, which is all that the protocol has.
 *
 * Opayo makes a security key for each transaction: the shop hands it in when it registers one, or the
 * account holds the list of those that are open. The amount is not in the message: it was fixed when
 * the shop registered the transaction, and may have been handed in with the key.
 * `TxType` is not under the signature: it can make a payment count for less, never for more.
 */
export const opayoServer = {
  id: 'opayo-server',
  name: 'Opayo Server',
  refundsAreTotals: false,
  tellsLive: false,
  amountIsAgreed: true,
  shown: ['vendorName', 'redirectUrl'],
  secrets: secretsOf({
    securityKey: rotatingSecret(
      (key) => /^[A-Za-z0-9]{8,64}$/.test(key),
      'A security key is the 10 letters and digits with which Opayo answers a registration.',
      securityKeysMax,
    ).optional(),
    vendorName: z
      .string('The vendor name is missing.')
      .trim()
      .regex(/^[A-Za-z0-9]{1,15}$/, 'The vendor name is up to 15 letters and digits.'),
    redirectUrl: z
      .string()
      .trim()
      .max(255, 'Opayo takes an address of up to 255 characters.')
      .regex(/^https:\/\/[^\s/]+\S*$/, 'The address for the shopper begins with https://.')
      .optional(),
  }),
  paymentNamed,
  verify,
  reply,
} satisfies Gateway;

/** Without reading the whole form of what most often is some other gateway's message. */
function paymentNamed({ body }: SignedMessage): string | null {
  const text = Buffer.from(body.subarray(0, formLengthMax)).toString('latin1');
  const code = /(?:^|&)VendorTxCode=([A-Za-z0-9%._-]{1,120})(?:&|$)/.exec(text)?.[1];
  const form = code === undefined ? null : parseFormBytes(Buffer.from(`VendorTxCode=${code}`));
  return (form?.ok && form.fields.get('VendorTxCode')) || null;
}

function verify(
  { body }: SignedMessage,
  { secrets, registered = null }: GatewayAccount,
): Verification {
  const own = registered === null ? [] : [registered.key];
  const keys = [...own, ...secretList(secrets, 'securityKey')];
  const vendorName = setting(secrets, 'vendorName');
  if (keys.length === 0) return notConfigured('The security key is missing.');
  if (vendorName === undefined) return notConfigured('The vendor name is missing.');
  const form = parseFormBytes(body);
  if (!form.ok) return malformed(form.reason);
  const given = decodeHex(form.fields.get('VPSSignature') ?? '');
  if (given === null) return badSignature('The message has no readable VPSSignature.');
  const vendor = vendorName.trim().toLowerCase();
  if (!isSigned(form.fields, { keys, vendor, given })) {
    return badSignature(
      'The VPSSignature does not fit: the message was changed, or the key of this transaction is missing.',
    );
  }
  const isOwn = isSigned(form.fields, { keys: own, vendor, given });
  return readNotification(form.fields, isOwn ? registered : null);
}

type Proof = Readonly<{ keys: readonly string[]; vendor: string; given: Buffer }>;

function isSigned(fields: Fields, { keys, vendor, given }: Proof): boolean {
  const [before, after] = signedAroundKey(fields, vendor);
  if (before.length + after.length > signedLengthMax) return false;
  return keys.some((key) => {
    const signed = Buffer.from(before + key + after, 'latin1');
    return isSameDigest(createHash('md5').update(signed).digest(), given);
  });
}

/** What `VPSSignature` covers before the security key and after it; the vendor in small letters. */
export function signedAroundKey(
  fields: Fields,
  vendor: string,
): readonly [before: string, after: string] {
  const joined = (names: readonly string[]) => names.map((name) => fields.get(name) ?? '').join('');
  return [joined(beforeVendor) + vendor + joined(beforeKey), joined(afterKey)];
}

/**
 * The signed values are joined by nothing. The forms of the first four keep one signature from
 * being read in two ways: no status ends in another, and what follows it can be digits only.
 */
function readNotification(fields: Fields, agreed: RegisteredPayment | null): Verification {
  const text = (name: string) => fields.get(name) ?? '';
  const status = statuses.get(text('Status'));
  if (status === undefined) return malformed('The message has an unknown Status.');
  const isFormed =
    /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i.test(text('VPSTxId')) &&
    /^[A-Za-z0-9{}._-]{1,40}$/.test(text('VendorTxCode')) &&
    /^\d{0,20}$/.test(text('TxAuthNo')) &&
    isFactText(text('BankAuthCode'));
  if (!isFormed) return malformed('The message names no transaction as Opayo writes it.');
  const authorizationCode = text('BankAuthCode') || text('TxAuthNo') || null;
  const isPayment = text('TxType') !== 'TOKEN' && authorizationCode !== null;
  const isOnHold = !['', 'PAYMENT'].includes(text('TxType'));
  return proved({
    trust: 'full',
    eventKey: `${text('VPSTxId')}|${text('Status')}`,
    eventId: null,
    orderNumber: text('VendorTxCode'),
    amountMinor: agreed?.amountMinor ?? null,
    currency: agreed?.currency ?? null,
    transactionId: text('VPSTxId'),
    authorizationCode,
    status: status === 'approved' && !isPayment ? 'ignored' : status,
    captured: status === 'approved' && isOnHold ? false : null,
    test: null,
  });
}

/** AUTHENTICATED and REGISTERED keep a card for later: nothing is authorised yet. */
const statuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['OK', 'approved'],
  ['NOTAUTHED', 'declined'],
  ['REJECTED', 'declined'],
  ['ABORT', 'cancelled'],
  ['AUTHENTICATED', 'pending'],
  ['REGISTERED', 'pending'],
  ['PENDING', 'pending'],
  ['ERROR', 'error'],
  ['INVALID', 'error'],
]);

/**
 * Opayo reads the text and sends the shopper on; without it, it cancels the transaction. `OK` says
 * that the message was taken, that of a declined payment too. Nothing may stand before `Status=`.
 */
function reply({ outcome, account }: Answering): Reply | null {
  if (outcome === 'not_configured') return null;
  const { status, answer, detail } = replies[outcome];
  const redirectUrl = setting(account.secrets, 'redirectUrl') ?? trackingUrl(account);
  const lines = [`Status=${answer}`, `RedirectURL=${redirectUrl}`, `StatusDetail=${detail}`];
  return { status, text: lines.join('\r\n') };
}

const replies = {
  taken: { status: 200, answer: 'OK', detail: 'The notification was taken.' },
  bad_signature: { status: 401, answer: 'INVALID', detail: 'The VPSSignature does not fit.' },
  malformed: { status: 400, answer: 'INVALID', detail: 'The notification cannot be read.' },
} as const;
