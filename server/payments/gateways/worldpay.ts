import { createHash } from 'node:crypto';
import * as z from 'zod';
import { decodeHex } from '#server/signatures/decode-strictly';
import { isSameDigest } from '#server/signatures/is-same-digest';
import { isSignedBy } from '#server/signatures/is-signed-by';
import {
  type Answering,
  badSignature,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  type Reply,
  type Secrets,
  type SignedMessage,
  secretList,
  setting,
  type Trust,
  type Verification,
} from './gateway';
import { parseFormBytes } from './parse-form-bytes';
import { readWorldpayResponse } from './read-worldpay-response';
import { rotatingSecret, secretsOf } from './secret-schemas';
import { trackingUrl } from './tracking-url';

type Fields = ReadonlyMap<string, string>;

/**
 * The payment response of Worldpay's Business Gateway: a form with a password in it, `callbackPW`.
 *
 * The password shows who sent it. Order, amount and currency are fields of a page in the shopper's
 * browser, so they prove nothing by themselves (trust `partial`). A shop that sends along
 * `M_sig`, the HMAC-SHA256 in hex of `cartId|amount|currency` under `tokenKey`, gets it back:
 * then they are what the shop asked for, and without it nothing is accepted any more.
 */
export const worldpay = {
  id: 'worldpay',
  name: 'Worldpay',
  refundsAreTotals: false,
  tellsLive: false,
  shown: ['instId'],
  secrets: secretsOf({
    callbackPW: rotatingSecret(
      (password) => /^[\x20-\x7e]+$/.test(password),
      'The payment response password is letters, digits and signs, without accents.',
    ),
    tokenKey: rotatingSecret(
      (key) => key.length >= 8,
      'The token key is a text of at least 8 characters.',
    ).optional(),
    instId: z
      .string()
      .trim()
      .regex(/^\d{1,16}$/, 'The installation ID is a number.')
      .optional(),
  }),
  verify,
  reply,
} satisfies Gateway;

function verify({ body }: SignedMessage, { secrets }: GatewayAccount): Verification {
  if (secretList(secrets, 'callbackPW').length === 0) {
    return notConfigured('The payment response password is missing.');
  }
  const form = parseFormBytes(body);
  if (!form.ok) return malformed(form.reason);
  const { fields } = form;
  const trust = proofOf(fields, secrets);
  if (typeof trust !== 'string') return trust;
  const instId = setting(secrets, 'instId');
  if (instId !== undefined && fields.get('instId') !== instId.trim()) {
    return malformed('The message is about another installation.');
  }
  return readWorldpayResponse(fields, trust);
}

function proofOf(fields: Fields, secrets: Secrets): Trust | Verification {
  if (!isPassword(fields.get('callbackPW') ?? '', secretList(secrets, 'callbackPW'))) {
    return badSignature('The callbackPW is missing, or is not the password of this account.');
  }
  const keys = secretList(secrets, 'tokenKey');
  if (keys.length === 0) return 'partial';
  const given = decodeHex(fields.get('M_sig') ?? '');
  if (given === null) return badSignature('The message has no readable M_sig of the shop.');
  const covered = ['cartId', 'amount', 'currency'].map((name) => fields.get(name) ?? '');
  const parts = [Buffer.from(covered.join('|'), 'latin1')];
  return isSignedBy({ algorithm: 'sha256', keys, parts, given: [given] })
    ? 'full'
    : badSignature('The M_sig does not fit: order, amount or currency are not what was asked for.');
}

/** Digests of both are compared, so that the time tells nothing of the password's length either. */
function isPassword(given: string, passwords: readonly string[]): boolean {
  const digest = sha256(Buffer.from(given, 'latin1'));
  return passwords.some((password) => isSameDigest(sha256(Buffer.from(password, 'utf8')), digest));
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Worldpay shows our answer to the shopper as a page of its own. */
function reply({ outcome, message, account }: Answering): Reply | null {
  if (outcome !== 'taken') return null;
  const form = parseFormBytes(message.body);
  const isPaid = form.ok && form.fields.get('transStatus') === 'Y';
  const text = page(
    isPaid ? 'Thank you' : 'Nothing was paid',
    isPaid
      ? 'Worldpay has told the shop about your payment.'
      : 'You have not been charged. The shop keeps your order until you pay or cancel it.',
    trackingUrl(account),
  );
  return { status: 200, text, contentType: 'text/html; charset=utf-8' };
}

function page(title: string, sentence: string, url: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1><p>${sentence}</p><p><a href="${url}">See your order</a></p></body>
</html>
`;
}
