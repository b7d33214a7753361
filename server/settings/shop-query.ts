import { prebuilt } from '#db/prebuilt';
import { shop } from '#db/schema/shop';
import { shopColumns } from './shop-settings';

/** The shop's row for a batch; none until the set-up. */
export const shopQuery = prebuilt((db) => db.select(shopColumns).from(shop));
