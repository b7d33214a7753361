import * as z from 'zod';
import { deriveKey, open, SealedTextUnreadable, seal } from '#server/secret-box';
import type { SignedMessage } from './gateways/gateway';
import { maskCards } from './mask-cards';

/** More than this is not kept to be verified again: anybody can send what proves nothing. */
const bytesMax = 32_768;

/**
 * A message as it came, encrypted for the row with that id, so that it can be verified again. Null
 * where it is long or holds what looks like a card number: those are not stored in any form.
 */
export function sealMessage(
  authSecret: string,
  id: string,
  { body, headers }: SignedMessage,
): string | null {
  if (body.length > bytesMax) return null;
  const latin1 = Buffer.from(body).toString('latin1');
  if ([latin1, ...Object.values(headers)].some((text = '') => holdsCardNumber(text))) return null;
  const text = JSON.stringify({ headers, body: Buffer.from(body).toString('base64') });
  return seal(text, keyOf(authSecret), id);
}

/** The message that was sealed for a row; null under another AUTH_SECRET. */
export function openMessage(authSecret: string, id: string, sealed: string): SignedMessage | null {
  try {
    const { headers, body } = Sealed.parse(JSON.parse(open(sealed, keyOf(authSecret), id)));
    return { headers, body: Buffer.from(body, 'base64') };
  } catch (error) {
    if (error instanceof SealedTextUnreadable) return null;
    throw error;
  }
}

const Sealed = z.object({ headers: z.record(z.string(), z.string()), body: z.string() });

function keyOf(authSecret: string) {
  return deriveKey(authSecret, 'callback-messages');
}

/** Also where its digits are written as escapes of a form or of JSON, or stand in a field as base64. */
function holdsCardNumber(latin1: string): boolean {
  const unescaped = latin1
    .replaceAll('+', ' ')
    .replace(/(?:%|\\u00)([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  const encoded = unescaped.match(/[A-Za-z0-9+/_-]{24,}/g) ?? [];
  const decoded = encoded.map((text) => Buffer.from(text, 'base64').toString('latin1'));
  return [latin1, unescaped, ...decoded].some((text) => maskCards(text) !== text);
}
