/**
 * What bytes 0x80 to 0x9F are in windows-1252. `TextDecoder` is not used for it: Node 20 reads
 * them as control characters, so that a euro sign is lost.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f' + '\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What web browsers, and gateways with them, read as windows-1252. */
const latinLabels = /^(?:|windows-1252|cp-?1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/;

/**
 * Text for people from bytes, each of them one character (latin1) of what is given, in a character
 * set by the name that the sender has for it (`KOI8_R` too). An unknown set is read as
 * windows-1252. Never throws.
 */
export function decodeCharset(bytesAsLatin1: string, charset: string): string {
  const label = charset.trim().toLowerCase().replaceAll('_', '-');
  if (latinLabels.test(label)) return decodeWindows1252(bytesAsLatin1);
  try {
    return new TextDecoder(label).decode(Buffer.from(bytesAsLatin1, 'latin1'));
  } catch {
    return decodeWindows1252(bytesAsLatin1);
  }
}

function decodeWindows1252(bytesAsLatin1: string): string {
  return bytesAsLatin1.replace(
    /[\u0080-\u009f]/g,
    (byte) => windows1252[byte.charCodeAt(0) - 0x80] ?? byte,
  );
}
