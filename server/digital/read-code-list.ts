import { bareCode } from './bare-code';
import type { GivenCode } from './name-duplicates';

/** A header that spreadsheets put over a column of codes. */
const header =
  /^(?:(?:serial|licen[cs]e|activation|voucher|gift)[ _-]?)?(?:codes?|keys?|numbers?|serials?)$/i;

/** The serial codes of a pasted text: one per line, blank lines left out. */
export function readPastedCodes(text: string): readonly GivenCode[] {
  return linesOf(text).filter(({ code }) => code !== '');
}

/**
 * The serial codes of an uploaded file: one per line, or the first column of a CSV file (RFC 4180,
 * also with semicolons or tabs) without its header.
 */
export function readCodeFile(text: string, isCsv: boolean): readonly GivenCode[] {
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  if (!isCsv) return lines.filter(({ code }) => code !== '');
  return lines
    .map(({ line, code }) => ({ line, code: firstCell(code) }))
    .filter(({ code }, index) => code !== '' && !(index === 0 && header.test(code)));
}

function linesOf(text: string): readonly GivenCode[] {
  return text.split(/\r\n|\r|\n/).map((line, index) => ({ line: index + 1, code: bareCode(line) }));
}

function firstCell(row: string): string {
  const quoted = /^"((?:[^"]|"")*)"/.exec(row)?.[1];
  if (quoted !== undefined) return bareCode(quoted.replaceAll('""', '"'));
  return bareCode(row.split(/[,;\t]/, 1)[0] ?? '');
}

/**
 * The text of a file as spreadsheets and editors save it: UTF-8, or UTF-16 with its byte order
 * mark. Null for what is no text, such as a spreadsheet's own format.
 */
export function decodeTextFile(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /[^\P{Cc}\n\r\t]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
