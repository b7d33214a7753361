import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#db/client';
import { movements, products } from '#db/schema/catalog';
import { actorKinds, movementReasons } from '#domain/vocabulary';
import { notFound } from '#server/errors';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';

export const MovementView = z.object({
  at: z.string(),
  reason: z.enum(movementReasons),
  note: z.string().nullable(),
  stockDelta: z.int(),
  soldDelta: z.int(),
  orderNumber: z.string().nullable(),
  actor: z.object({ kind: z.enum(actorKinds), name: z.string() }),
});
export type MovementView = z.infer<typeof MovementView>;

type MovementFilter = Readonly<{ sku: string; cursor?: string | undefined; limit: number }>;

/**
 * Why a product's stock is what it is: its movements, newest first. Throws `not_found`, and
 * `malformed` for a cursor of another list. One round trip.
 */
export async function findMovements(db: Db, filter: MovementFilter): Promise<Page<MovementView>> {
  const query = movementPage(filter);
  const [[product], rows] = await db.batch([
    db.select({ id: products.id }).from(products).where(eq(products.sku, filter.sku)),
    movementQuery(db, filter.sku, query),
  ]);
  if (!product) throw notFound('The product');
  return toMovementPage(rows, query);
}

/** Newest first; of one moment, the one that was written last. */
export function movementPage({ cursor, limit }: Omit<MovementFilter, 'sku'>): KeysetQuery {
  return {
    sort: '-at',
    by: [sql`movements.at`, sql`movements.rowid`],
    descending: true,
    cursor: readCursor(cursor, '-at'),
    limit,
  };
}

/** The statement of one page, for a batch that reads more. */
export function movementQuery(db: Db, sku: string, query: KeysetQuery) {
  const page = keysetPage(query);
  return db
    .select({
      row: sql<number>`movements.rowid`,
      at: movements.at,
      reason: movements.reason,
      note: movements.note,
      stockDelta: movements.stockDelta,
      soldDelta: movements.soldDelta,
      orderNumber: movements.orderNumber,
      actorKind: movements.actorKind,
      actorName: movements.actorName,
    })
    .from(movements)
    .where(
      and(sql`movements.product_id = (SELECT id FROM products WHERE sku = ${sku})`, page.where),
    )
    .orderBy(...page.orderBy)
    .limit(page.limit);
}

export type MovementRow = Awaited<ReturnType<typeof movementQuery>>[number];

export function toMovementPage(
  rows: readonly MovementRow[],
  query: KeysetQuery,
): Page<MovementView> {
  const { data, ...cursors } = toPage(rows, query, ({ at, row }) => [at, row]);
  return { ...cursors, data: data.map(viewMovement) };
}

function viewMovement({ row, at, actorKind, actorName, ...movement }: MovementRow): MovementView {
  return {
    ...movement,
    at: new Date(at).toISOString(),
    actor: { kind: actorKind, name: actorName },
  };
}
