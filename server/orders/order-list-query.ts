import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { type Prebuilt, prebuilt } from '#db/prebuilt';
import type { Currency } from '#domain/currency';
import type { FulfilmentStatus, OrderFlag, OrderStatus, PaymentStatus } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage } from '#server/keyset';
import type { OrderFilter } from './find-orders';
import { searchExpression } from './search-expression';

export type OrderSummaryRow = Readonly<{
  id: number;
  number: string;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  flags: readonly OrderFlag[];
  tags: readonly string[];
  currency: Currency;
  items: number;
  discount: number;
  shipping: number;
  tax: number;
  grand: number;
  paid: number;
  refunded: number;
  email: string;
  name: string;
  phone: string | null;
  locale: string | null;
  note: string | null;
  placedAt: number;
  version: number;
}>;

const columns: Readonly<Record<keyof OrderSummaryRow, string>> = {
  id: 'orders.id',
  number: 'orders.number',
  status: 'orders.status',
  paymentStatus: 'orders.payment_status',
  fulfilmentStatus: 'orders.fulfilment_status',
  flags: 'json((SELECT json_group_array(flag) FROM order_flags WHERE order_id = orders.id))',
  tags: 'json((SELECT json_group_array(tag) FROM order_tags WHERE order_id = orders.id))',
  currency: 'orders.currency',
  items: 'orders.items_minor',
  discount: 'orders.discount_minor',
  shipping: 'orders.shipping_minor',
  tax: 'orders.tax_minor',
  grand: 'orders.grand_minor',
  paid: 'orders.paid_minor',
  refunded: 'orders.refunded_minor',
  email: 'orders.customer_email',
  name: 'orders.customer_name',
  phone: 'orders.customer_phone',
  locale: 'orders.customer_locale',
  note: 'orders.note',
  placedAt: 'orders.placed_at',
  version: 'orders.version',
};

/** Each row comes as one text: the engine takes longer to hand over 22 values than JSON to be read. */
type FoundRow = Readonly<{ row: string }>;

const row = sql.raw(
  Object.entries(columns)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', '),
);

/** The row of `orderListQuery` with its values. */
export function readSummaryRow({ row: text }: FoundRow): OrderSummaryRow {
  return JSON.parse(text);
}

type Wanted = Readonly<{
  query: KeysetQuery;
  isBin: boolean;
  /** The values of the filters that are set, by the names of `conditions`. */
  values: Readonly<Record<string, string | number>>;
}>;

/** The query for one page of the orders that fit a filter, and one row more. */
export function orderListQuery(db: Db, filter: OrderFilter, query: KeysetQuery) {
  const wanted = { query, isBin: filter.status === 'deleted', values: valuesOf(filter) };
  const [value, id] = query.cursor?.place ?? [];
  const { limit } = keysetPage(query);
  return prebuiltFor(wanted)(db, { ...wanted.values, value, id, limit });
}

function valuesOf(filter: OrderFilter): Wanted['values'] {
  const { status, paymentStatus, fulfilmentStatus, flag, tag, customerId, placedFrom, placedTo } =
    filter;
  const q = filter.q?.trim() || undefined;
  const match = q === undefined ? null : searchExpression(q);
  const values = {
    ...{ paymentStatus, fulfilmentStatus, flag, tag, customerId, placedFrom, placedTo },
    status: status === 'deleted' ? undefined : status,
    match: match ?? undefined,
    numberStart: match === null ? q : undefined,
  };
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}

const lists = new Map<string, Prebuilt<FoundRow[]>>();

/** One statement for each set of filters, sort and direction; most are never asked for. */
function prebuiltFor(wanted: Wanted): Prebuilt<FoundRow[]> {
  const { query, isBin, values } = wanted;
  const way = query.cursor?.way ?? '';
  const shape = [query.sort, way, isBin, ...Object.keys(values).sort()].join(' ');
  const known = lists.get(shape) ?? prebuilt((db) => db.all<FoundRow>(listSql(wanted)));
  lists.set(shape, known);
  return known;
}

