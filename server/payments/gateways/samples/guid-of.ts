import { createHash } from 'node:crypto';

/** A text as the GUID that a gateway would have named a thing by: the same text, the same GUID. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
