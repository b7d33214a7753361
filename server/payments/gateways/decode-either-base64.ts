/**
 * Base64 in the standard or in the URL alphabet, with or without its padding, as gateways mix them;
 * null for both alphabets at once, for leftover bits and for anything else, the empty text included.
 */
export function decodeEitherBase64(text: string): Buffer | null {
  if (/[-_]/.test(text) && /[+/]/.test(text)) return null;
  const bare = text.replace(/={1,2}$/, '');
  if (bare !== text && text.length % 4 !== 0) return null;
  const bytes = Buffer.from(bare, 'base64url');
  const canonical = bare.replaceAll('+', '-').replaceAll('/', '_');
  return bytes.length > 0 && bytes.toString('base64url') === canonical ? bytes : null;
}
