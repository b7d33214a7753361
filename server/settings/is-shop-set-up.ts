import { shop } from '#db/schema/shop';
import type { Context } from '#server/context';

/** Whether the set-up is done, and its page closed for ever. One round trip. */
export async function isShopSetUp({ db }: Context): Promise<boolean> {
  return (await db.select({ id: shop.id }).from(shop)).length > 0;
}
