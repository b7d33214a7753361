import { and, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { customers } from '#db/schema/customers';
import type { Currency } from '#domain/currency';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import { searchExpression } from '#server/orders/search-expression';

/** What a customer has paid in one currency, refunds taken off; minor units. */
export type Spent = Readonly<{ currency: Currency; minor: number }>;

export type CustomerSummary = Readonly<{
  id: string;
  name: string;
  email: string;
  isErased: boolean;
  orders: number;
  /** When the newest order was placed, ms UTC; null where none is left. */
  lastOrderAt: number | null;
  spent: readonly Spent[];
}>;

export type CustomerFilter = Readonly<{
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}>;

/**
 * One page of the customers, the newest first. `q` finds every word as a part of a name, an e-mail
 * address, a phone number, a note or a postal address, and whoever placed the order of that number.
 * Throws `malformed` for a cursor of another list. One round trip.
 */
export async function listCustomers(
  db: Db,
  { q, cursor, limit }: CustomerFilter,
): Promise<Page<CustomerSummary>> {
  const query: KeysetQuery = {
    sort: '-seq',
    by: [sql`${customers.seq}`, sql`${customers.id}`],
    descending: true,
    cursor: readCursor(cursor, '-seq'),
    limit,
  };
  const page = keysetPage(query);
  const { id, name, email, seq, erasedAt } = customers;
  const rows = await db
    .select({ ...{ id, name, email, seq, erasedAt }, ...orderFacts })
    .from(customers)
    .where(and(sql`${customers.mergedInto} IS NULL`, matches(q), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit);
  const { data, ...cursors } = toPage(rows, query, (row) => [row.seq ?? 0, row.id]);
  return { ...cursors, data: data.map(summaryOf) };
}

const standing = sql.raw('FROM orders WHERE customer_id = customers.id AND deleted_at IS NULL');

const orderFacts = {
  orders: sql<number>`(SELECT count(*) ${standing})`,
  lastOrderAt: sql<number | null>`(SELECT max(placed_at) ${standing})`,
  spent: sql<string>`(SELECT json_group_array(json_object('currency', currency, 'minor', minor))
    FROM (SELECT currency, sum(paid_minor - refunded_minor) AS minor ${standing} GROUP BY currency ORDER BY minor DESC))`,
};

type Row = Omit<CustomerSummary, 'spent' | 'isErased'> &
  Readonly<{ spent: string; erasedAt: number | null; seq: number | null }>;

// `spent` was built as JSON by the query.
function summaryOf({ spent, erasedAt, seq, ...row }: Row): CustomerSummary {
  const sums: readonly Spent[] = JSON.parse(spent);
  return { ...row, isErased: erasedAt !== null, spent: sums.filter(({ minor }) => minor !== 0) };
}

function nameBegins(q: string): SQL {
  return sql`${customers.name} COLLATE NOCASE BETWEEN ${q} AND ${`${q}\u{10ffff}`}`;
}

/** As it was typed and with a capital letter: the database knows those of English only. */
function beginnings(q: string): readonly string[] {
  const [first = '', ...rest] = q;
  return [...new Set([q, first.toUpperCase() + rest.join('')])];
}

/** Fewer than three letters are too few for the index: they find the beginning of a name. */
function matches(typed: string | undefined): SQL | undefined {
  const q = typed?.trim() ?? '';
  if (q === '') return undefined;
  const expression = searchExpression(q);
  const number = q.replace(/^#\s*/, '');
  const found =
    expression === null
      ? sql.join(beginnings(q).map(nameBegins), sql` OR `)
      : sql`${customers.seq} IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ${expression})`;
  return sql`(${found} OR ${customers.id} = (SELECT customer_id FROM orders WHERE number = ${number} AND deleted_at IS NULL))`;
}
