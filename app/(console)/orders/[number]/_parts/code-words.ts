import type { OrderCode, OrderPage } from '#server/orders/read-order-page';

/** The name of the product that a code is for. */
export function codeWords({ order }: Pick<OrderPage, 'order'>, { productId }: OrderCode): string {
  return order.lines.find((line) => line.productId === productId)?.name ?? 'Product';
}

/** Why a code was burned, as the history tells it. */
export function burnedWords({ history }: Pick<OrderPage, 'history'>, { id }: OrderCode): string {
  const isReplaced = history.some(
    ({ event }) =>
      (event.type === 'code_replaced' && event.codeId === id) ||
      (event.type === 'code_given' && event.replaces === id),
  );
  return isReplaced ? 'Burned: it did not work' : 'Burned by a roll back';
}
