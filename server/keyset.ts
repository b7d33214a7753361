import { type SQL, sql } from 'drizzle-orm';
import { AppError } from './errors';

/** The place of a row in a sorted list: the value that it is sorted by, then its unique key. */
export type Place = readonly [string | number, string | number];

/** Which way a page lies from the row that its cursor names. */
export type Cursor = Readonly<{ way: 'after' | 'before'; sort: string; place: Place }>;

export type Page<Row> = Readonly<{
  data: readonly Row[];
  nextCursor: string | null;
  previousCursor: string | null;
}>;

export type KeysetQuery = Readonly<{
  sort: string;
  /** The two expressions that the list is sorted by. */
  by: readonly [SQL, SQL];
  descending: boolean;
  cursor: Cursor | null;
  limit: number;
}>;

/** A cursor for a list sorted by `sort`; throws `malformed` for one that was never given out. */
export function readCursor(text: string | undefined, sort: string): Cursor | null {
  if (text === undefined) return null;
  const cursor = decode(text);
  if (cursor?.sort === sort) return cursor;
  throw new AppError('malformed', 'The cursor is not one that this list gave out.', {
    fields: { cursor: 'This cursor is not one that this list gave out.' },
  });
}

/** The condition, order and limit of one page; reads one row more to know whether there are others. */
export function keysetPage({ by: [value, key], descending, cursor, limit }: KeysetQuery) {
  const isDownward = descending !== (cursor?.way === 'before');
  const way = sql.raw(isDownward ? 'DESC' : 'ASC');
  const than = sql.raw(isDownward ? '<' : '>');
  return {
    way,
    than,
    where: cursor
      ? sql`(${value}, ${key}) ${than} (${cursor.place[0]}, ${cursor.place[1]})`
      : undefined,
    orderBy: [sql`${value} ${way}`, sql`${key} ${way}`] as const,
    limit: limit + 1,
  };
}

/** The rows that `keysetPage` found as a page with the cursors to either side. */
export function toPage<Row>(
  rows: readonly Row[],
  { sort, cursor, limit }: KeysetQuery,
  placeOf: (row: Row) => Place,
): Page<Row> {
  const isBackward = cursor?.way === 'before';
  const hasMore = rows.length > limit;
  const kept = rows.slice(0, limit);
  const data = isBackward ? kept.toReversed() : kept;
  const [first, last] = [data[0], data.at(-1)];
  const hasNext = isBackward ? true : hasMore;
  const hasPrevious = isBackward ? hasMore : cursor !== null;
  return {
    data,
    nextCursor: last && hasNext ? encode({ way: 'after', sort, place: placeOf(last) }) : null,
    previousCursor:
      first && hasPrevious ? encode({ way: 'before', sort, place: placeOf(first) }) : null,
  };
}

function encode({ way, sort, place }: Cursor): string {
  return Buffer.from(JSON.stringify([way, sort, ...place])).toString('base64url');
}

function decode(text: string): Cursor | null {
  const parsed = parseJson(Buffer.from(text, 'base64url').toString('utf8'));
  if (!Array.isArray(parsed) || parsed.length !== 4) return null;
  const [way, sort, value, key]: readonly unknown[] = parsed;
  if ((way !== 'after' && way !== 'before') || typeof sort !== 'string') return null;
  return isPart(value) && isPart(key) ? { way, sort, place: [value, key] } : null;
}

function isPart(part: unknown): part is string | number {
  return typeof part === 'string' || Number.isSafeInteger(part);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
