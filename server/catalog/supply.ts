import type { ProductView } from './view-product';

/** Fewer pieces or codes than this are told as low. */
export const lowSupply = 5;

export type Supply = 'unlimited' | 'enough' | 'low' | 'empty' | 'owed';

/**
 * How well a product is supplied: `unlimited` where nothing is counted, `owed` where more was sold
 * than there was. The stock of a product of kind codes is its pool.
 */
export function supplyOf({ stock }: Pick<ProductView, 'stock'>): Supply {
  if (stock === null) return 'unlimited';
  if (stock < 0) return 'owed';
  if (stock === 0) return 'empty';
  return stock < lowSupply ? 'low' : 'enough';
}
