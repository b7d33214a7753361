import { and, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { customers } from '#db/schema/customers';
import type { Address } from '#domain/address';
import { containsWords } from '#server/catalog/contains-words';

/** A customer with the addresses of the newest order that had one. */
export type CustomerFound = Readonly<{
  id: string;
  email: string;
  name: string;
  phone: string | null;
  locale: string | null;
  orders: number;
  shippingAddress: Address | null;
  billingAddress: Address | null;
}>;

const customersMax = 8;

/**
 * Eight customers at most, by name: every word of `q` is a part of their name, e-mail or phone.
 * None where nothing was typed. One statement, for a batch that reads more.
 */
export function customersQuery(db: Db, q: string) {
  const { id, email, name, phone, locale } = customers;
  const columns = [sql`${name}`, sql`${email}`, sql`coalesce(${phone}, '')`];
  return db
    .select({
      ...{ id, email, name, phone, locale },
      orders: sql<number>`(SELECT count(*) FROM orders WHERE customer_id = customers.id AND deleted_at IS NULL)`,
      shippingAddress: sql<string | null>`(${newest('shipping_address')})`,
      billingAddress: sql<string | null>`(${newest('billing_address')})`,
    })
    .from(customers)
    .where(q.trim() === '' ? sql`0` : and(containsWords(q, columns), isCurrent))
    .orderBy(sql`${name} COLLATE NOCASE`, id)
    .limit(customersMax);
}

/** Neither merged into another nor erased. */
const isCurrent = sql`${customers.mergedInto} IS NULL AND ${customers.erasedAt} IS NULL`;

/** The rows of `customersQuery`, their addresses unpacked. */
export function toCustomersFound(
  rows: Awaited<ReturnType<typeof customersQuery>>,
): readonly CustomerFound[] {
  return rows.map((row) => ({
    ...row,
    shippingAddress: addressIn(row.shippingAddress),
    billingAddress: addressIn(row.billingAddress),
  }));
}

/** Of an order that is not in the bin. */
function newest(column: 'shipping_address' | 'billing_address'): SQL {
  return sql.raw(
    `SELECT ${column} FROM orders WHERE customer_id = customers.id AND deleted_at IS NULL AND ${column} IS NOT NULL ORDER BY placed_at DESC LIMIT 1`,
  );
}

// An address was checked before it was stored as JSON.
function addressIn(stored: string | null): Address | null {
  return stored === null ? null : JSON.parse(stored);
}
