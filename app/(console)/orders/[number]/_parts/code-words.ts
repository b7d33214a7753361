import type { OrderEvent } from '#domain/order-event';
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

type CodeEvent = OrderEvent & { type: 'code_replaced' | 'code_given' };

/** What somebody did about one code, as the rest of a sentence that begins with a name. */
export function codeEventWords(event: CodeEvent): Readonly<{ did: string; tone?: 'warn' }> {
  if (event.type === 'code_given') {
    const inPlace = event.replaces === null ? '' : ' in place of one that does not work';
    return { did: `gave a code by hand${inPlace}` };
  }
  return event.handOut > 0
    ? { did: 'replaced a code that does not work', tone: 'warn' }
    : {
        did: 'burned a code that does not work; the next one that comes in takes its place',
        tone: 'warn',
      };
}

export function codeCount(codes: readonly Readonly<{ handOut: number }>[]): string {
  const count = codes.reduce((sum, { handOut }) => sum + handOut, 0);
  return `${count} ${count === 1 ? 'code' : 'codes'}`;
}
