import { createHash, randomBytes } from 'node:crypto';

export type NewApiKey = Readonly<{
  /** Shown once, kept nowhere. */
  key: string;
  /** The beginning of the key, by which people tell keys apart. */
  prefix: string;
  hash: string;
}>;

/** Makes a key of 256 random bits: `cf_` and 43 characters of base64url. */
export function newApiKey(): NewApiKey {
  const key = `cf_${randomBytes(32).toString('base64url')}`;
  return { key, prefix: key.slice(0, 9), hash: hashApiKey(key) };
}

/** SHA-256 in hex, under which a key is looked up. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}
