import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '#server/secret-box';

/** From the click until the first byte. */
export const beginWithinMs = 10 * 60 * 1000;

/** From the first byte on, for ranges and for what goes on after a cut. */
export const goOnWithinMs = 24 * 60 * 60 * 1000;

const idBytes = 16;
const momentBytes = 6;
const signatureBytes = 32;
const signedBytes = idBytes + momentBytes;
const pattern = /^[\w-]{72}$/;

type Download = Readonly<{ id: string; expiresAt: number }>;

/** What stands in the address of a download: its id and the end of the address, signed. */
export function signDownload({ id, expiresAt }: Download, authSecret: string): string {
  const signed = Buffer.alloc(signedBytes);
  signed.write(id.replaceAll('-', ''), 'hex');
  signed.writeUIntBE(expiresAt, idBytes, momentBytes);
  return Buffer.concat([signed, signatureOf(signed, authSecret)]).toString('base64url');
}

/** What an address says, or null where it is none of ours. Nobody is asked for that. */
export function readDownloadLink(token: string, authSecret: string): Download | null {
  if (!pattern.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const [signed, signature] = [bytes.subarray(0, signedBytes), bytes.subarray(signedBytes)];
  const expected = signatureOf(signed, authSecret);
  if (signature.length !== signatureBytes || !timingSafeEqual(signature, expected)) return null;
  const id = signed.toString('hex', 0, idBytes);
  return {
    id: id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    expiresAt: signed.readUIntBE(idBytes, momentBytes),
  };
}

function signatureOf(signed: Buffer, authSecret: string): Buffer {
  return createHmac('sha256', deriveKey(authSecret, 'download-links')).update(signed).digest();
}
