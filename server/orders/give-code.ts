import { codes } from '#db/schema/catalog';
import type { Order } from '#domain/order';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { printOf } from '#server/digital/code-facts';
import { deriveKey, seal } from '#server/secret-box';
import { type ChangeRequest, changeOrder } from './change-order';

type GiveRequest = Omit<ChangeRequest, 'command' | 'code'> &
  Readonly<{
    lineId: string;
    /** The code that does not work; null where one is missing. */
    replaces: number | null;
    code: string;
    reason: string | null;
  }>;

/**
 * Hands out a code that somebody typed, sealed as every other, and tells the customer. A code that
 * the product ever had is not taken. Throws what `changeOrder` throws.
 */
export function giveCode(
  ctx: Context,
  { lineId, replaces, code, reason, ...request }: GiveRequest,
): Promise<Order> {
  const print = printOf(ctx, code);
  return changeOrder(ctx, {
    ...request,
    command: { type: 'give_code', lineId, replaces, reason },
    code: { id: replaces, typed: { lineId, print } },
    alongside: (after) => [
      insertStatement(ctx, after, { lineId, code, print }),
      ...(request.alongside?.(after) ?? []),
    ],
  });
}

type Typed = Readonly<{ lineId: string; code: string; print: string }>;

function insertStatement(ctx: Context, order: Order, { lineId, code, print }: Typed): Statement {
  const productId = order.lines.find(({ id }) => id === lineId)?.productId ?? '';
  const at = ctx.now();
  return ctx.db.insert(codes).values({
    ...{ productId, lineId, fingerprint: print, orderId: order.id, status: 'handed_out' },
    sealed: seal(code, deriveKey(ctx.env.authSecret, 'serial-codes'), productId),
    ...{ importedAt: at, handedOutAt: at },
  });
}