function listSql({ query, isBin, values }: Wanted): SQL {
  const source = sourceOf(values, query);
  const { way, than } = keysetPage(query);
  const filters = conditions.filter(({ name }) => name in values && name !== source.serves);
  const where = sql.join(
    [
      isBin ? sql`orders.deleted_at IS NOT NULL` : sql`orders.deleted_at IS NULL`,
      source.where,
      ...filters.map(({ where: condition }) => condition),
      ...(query.cursor ? [source.beyond(than)] : []),
    ],
    sql` AND `,
  );
  const order = sql.join(
    source.by.map((by) => sql`${by} ${way}`),
    sql`, `,
  );
  const limit = sql.placeholder('limit');
  return sql`SELECT json_object(${row}) AS row FROM ${source.from} WHERE ${where} ORDER BY ${order} LIMIT ${limit}`;
}

type Condition = Readonly<{ name: string; where: SQL }>;

const conditions: readonly Condition[] = [
  { name: 'status', where: sql`orders.status = ${sql.placeholder('status')}` },
  {
    name: 'paymentStatus',
    where: sql`orders.payment_status = ${sql.placeholder('paymentStatus')}`,
  },
  {
    name: 'fulfilmentStatus',
    where: sql`orders.fulfilment_status = ${sql.placeholder('fulfilmentStatus')}`,
  },
  {
    name: 'flag',
    where: sql`EXISTS (SELECT 1 FROM order_flags WHERE order_id = orders.id AND flag = ${sql.placeholder('flag')})`,
  },
  {
    name: 'tag',
    where: sql`EXISTS (SELECT 1 FROM order_tags WHERE order_id = orders.id AND tag = ${sql.placeholder('tag')})`,
  },
  { name: 'customerId', where: sql`orders.customer_id = ${sql.placeholder('customerId')}` },
  { name: 'placedFrom', where: sql`orders.placed_at >= ${sql.placeholder('placedFrom')}` },
  { name: 'placedTo', where: sql`orders.placed_at <= ${sql.placeholder('placedTo')}` },
  // Fewer than three letters cannot be looked up in parts: they find the beginning of a number.
  {
    name: 'numberStart',
    where: sql`(orders.number >= ${sql.placeholder('numberStart')} AND orders.number < ${sql.placeholder('numberStart')} || char(1114111))`,
  },
];

/** Where the rows are found, and what they are sorted by there. */
type Source = Readonly<{
  from: SQL;
  /** The filter that the source itself fulfils, if any. */
  serves: string | null;
  where: SQL;
  by: readonly SQL[];
  /** What lies beyond the row of a cursor, whose place is `value` and `id`. */
  beyond: (than: SQL) => SQL;
}>;

/** Wherever there is one, an index that holds the rows of a filter in the order of the list. */
function sourceOf(values: Wanted['values'], { sort }: KeysetQuery): Source {
  const from =
    'match' in values ? found : 'flag' in values ? flagged : 'tag' in values ? tagged : all;
  return sort.endsWith('total')
    ? { ...from, ...sortedBy(sql`orders.grand_minor`, sql`orders.id`) }
    : from;
}

function sortedBy(value: SQL, id: SQL): Pick<Source, 'by' | 'beyond'> {
  const place = sql`(${sql.placeholder('value')}, ${sql.placeholder('id')})`;
  return { by: [value, id], beyond: (than) => sql`(${value}, ${id}) ${than} ${place}` };
}

const all: Source = {
  from: sql`orders`,
  serves: null,
  where: sql`1`,
  ...sortedBy(sql`orders.placed_at`, sql`orders.id`),
};

const flagged: Source = {
  from: sql`order_flags CROSS JOIN orders ON orders.id = order_flags.order_id`,
  serves: 'flag',
  where: sql`order_flags.flag = ${sql.placeholder('flag')}`,
  ...sortedBy(sql`order_flags.placed_at`, sql`order_flags.order_id`),
};

const tagged: Source = {
  from: sql`order_tags CROSS JOIN orders ON orders.id = order_tags.order_id`,
  serves: 'tag',
  where: sql`order_tags.tag = ${sql.placeholder('tag')}`,
  ...sortedBy(sql`order_tags.placed_at`, sql`order_tags.order_id`),
};

/** The index of words gives each order by its place in time, so a search sorts nothing. */
const found: Source = {
  from: sql`order_search CROSS JOIN orders ON orders.placed_at = order_search.rowid >> 20 AND orders.id % 1048576 = order_search.rowid & 1048575`,
  serves: 'match',
  where: sql`order_search MATCH ${sql.placeholder('match')}`,
  by: [sql`order_search.rowid`],
  beyond: (than) =>
    sql`order_search.rowid ${than} (CAST(${sql.placeholder('value')} AS INTEGER) << 20) + CAST(${sql.placeholder('id')} AS INTEGER) % 1048576`,
};
