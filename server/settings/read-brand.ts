import { shop } from '#db/schema/shop';
import type { Context } from '#server/context';
import { type Brand, brandColumns, defaultBrand } from './brand';

/** How the shop looks to its customers. One round trip. */
export async function readBrand({ db }: Context): Promise<Brand> {
  const [row] = await db.select(brandColumns).from(shop);
  return row ?? defaultBrand;
}
