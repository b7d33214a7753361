/** The bytes of a file that are to be sent, both ends included. */
export type ByteRange = Readonly<{ start: number; end: number }>;

export type RequestedRange =
  | Readonly<{ kind: 'whole' }>
  | Readonly<{ kind: 'part'; range: ByteRange }>
  | Readonly<{ kind: 'unsatisfiable' }>;

type Asked = Readonly<{
  /** The headers Range and If-Range, as they came. */
  range: string | null;
  ifRange: string | null;
}>;

/**
 * What a GET asks of a file (RFC 9110, 14). A header that makes no sense is left out of account, and
 * so are several ranges at once and a condition that does not name this very file: all of it is
 * sent then, which is what the standard allows.
 */
export function requestedRange(
  { range, ifRange }: Asked,
  { size, etag }: Readonly<{ size: number; etag: string }>,
): RequestedRange {
  const [, first = '', last = ''] = /^\s*bytes=\s*(\d*)-(\d*)\s*$/i.exec(range ?? '') ?? [];
  const isMeant = (ifRange === null || ifRange === etag) && (first !== '' || last !== '');
  if (!isMeant || isBackwards(first, last)) return { kind: 'whole' };
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? { kind: 'unsatisfiable' } : { kind: 'part', range: { start, end } };
}

function isBackwards(first: string, last: string): boolean {
  return first !== '' && last !== '' && Number(first) > Number(last);
}
