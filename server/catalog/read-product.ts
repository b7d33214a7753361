import { eq } from 'drizzle-orm';
import type { Db } from '#db/client';
import { products } from '#db/schema/catalog';
import { notFound } from '#server/errors';
import { type ProductView, productColumns, viewProduct } from './view-product';

/** The product with this sku. Throws `not_found`. One round trip. */
export async function readProduct(db: Db, sku: string): Promise<ProductView> {
  const [product] = await db.select(productColumns).from(products).where(eq(products.sku, sku));
  if (!product) throw notFound('The product');
  return viewProduct(product);
}
