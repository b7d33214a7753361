import { and, eq, or, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { products } from '#db/schema/catalog';
import type { ProductKind } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import { type ProductView, productColumns, viewProduct } from './view-product';

export type ProductFilter = Readonly<{
  q?: string | undefined;
  kind?: ProductKind | undefined;
  cursor?: string | undefined;
  limit: number;
}>;

/** One page of products by name; `q` finds parts of names and skus. One round trip. */
export async function findProducts(db: Db, filter: ProductFilter): Promise<Page<ProductView>> {
  const query: KeysetQuery = {
    sort: 'name',
    by: [sql`${products.name} COLLATE NOCASE`, sql`${products.sku}`],
    descending: false,
    cursor: readCursor(filter.cursor, 'name'),
    limit: filter.limit,
  };
  const page = keysetPage(query);
  const rows = await db
    .select(productColumns)
    .from(products)
    .where(and(partOf(filter.q), filter.kind && eq(products.kind, filter.kind), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit);
  const { data, ...cursors } = toPage(rows, query, ({ name, sku }) => [name, sku]);
  return { ...cursors, data: data.map(viewProduct) };
}

/** A shop has few enough products to look through them; orders have an index of their own. */
function partOf(q: string | undefined) {
  const term = q?.trim();
  if (!term) return undefined;
  const part = `%${term.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    sql`${products.name} LIKE ${part} ESCAPE '\\'`,
    sql`${products.sku} LIKE ${part} ESCAPE '\\'`,
  );
}
