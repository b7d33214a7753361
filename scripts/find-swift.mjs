import { existsSync } from 'node:fs';
import { installFromDebian } from './install-from-debian.mjs';

/** Whether Swift can be started: a store that speaks S3 and is none of ours. */
export function hasSwift() {
  return existsSync('/usr/lib/python3/dist-packages/swift');
}

/** Fetches Swift where it is missing. Only Debian brings it, for Debian's own Python. */
export async function findSwift() {
  if (!hasSwift()) await installFromDebian('python3-swift', { log: '.tmp/object-store.log' });
  return hasSwift();
}
