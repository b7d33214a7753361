import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { products } from '#db/schema/catalog';
import type { ProductKind } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import { containsWords } from './contains-words';
import { lowSupply } from './supply';
import { type ProductView, productColumns, viewProduct } from './view-product';

export type ProductFilter = Readonly<{
  q?: string | undefined;
  kind?: ProductKind | undefined;
  /** Only what runs out: counted goods and pools below `lowSupply`. */
  isLow?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}>;

/**
 * One page of products by name; `q` finds parts of names and skus, every word somewhere. Throws
 * `malformed` for a cursor of another list. One round trip.
 */
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
    .where(and(matches(filter), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit);
  const { data, ...cursors } = toPage(rows, query, ({ name, sku }) => [name, sku]);
  return { ...cursors, data: data.map(viewProduct) };
}

/** A shop has few enough products to look through them; orders have an index of their own. */
function matches({ q, kind, isLow }: ProductFilter): SQL | undefined {
  return and(
    containsWords(q, [sql`${products.name}`, sql`${products.sku}`]),
    kind && eq(products.kind, kind),
    isLow ? sql`${supply} < ${lowSupply}` : undefined,
  );
}

const supply = sql`CASE WHEN ${products.kind} = 'codes' THEN ${products.codesAvailable} WHEN ${products.trackStock} THEN ${products.stock} END`;
