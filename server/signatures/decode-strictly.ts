/**
 * `Buffer.from` skips what it cannot decode, so two texts can mean one signature. These two
 * take one spelling only and give null for everything else, the empty text included.
 */
export function decodeHex(text: string): Buffer | null {
  return /^(?:[0-9a-fA-F]{2})+$/.test(text) ? Buffer.from(text, 'hex') : null;
}

/** Standard base64 with its padding; leftover bits must be zero. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : null;
}
