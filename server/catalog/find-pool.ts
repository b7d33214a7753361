import type { KeyObject } from 'node:crypto';
import { and, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#db/client';
import { codes } from '#db/schema/catalog';
import { codeStatuses } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import { deriveKey, maskSecret, open, SealedTextUnreadable } from '#server/secret-box';

/** A code as the pool shows it: masked. `seenAt` is when it was first shown, read or mailed. */
export const PoolCodeView = z.object({
  id: z.int(),
  masked: z.string(),
  status: z.enum(codeStatuses),
  orderNumber: z.string().nullable(),
  importedAt: z.int(),
  handedOutAt: z.int().nullable(),
  seenAt: z.int().nullable(),
  looks: z.int(),
  lastLook: z.object({ by: z.string(), at: z.int() }).nullable(),
});
export type PoolCodeView = z.infer<typeof PoolCodeView>;

/** Newest first, which is the order of import backwards: the oldest goes out first. */
export function poolPage({
  cursor,
  limit,
}: Readonly<{ cursor?: string | undefined; limit: number }>): KeysetQuery {
  return {
    sort: '-id',
    by: [sql`codes.id`, sql`codes.id`],
    descending: true,
    cursor: readCursor(cursor, '-id'),
    limit,
  };
}

/** The statement of one page of a product's codes, whatever became of them. */
export function poolQuery(db: Db, sku: string, query: KeysetQuery) {
  const page = keysetPage(query);
  return db
    .select({
      id: codes.id,
      productId: codes.productId,
      sealed: codes.sealed,
      status: codes.status,
      orderNumber: sql<string | null>`(SELECT number FROM orders WHERE orders.id = codes.order_id)`,
      importedAt: codes.importedAt,
      handedOutAt: codes.handedOutAt,
      seenAt: codes.seenAt,
      looks: sql<number>`(SELECT count(*) FROM code_looks WHERE code_id = codes.id)`,
      lookBy: sql<string | null>`(${lastLook('actor_name')})`,
      lookAt: sql<number | null>`(${lastLook('at')})`,
    })
    .from(codes)
    .where(and(sql`codes.product_id = (SELECT id FROM products WHERE sku = ${sku})`, page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit);
}

function lastLook(column: 'actor_name' | 'at') {
  return sql.raw(
    `SELECT ${column} FROM code_looks WHERE code_id = codes.id ORDER BY at DESC, rowid DESC LIMIT 1`,
  );
}

type PoolRow = Awaited<ReturnType<typeof poolQuery>>[number];

export function toPoolPage(
  { env }: Context,
  rows: readonly PoolRow[],
  query: KeysetQuery,
): Page<PoolCodeView> {
  const key = deriveKey(env.authSecret, 'serial-codes');
  const { data, ...cursors } = toPage(rows, query, ({ id }) => [id, id]);
  return {
    ...cursors,
    data: data.map(({ productId, sealed, lookBy, lookAt, ...code }) => ({
      ...code,
      masked: masked(sealed, key, productId),
      lastLook: lookBy === null || lookAt === null ? null : { by: lookBy, at: lookAt },
    })),
  };
}

/** A list still lists what AUTH_SECRET no longer opens; only a look at one code says so. */
function masked(sealed: string, key: KeyObject, productId: string): string {
  try {
    return maskSecret(open(sealed, key, productId));
  } catch (error) {
    if (error instanceof SealedTextUnreadable) return '••••';
    throw error;
  }
}
