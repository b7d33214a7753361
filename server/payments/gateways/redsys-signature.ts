import { createCipheriv } from 'node:crypto';
import { decodeBase64 } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';

export const redsysVersions = ['HMAC_SHA512_V2', 'HMAC_SHA256_V1'] as const;
export type RedsysVersion = (typeof redsysVersions)[number];

type Signed = Readonly<{
  version: RedsysVersion;
  merchantKeys: readonly string[];
  /** The order number as it stands in the parameters: each order is signed with a key of its own. */
  order: string;
  /** The parameters as they came, still in base64. */
  text: string;
  given: Buffer;
}>;

/** Whether the parameters are signed for their order under one of the merchant's keys. */
export function isSignedByRedsys({ version, merchantKeys, order, text, given }: Signed): boolean {
  const { algorithm, orderKey } = redsysSchemes[version];
  const keys = merchantKeys.map((key) => orderKey(key, order)).filter((key) => key !== null);
  return isSignedBy({ algorithm, keys, parts: [text], given: [given] });
}

/** Whether a merchant's key can be used with a version. */
export function isRedsysKey(merchantKey: string, version: RedsysVersion): boolean {
  return redsysSchemes[version].orderKey(merchantKey, '1') !== null;
}

/** How each version signs: the HMAC of the parameters, under a key for the order alone. */
export const redsysSchemes = {
  HMAC_SHA512_V2: { algorithm: 'sha512', orderKey: aesOrderKey },
  HMAC_SHA256_V1: { algorithm: 'sha256', orderKey: tripleDesOrderKey },
} as const;

/** The key of V2 is the base64 text of the encrypted order, not its bytes. */
function aesOrderKey(merchantKey: string, order: string): string | null {
  if (!/^[\x21-\x7e]{16,}$/.test(merchantKey)) return null;
  const key = Buffer.from(merchantKey.slice(0, 16), 'latin1');
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16));
  return Buffer.concat([cipher.update(order, 'utf8'), cipher.final()]).toString('base64');
}

function tripleDesOrderKey(merchantKey: string, order: string): Buffer | null {
  const key = decodeBase64(merchantKey);
  if (key?.length !== 24) return null;
  const plain = Buffer.from(order, 'utf8');
  const padded = Buffer.concat([plain, Buffer.alloc((8 - (plain.length % 8)) % 8)]);
  const cipher = createCipheriv('des-ede3-cbc', key, Buffer.alloc(8)).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}
