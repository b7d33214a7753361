import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { products } from '#db/schema/catalog';
import { paymentAccounts } from '#db/schema/payments';
import { type OfflineMethod, offlineMethods } from '#domain/vocabulary';
import { containsWords } from '#server/catalog/contains-words';
import { type ProductView, productColumns, viewProduct } from '#server/catalog/view-product';
import { type CustomerFound, customersQuery, toCustomersFound } from './find-customers';

type FormAsked = Readonly<{
  /** What was typed to find a customer, and a product. */
  customer: string;
  product: string;
  /** Products that lines name already. */
  skus: readonly string[];
}>;

export type OrderForm = Readonly<{
  customers: readonly CustomerFound[];
  products: readonly ProductView[];
  named: readonly ProductView[];
  methods: readonly Readonly<{ method: OfflineMethod; name: string }>[];
}>;

const productsMax = 8;

/**
 * What the form of a phone order offers: customers and products that fit what was typed, eight of
 * each at most, the products of its lines, and the offline methods that are switched on. One round
 * trip.
 */
export async function readOrderForm(db: Db, asked: FormAsked): Promise<OrderForm> {
  const { slug, name } = paymentAccounts;
  const [customers, found, named, methods] = await db.batch([
    customersQuery(db, asked.customer),
    productsQuery(db, asked.product),
    db
      .select(productColumns)
      .from(products)
      .where(inArray(products.sku, [...asked.skus])),
    db
      .select({ slug, name })
      .from(paymentAccounts)
      .where(and(inArray(slug, [...offlineMethods]), eq(paymentAccounts.enabled, true))),
  ]);
  return {
    customers: toCustomersFound(customers),
    products: found.map(viewProduct),
    named: named.map(viewProduct),
    methods: offlineMethods.flatMap((method) =>
      methods.filter((row) => row.slug === method).map((row) => ({ method, name: row.name })),
    ),
  };
}

function productsQuery(db: Db, q: string) {
  const { name, sku } = products;
  return db
    .select(productColumns)
    .from(products)
    .where(q.trim() === '' ? sql`0` : containsWords(q, [sql`${name}`, sql`${sku}`]))
    .orderBy(sql`${sku} = ${q.trim()} COLLATE NOCASE DESC`, sql`${name} COLLATE NOCASE`, sku)
    .limit(productsMax);
}
