import { createHmac } from 'node:crypto';
import { isSameDigest } from './is-same-digest';

type Signed = Readonly<{
  algorithm: 'sha256' | 'sha384' | 'sha512';
  /** Those that are tried, during a rotation more than one; text counts as UTF-8. */
  keys: readonly (string | Buffer)[];
  /** What was signed, part after part. */
  parts: readonly (string | Uint8Array)[];
  /** The signatures as they came, decoded: any of them may fit. */
  given: readonly Buffer[];
}>;

/** Whether one of the signatures is the HMAC of the parts under one of the keys; constant in time. */
export function isSignedBy({ algorithm, keys, parts, given }: Signed): boolean {
  return keys.some((key) => {
    const hmac = createHmac(algorithm, key);
    for (const part of parts) hmac.update(part);
    const digest = hmac.digest();
    return given.some((signature) => isSameDigest(digest, signature));
  });
}
