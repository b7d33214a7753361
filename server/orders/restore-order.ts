import type { Context } from '#server/context';
import { type ChangeRequest, changeOrder } from './change-order';
import { earlyCallbacksIn, earlyCallbacksQuery } from './early-callbacks';
import type { Placed } from './place-order';

type RestoreRequest = Omit<ChangeRequest, 'command' | 'onWritten'> &
  Readonly<{ order: Readonly<{ number: string }> }>;

/**
 * Takes an order out of the bin; `waiting` are the callbacks that came while it was in there, to
 * be looked at again. Throws what `changeOrder` throws.
 */
export async function restoreOrder(ctx: Context, request: RestoreRequest): Promise<Placed> {
  let waiting: readonly string[] = [];
  const order = await changeOrder(ctx, {
    ...request,
    command: { type: 'restore' },
    alongside: (after) => [
      ...(request.alongside?.(after) ?? []),
      earlyCallbacksQuery(ctx.db, request.order.number),
    ],
    onWritten: ({ results }) => {
      waiting = earlyCallbacksIn(results);
    },
  });
  return { order, waiting };
}
