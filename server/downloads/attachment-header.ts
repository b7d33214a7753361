/**
 * Content-Disposition for a file that is to be saved (RFC 6266): its name in every script by
 * `filename*`, and in plain letters for programs that know no other.
 */
export function attachmentHeader(name: string): string {
  const clean = savedName(name);
  const plain = clean.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${percentEncoded(clean)}`;
}

/**
 * A name without what would lead out of a folder or hide an ending: no separators, no control
 * characters, none that turn the direction of reading, no dot in front.
 */
function savedName(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .trim()
    .replace(/^\.+/, '_');
  return clean === '' ? 'download' : clean;
}

/** RFC 8187: what `encodeURIComponent` leaves as it is and the standard does not. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
