import { fillPlaceholders, type Query } from 'drizzle-orm';
import type { RunnableQuery } from 'drizzle-orm/runnable-query';
import type { Db } from './client';

type Prepared = Readonly<{
  getQuery: () => Query;
  mapResult: (result: unknown, isFromBatch?: boolean) => unknown;
}>;
type Buildable<Result> = RunnableQuery<Result, 'sqlite'> &
  (Prepared | Readonly<{ prepare: () => Prepared }>);

/** A query for a batch, made for the values of one call. */
export type Prebuilt<Result> = (
  db: Db,
  values?: Readonly<Record<string, unknown>>,
) => RunnableQuery<Result, 'sqlite'>;

/** What a batch of these queries gives, query by query. */
export type RowsOf<Queries extends readonly RunnableQuery<unknown, 'sqlite'>[]> = {
  readonly [Index in keyof Queries]: Queries[Index]['_']['result'];
};

/**
 * A query for batches whose SQL is built once for the whole process: drizzle takes longer to build
 * most queries than the database takes to answer them. What differs from call to call is a
 * `sql.placeholder`, filled from the values by its name.
 */
export function prebuilt<Result>(build: (db: Db) => Buildable<Result>): Prebuilt<Result> {
  let prepared: Prepared | undefined;
  return (db, values = {}) => {
    prepared ??= preparedOf(build(db));
    return batchItem<Result>(prepared, values);
  };
}

function preparedOf(built: Buildable<unknown>): Prepared {
  return 'prepare' in built ? built.prepare() : built;
}

// `db.batch` of drizzle asks an item for nothing but `_prepare`, and its result type is that of the
// query which `prepared` was made of.
function batchItem<Result>(
  prepared: Prepared,
  values: Readonly<Record<string, unknown>>,
): RunnableQuery<Result, 'sqlite'> {
  const { sql, params } = prepared.getQuery();
  const getQuery = () => ({ sql, params: fillPlaceholders(params, { ...values }) });
  const mapResult: Prepared['mapResult'] = (result) => prepared.mapResult(result, true);
  const item = { _prepare: () => ({ getQuery, mapResult }) };
  return item as unknown as RunnableQuery<Result, 'sqlite'>;
}
