import { and, eq, gt, sql } from 'drizzle-orm';
import { codes, products } from '#db/schema/catalog';
import { orderLines } from '#db/schema/orders';
import { commit, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { AppError, notFound } from '#server/errors';
import { deriveKey, fingerprint, seal } from '#server/secret-box';

type CodesGiven = Readonly<{ sku: string; codes: readonly string[] }>;

/**
 * `duplicates` are the codes that the list held twice or that the product had before; `waiting` are
 * the orders that the new codes are owed to, the one that was paid first at the head.
 */
export type CodeImport = Readonly<{
  added: number;
  duplicates: readonly string[];
  waiting: readonly WaitingOrder[];
}>;

const rowsPerStatement = 500;

/**
 * Adds serial codes to a product's pool, sealed. A code that the product ever had is not taken
 * again. Throws `not_found`, and `refused` for a product of another kind.
 */
export async function importCodes(ctx: Context, request: CodesGiven): Promise<CodeImport> {
  const [product] = await ctx.db
    .select({ id: products.id, kind: products.kind })
    .from(products)
    .where(eq(products.sku, request.sku));
  if (!product) throw notFound('The product');
  if (product.kind !== 'codes') throw notOfKindCodes();
  const results = await commit(ctx.db, [
    ...insertStatements(ctx, product.id, request.codes),
    waitingOrders(ctx, product.id),
  ]);
  const inserted = (results ?? []).slice(0, -1) as readonly (readonly { print: string }[])[];
  const added = new Set(inserted.flat().map(({ print }) => print));
  const waiting = (results?.at(-1) ?? []) as readonly WaitingOrder[];
  return { added: added.size, duplicates: duplicatesOf(ctx, request.codes, added), waiting };
}

function insertStatements(
  ctx: Context,
  productId: string,
  given: readonly string[],
): readonly Statement[] {
  const key = deriveKey(ctx.env.authSecret, 'serial-codes');
  const printKey = deriveKey(ctx.env.authSecret, 'serial-code-fingerprints');
  const importedAt = ctx.now();
  const rows = [...new Set(given)].map((code) => ({
    productId,
    sealed: seal(code, key, productId),
    fingerprint: fingerprint(code, printKey),
    importedAt,
  }));
  return chunksOf(rows).map((chunk) =>
    ctx.db
      .insert(codes)
      .values([...chunk])
      .onConflictDoNothing()
      .returning({ print: codes.fingerprint }),
  );
}

export type WaitingOrder = Readonly<{ orderId: number; waiting: number }>;

function waitingOrders({ db }: Context, productId: string) {
  return db
    .select({
      orderId: orderLines.orderId,
      waiting: sql<number>`sum(${orderLines.codesWaiting})`.as('waiting'),
    })
    .from(orderLines)
    .where(and(eq(orderLines.productId, productId), gt(orderLines.codesWaiting, 0)))
    .groupBy(orderLines.orderId)
    .orderBy(
      sql`(SELECT paid_at FROM orders WHERE orders.id = order_lines.order_id), order_lines.order_id`,
    );
}

/** In the order in which they were given; of a code given twice the second is the duplicate. */
function duplicatesOf(
  ctx: Context,
  given: readonly string[],
  added: ReadonlySet<string>,
): string[] {
  const key = deriveKey(ctx.env.authSecret, 'serial-code-fingerprints');
  const met = new Set<string>();
  return given.filter((code) => {
    const isFirst = !met.has(code);
    met.add(code);
    return !isFirst || !added.has(fingerprint(code, key));
  });
}

function notOfKindCodes(): AppError {
  const why = {
    reason: 'This product does not hand out serial codes.',
    remedy: 'Import codes for a product of the kind codes.',
  };
  return new AppError('refused', `${why.reason} ${why.remedy}`, why);
}

function chunksOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );
}
