import * as z from 'zod';
import { decodeBase64, decodeHex } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import {
  type Answering,
  badSignature,
  type Claim,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  proved,
  type Reply,
  type SignedMessage,
  secretList,
  type Verification,
} from './gateway';
import { isUnambiguous, parseUnprovedJson } from './parse-signed-json';
import { AdyenItem, readAdyenItem } from './read-adyen-item';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Adyen's Standard webhook: a list of items, each proved by a signature of its own over eight of
 * its fields (https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures).
 * One item that is not proved refuses all of them.
 *
 * The authorization code, `reason` and `live` are not under the signature; no decision to pay rests
 * on them, except that a message which calls itself a test never pays a live account.
 */
export const adyen = {
  id: 'adyen',
  name: 'Adyen',
  refundsAreTotals: false,
  returnsNamePayment: true,
  tellsLive: true,
  shown: ['merchantAccount', 'manualCapture'],
  secrets: secretsOf({
    hmacKeyHex: rotatingSecret(
      (key) => key.length === 64 && decodeHex(key) !== null,
      'The HMAC key is 64 digits and letters from A to F.',
    ),
    merchantAccount: z
      .string('The merchant account is given by its name.')
      .trim()
      .regex(/^[^\s:]+$/, 'The merchant account is one word without a colon, such as ShopECOM.')
      .optional(),
    manualCapture: z.boolean('Capturing by hand is either on or off.').optional(),
  }),
  verify,
  reply,
} satisfies Gateway;

function verify(message: SignedMessage, account: GatewayAccount): Verification {
  const keys = secretList(account.secrets, 'hmacKeyHex')
    .map(decodeHex)
    .filter((key) => key !== null);
  if (keys.length === 0) return notConfigured('The HMAC key is missing or not hexadecimal.');
  const batch = Batch.safeParse(parseUnprovedJson(message.body));
  if (!batch.success) return malformed('It is not the JSON of a Standard webhook.');
  const { live, notificationItems } = batch.data;
  const items = notificationItems.map(({ NotificationRequestItem: item }) => item);
  if (!items.every((item) => isSigned(item, keys))) {
    return badSignature(
      'An item has no signature that fits: it was changed, or the HMAC key is another.',
    );
  }
  if (!isUnambiguous(message.body)) {
    return malformed('The message is signed, but gives the same field twice.');
  }
  return readItems(items, String(live ?? ''), account);
}

/** Adyen sends one item, or a few. They are read before they are proved, so that many would cost us. */
const itemsMax = 1000;

const Batch = z.object({
  live: z.union([z.enum(['true', 'false']), z.boolean()]).nullish(),
  notificationItems: z
    .custom<readonly unknown[]>((items) => Array.isArray(items) && items.length <= itemsMax)
    .pipe(z.array(z.object({ NotificationRequestItem: AdyenItem })).min(1)),
});

function isSigned(item: AdyenItem, keys: readonly Buffer[]): boolean {
  const signature = item.additionalData?.hmacSignature;
  const given = typeof signature === 'string' ? decodeBase64(signature) : null;
  const parts = [signedTexts(item).join(':')];
  return given !== null && isSignedBy({ algorithm: 'sha256', keys, parts, given: [given] });
}

function signedTexts(item: AdyenItem): readonly string[] {
  const { pspReference, originalReference, merchantAccountCode, merchantReference } = item;
  const { amount, eventCode, success } = item;
  const references = [pspReference, originalReference, merchantAccountCode, merchantReference];
  return [...references, amount?.value, amount?.currency, eventCode, success].map((value) =>
    String(value ?? ''),
  );
}

function readItems(
  items: readonly AdyenItem[],
  live: string,
  { secrets }: GatewayAccount,
): Verification {
  const claims: Claim[] = [];
  for (const item of items) {
    if (signedTexts(item).some((text) => ambiguous.test(text))) return colonRefused();
    const read = readAdyenItem(item, { test: testOf(live), secrets });
    if ('reason' in read) return malformed(read.reason);
    claims.push(read.claim);
  }
  const [first, ...further] = claims;
  return first ? proved(first, ...further) : malformed('The message holds no items.');
}

/** A colon, or half of a pair of surrogates: in UTF-8 all of those are the same three bytes. */
const ambiguous = /[:\p{Surrogate}]/u;

/**
 * The eight values are joined by colons and not escaped: with a colon in one of them, one signature
 * means two messages, such as order SO-1:1 of 5990 and order SO-1 of 1:5990.
 */
function colonRefused(): Verification {
  return malformed('A signed field holds a colon, with which the signature can be read two ways.');
}

function testOf(live: string): boolean | null {
  return live === '' ? null : live === 'false';
}

/** Adyen asks for any 2xx; older accounts look for this text. */
function reply({ outcome }: Answering): Reply | null {
  return outcome === 'taken' ? { status: 200, text: '[accepted]' } : null;
}
