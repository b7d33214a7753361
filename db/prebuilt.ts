import { is, Param, Placeholder, type Query } from 'drizzle-orm';
import type { RunnableQuery } from 'drizzle-orm/runnable-query';
import type { Db } from './client';

type Values = Readonly<Record<string, unknown>>;
type Prepared = Readonly<{
  getQuery: () => Query;
  mapResult: (result: unknown, isFromBatch?: boolean) => unknown;
}>;
/** What `prebuilt` can be made of: a query of drizzle that has not been run. */
export type Buildable<Result> = RunnableQuery<Result, 'sqlite'> &
  (Prepared | Readonly<{ prepare: () => Prepared }>);

/** A query for a batch, made for the values of one call. */
export type Prebuilt<Result> = (db: Db, values?: Values) => RunnableQuery<Result, 'sqlite'>;

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
  let built: Built | undefined;
  return (db, values = {}) => {
    built ??= builtFrom(build(db));
    return batchItem<Result>(built, values);
  };
}

type Built = Readonly<{
  sql: string;
  fills: readonly ((values: Values) => unknown)[];
  mapResult: (result: unknown) => unknown;
}>;

function builtFrom(query: Buildable<unknown>): Built {
  const prepared = 'prepare' in query ? query.prepare() : query;
  const { sql, params } = prepared.getQuery();
  return {
    sql,
    fills: params.map(fillFor),
    mapResult: (result) => prepared.mapResult(result, true),
  };
}

/** As drizzle fills placeholders, but null stays null in a column of JSON too. */
function fillFor(param: unknown): (values: Values) => unknown {
  if (is(param, Placeholder)) return (values) => valueIn(values, param.name);
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { name } = param.value;
  return (values) => {
    const value = valueIn(values, name);
    return value === null ? null : param.encoder.mapToDriverValue(value);
  };
}

function valueIn(values: Values, name: string): unknown {
  const value = values[name];
  if (value === undefined) throw new TypeError(`The query was given no ${name}.`);
  return value;
}

// `db.batch` of drizzle asks an item for nothing but `_prepare`, and its result type is that of the
// query which `built` was made of.
function batchItem<Result>(
  { sql, fills, mapResult }: Built,
  values: Values,
): RunnableQuery<Result, 'sqlite'> {
  const getQuery = () => ({ sql, params: fills.map((fill) => fill(values)) });
  const item = { _prepare: () => ({ getQuery, mapResult }) };
  return item as unknown as RunnableQuery<Result, 'sqlite'>;
}
