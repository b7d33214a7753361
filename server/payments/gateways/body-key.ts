import { createHash } from 'node:crypto';

/** The event key of a message that names no event: every delivery of it has the same bytes. */
export function bodyKey(body: Uint8Array): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}
