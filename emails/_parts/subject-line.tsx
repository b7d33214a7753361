import { oneLine, shortened } from './one-line';

const SHOP_NAME_MAX = 60;
const ORDER_NUMBER_MAX = 60;

/**
 * `Shop: order 1042 …` in one line, whatever the names contain. `phrase` gets the cleaned number.
 */
export function subjectLine(
  of: Readonly<{ shopName: string; orderNumber: string }>,
  phrase: (orderNumber: string) => string,
): string {
  const shopName = shortened(oneLine(of.shopName), SHOP_NAME_MAX);
  return `${shopName}: ${phrase(shortened(oneLine(of.orderNumber), ORDER_NUMBER_MAX))}`;
}
