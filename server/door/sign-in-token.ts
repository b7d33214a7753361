import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '#server/secret-box';

const pattern = /^([\w-]{22})\.([\w-]{43})$/;

/**
 * What opens a link: its id, signed. It is made when the mail is written and kept nowhere, so
 * neither the database nor the outbox lets anybody in.
 */
export function signInToken(linkId: string, authSecret: string): string {
  return `${linkId}.${signatureOf(linkId, authSecret).toString('base64url')}`;
}

/** The id of the link that a token opens, or null where it is none of ours. Nobody is asked for that. */
export function linkIdOf(token: string, authSecret: string): string | null {
  const [, linkId, signature] = pattern.exec(token) ?? [];
  if (linkId === undefined || signature === undefined) return null;
  const given = Buffer.from(signature, 'base64url');
  return timingSafeEqual(given, signatureOf(linkId, authSecret)) ? linkId : null;
}

function signatureOf(linkId: string, authSecret: string): Buffer {
  return createHmac('sha256', deriveKey(authSecret, 'sign-in-links')).update(linkId).digest();
}
