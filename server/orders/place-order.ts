import { eq, inArray, sql } from 'drizzle-orm';
import { isTaken } from '#db/is-lost-race';
import { products } from '#db/schema/catalog';
import { customers } from '#db/schema/customers';
import { counters } from '#db/schema/shop';
import { normalizeEmail } from '#domain/email-address';
import type { Order } from '#domain/order';
import type { Actor } from '#domain/vocabulary';
import type { Statement } from '#server/commit';
import { attemptsMax, commit, conflict } from '#server/commit';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { orderNumberFirst, type ShopSettings } from '#server/settings/shop-settings';
import { earlyCallbacksIn, earlyCallbacksQuery } from './early-callbacks';
import type { PlaceOrder } from './order-input';
import { placeStatements } from './place-statements';
import { prepareOrder } from './prepare-order';

export type PlaceRequest = Readonly<{
  input: PlaceOrder;
  actor: Actor;
  shop: ShopSettings;
  alongside?: (order: Order) => readonly Statement[];
}>;

/** `waiting` are callbacks that came before their order and have to be looked at again. */
export type Placed = Readonly<{ order: Order; waiting: readonly string[] }>;

/**
 * Places an order: takes a number and reads the products in one round trip, writes everything in
 * another. Throws `invalid` with the fields that are wrong and `conflict` for a number that is taken.
 */
export async function placeOrder(ctx: Context, request: PlaceRequest): Promise<Placed> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const placed = await tryToPlace(ctx, request);
    if (placed) return placed;
  }
  throw conflict();
}

async function tryToPlace(ctx: Context, request: PlaceRequest): Promise<Placed | null> {
  const { input, shop } = request;
  const [counter, found, [customer]] = await ctx.db.batch([
    takeNumber(ctx, request),
    findProducts(ctx, input),
    findCustomer(ctx, input),
  ]);
  const id = counter[0]?.value ?? orderNumberFirst;
  const order = prepareOrder(input, {
    id,
    number: input.number ?? `${shop.numberPrefix}${id}`,
    customerId: customer?.id ?? ctx.newId(),
    products: new Map(found.map((product) => [product.sku, product])),
    at: ctx.now(),
    newId: ctx.newId,
    token: ctx.newToken(),
  });
  const isNewCustomer = customer === undefined;
  const statements = placeStatements(ctx, { ...request, isNewCustomer }, order);
  return write(ctx, statements, order, input.number !== undefined);
}

/** The batch ends with a look for early callbacks: one that comes later finds the order. */
async function write(
  ctx: Context,
  statements: readonly Statement[],
  order: Order,
  isNumberGiven: boolean,
): Promise<Placed | null> {
  try {
    const results = await commit(ctx.db, [
      ...statements,
      earlyCallbacksQuery(ctx.db, order.number),
    ]);
    if (!results) return null;
    return { order, waiting: earlyCallbacksIn(results) };
  } catch (error) {
    if (!isTaken(error, 'orders.number')) throw error;
    if (!isNumberGiven) return null;
    throw new AppError('conflict', `The order number ${order.number} is taken.`, { cause: error });
  }
}

/** Raised on its own: gaps are normal, a number is never given twice. */
function takeNumber({ db }: Context, { input, shop }: PlaceRequest) {
  const value = input.number === undefined ? nextFree(shop.numberPrefix) : sql`value + 1`;
  return db
    .insert(counters)
    .values({ name: 'order', value: orderNumberFirst })
    .onConflictDoUpdate({ target: counters.name, set: { value } })
    .returning({ value: counters.value });
}

/** Passes over numbers that callers brought, however long their row is: one look at the index each. */
function nextFree(prefix: string) {
  return sql`(WITH RECURSIVE candidates (candidate) AS (
    SELECT counters.value + 1
    UNION ALL
    SELECT candidate + 1 FROM candidates WHERE EXISTS (SELECT 1 FROM orders WHERE number = ${prefix} || candidate)
  ) SELECT max(candidate) FROM candidates)`;
}

function findProducts({ db }: Context, input: PlaceOrder) {
  const { id, sku, name, kind, priceMinor, currency } = products;
  const skus = [...new Set(input.lines.map((line) => line.sku))];
  return db
    .select({ id, sku, name, kind, priceMinor, currency })
    .from(products)
    .where(inArray(products.sku, skus));
}

function findCustomer({ db }: Context, input: PlaceOrder) {
  const email = normalizeEmail(input.customer.email) ?? '';
  return db
    .select({ id: sql<string>`coalesce(${customers.mergedInto}, ${customers.id})` })
    .from(customers)
    .where(eq(customers.email, email));
}
