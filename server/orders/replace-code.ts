import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { type ChangeRequest, changeOrder } from './change-order';

type ReplaceRequest = Omit<ChangeRequest, 'command' | 'code'> &
  Readonly<{ codeId: number; reason: string | null }>;

/**
 * Burns a code that does not work and hands out the next one of its pool; the customer is told. Asked
 * for twice, it is done once. Throws what `changeOrder` throws.
 */
export function replaceCode(
  ctx: Context,
  { codeId, reason, ...request }: ReplaceRequest,
): Promise<Order> {
  const command = { type: 'replace_code', codeId, reason } as const;
  return changeOrder(ctx, { ...request, command, code: { id: codeId } });
}
