/**
 * The text of a form's value, of which every character stands for one byte (latin1): UTF-8 where
 * the bytes are that, else as they came. By the bytes alone, as no declared charset is signed.
 */
export function textOfBytes(bytesAsLatin1: string): string {
  try {
    const bytes = Buffer.from(bytesAsLatin1, 'latin1');
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytesAsLatin1;
  }
}
