import { eq, sql } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { attemptsMax, commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { type AppError, notFound, refused } from '#server/errors';
import { deriveKey, seal } from '#server/secret-box';
import { printOf } from './code-facts';

type CodesGiven = Readonly<{ sku: string; codes: readonly string[] }>;

/**
 * `duplicates` are the codes that the list held twice or that the product had before; `waiting` are
 * the ids of the orders that the pool can serve now, the one that was paid first at the head.
 */
export type CodeImport = Readonly<{
  productId: string;
  added: number;
  duplicates: readonly string[];
  waiting: readonly number[];
}>;

/**
 * Adds serial codes to a product's pool, sealed, all or none. A code that the product ever had is
 * not taken again. Two round trips. Throws `not_found`, `refused` for a product of another kind,
 * and `conflict`.
 */
export async function importCodes(ctx: Context, request: CodesGiven): Promise<CodeImport> {
  const given = printed(ctx, request.codes);
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const productId = await findPool(ctx, request.sku);
    const results = await commit(ctx.db, [
      expectKindCodes(ctx, productId),
      insertStatement(ctx, productId, given),
      waitingOrders(ctx, productId),
    ]);
    if (results) {
      return { productId, ...countAdded(results, given), waiting: waitingIn(results) };
    }
  }
  throw conflict();
}

type Printed = Readonly<{ code: string; print: string; isFirst: boolean }>;

/** Each code with its fingerprint; of a code given twice the second is not the first. */
function printed(ctx: Context, given: readonly string[]): readonly Printed[] {
  const met = new Set<string>();
  return given.map((code) => {
    const isFirst = !met.has(code);
    met.add(code);
    return { code, print: printOf(ctx, code), isFirst };
  });
}

async function findPool({ db }: Context, sku: string): Promise<string> {
  const [product] = await db
    .select({ id: products.id, kind: products.kind })
    .from(products)
    .where(eq(products.sku, sku));
  if (!product) throw notFound('The product');
  if (product.kind !== 'codes') throw notOfKindCodes();
  return product.id;
}

function expectKindCodes({ db }: Context, productId: string): Statement {
  return db.run(
    sql`INSERT INTO expectations (found, expected) SELECT kind, 'codes' FROM products WHERE id = ${productId}`,
  );
}

/**
 * One statement with one value, whatever the number of codes: ten thousand rows of bound values
 * would keep the process busy for seconds.
 */
function insertStatement(ctx: Context, productId: string, given: readonly Printed[]): Statement {
  const key = deriveKey(ctx.env.authSecret, 'serial-codes');
  const rows = given
    .filter(({ isFirst }) => isFirst)
    .map(({ code, print }) => [seal(code, key, productId), print]);
  return ctx.db.all<Readonly<{ fingerprint: string }>>(
    sql`INSERT INTO codes (product_id, sealed, fingerprint, status, imported_at)
      SELECT ${productId}, value ->> 0, value ->> 1, 'available', ${ctx.now()}
      FROM json_each(${JSON.stringify(rows)}) WHERE true ORDER BY key
      ON CONFLICT (product_id, fingerprint) DO NOTHING RETURNING fingerprint`,
  );
}

/** No more orders than there are codes: each of them takes one at least. */
function waitingOrders({ db }: Context, productId: string): Statement {
  return db.all<Readonly<{ orderId: number }>>(
    sql`SELECT order_id AS orderId FROM order_lines
      WHERE product_id = ${productId} AND codes_waiting > 0 GROUP BY order_id
      ORDER BY (SELECT paid_at FROM orders WHERE orders.id = order_id), order_id
      LIMIT (SELECT codes_available FROM products WHERE id = ${productId})`,
  );
}

// The batch ended with the inserted codes and the waiting orders, as `importCodes` built it.
function waitingIn(results: readonly unknown[]): readonly number[] {
  const rows = results.at(-1) as readonly Readonly<{ orderId: number }>[];
  return rows.map(({ orderId }) => orderId);
}

function countAdded(results: readonly unknown[], given: readonly Printed[]) {
  const inserted = results.at(-2) as readonly Readonly<{ fingerprint: string }>[];
  const added = new Set(inserted.map((row) => row.fingerprint));
  const isDuplicate = ({ print, isFirst }: Printed) => !isFirst || !added.has(print);
  return { added: added.size, duplicates: given.filter(isDuplicate).map(({ code }) => code) };
}

function notOfKindCodes(): AppError {
  return refused(
    'This product does not hand out serial codes.',
    'Import codes for a product of the kind codes.',
  );
}
