import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { KeysetQuery, Page } from '#server/keyset';
import type { MovementView } from './find-movements';

export type ExplainedMovement = MovementView & Readonly<{ stockAfter: number }>;

/**
 * How many pieces the movements add up to that are newer than a page of them: what stands between
 * the stock of now and the page. The first page needs none of them, a deeper one those above it.
 */
export function newerStockQuery(db: Db, sku: string, { cursor }: KeysetQuery) {
  const than = sql.raw(cursor?.way === 'before' ? '>' : '>=');
  const isNewer = cursor
    ? sql`(movements.at, movements.rowid) ${than} (${cursor.place[0]}, ${cursor.place[1]})`
    : sql`0`;
  return db
    .select({
      sum: sql<number>`coalesce((SELECT sum(stock_delta) FROM movements WHERE product_id = (SELECT id FROM products WHERE sku = ${sku}) AND ${isNewer}), 0)`,
    })
    .from(sql`(SELECT 1)`);
}

/**
 * The stock after each movement of a page, from the stock of now and what came after: a page that
 * was read backward ends where `newer` begins, so its own movements are added first.
 */
export function withRunningStock(
  { data }: Page<MovementView>,
  { stock, newer, query }: Readonly<{ stock: number; newer: number; query: KeysetQuery }>,
): readonly ExplainedMovement[] {
  const onPage = data.reduce((sum, { stockDelta }) => sum + stockDelta, 0);
  let stockAfter = stock - newer + (query.cursor?.way === 'before' ? onPage : 0);
  return data.map((movement) => {
    const explained = { ...movement, stockAfter };
    stockAfter -= movement.stockDelta;
    return explained;
  });
}
