import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** What a derived key may be used for. One purpose, one key: a leak of one opens nothing else. */
export type KeyPurpose =
  | 'payment-secrets'
  | 'payment-keys'
  | 'callback-messages'
  | 'serial-codes'
  | 'serial-code-fingerprints'
  | 'download-links'
  | 'sign-in-links'
  | 'customer-sessions';

/** Thrown by `open`; its message is fit for the screen and holds no secret. */
export class SealedTextUnreadable extends Error {
  override readonly name = 'SealedTextUnreadable';
}

const nonceBytes = 12;
const tagBytes = 16;

/** A process has one AUTH_SECRET, and deriving takes longer than what the key is used for. */
const derived = new Map<string, KeyObject>();

/** The 256-bit key of one purpose, made from AUTH_SECRET by HKDF-SHA256 (RFC 5869). */
export function deriveKey(authSecret: string, purpose: KeyPurpose): KeyObject {
  if (authSecret === '')
    throw new TypeError('AUTH_SECRET is empty: there is nothing to make a key of.');
  const name = `${purpose} ${authSecret}`;
  const key = derived.get(name) ?? newKey(authSecret, purpose);
  derived.set(name, key);
  return key;
}

function newKey(authSecret: string, purpose: KeyPurpose): KeyObject {
  const bytes = hkdfSync('sha256', authSecret, 'counterfoil', purpose, 32);
  return createSecretKey(Buffer.from(bytes));
}

/**
 * Encrypts text with AES-256-GCM as `v1.<nonce>.<ciphertext and tag>` in base64url.
 * `context` names the owner (an account's slug, a code's id): sealed text that is copied
 * to another row does not open there. Sealing the same text twice gives two results.
 */
export function seal(plain: string, key: KeyObject, context: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const sealed = [cipher.update(Buffer.from(plain, 'utf8')), cipher.final(), cipher.getAuthTag()];
  return `v1.${nonce.toString('base64url')}.${Buffer.concat(sealed).toString('base64url')}`;
}

/** The text that `seal` was given. @throws SealedTextUnreadable when key, context or text differ. */
export function open(sealed: string, key: KeyObject, context: string): string {
  const [nonce, ciphertext, tag] = readSealed(sealed);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SealedTextUnreadable(
      'This was encrypted with another AUTH_SECRET, or has been changed since. Put the former AUTH_SECRET back, or enter it anew.',
      { cause },
    );
  }
}

/** HMAC-SHA256 in hex: equal texts have equal fingerprints, so duplicates show without decrypting. */
export function fingerprint(text: string, key: KeyObject): string {
  return createHmac('sha256', key).update(Buffer.from(text, 'utf8')).digest('hex');
}

/** `••••` and at most the last four characters; of fewer than twelve characters nothing is shown. */
export function maskSecret(secret: string): string {
  const characters = [...secret];
  const shown = Math.max(0, Math.min(4, Math.floor(characters.length / 4) - 1));
  const tail = characters.length < 12 ? [] : characters.slice(-shown);
  return `••••${tail.join('')}`;
}

function readSealed(sealed: string): readonly [nonce: Buffer, ciphertext: Buffer, tag: Buffer] {
  const [version, nonceText = '', bodyText = '', ...rest] = sealed.split('.');
  const nonce = Buffer.from(nonceText, 'base64url');
  const body = Buffer.from(bodyText, 'base64url');
  const whole = version === 'v1' && rest.length === 0 && nonce.length === nonceBytes;
  if (!whole || body.length < tagBytes) {
    throw new SealedTextUnreadable('This is not text that Counterfoil has encrypted.');
  }
  return [nonce, body.subarray(0, -tagBytes), body.subarray(-tagBytes)];
}
