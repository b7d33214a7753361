import { timingSafeEqual } from 'node:crypto';

/** Compares two digests in constant time. `timingSafeEqual` throws on unequal lengths, so those first. */
export function isSameDigest(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
