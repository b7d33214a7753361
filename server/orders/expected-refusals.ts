import type { Order } from '#domain/order';
import type { OrderCommandType } from '#domain/order-command';
import type { Refusal } from '#domain/refusal';
import { refusalOf } from '#domain/refusal-of';

/** The commands that a person looks for on the page of an order. */
const expected = [
  'pay',
  'ship',
  'deliver',
  'roll_back',
  'cancel',
  'hold',
  'correct_contact',
  'correct_address',
  'correct_tracking',
  'change_grant',
  'renew_link',
] as const satisfies readonly OrderCommandType[];

export type Refusals = Readonly<Partial<Record<OrderCommandType, Refusal>>>;

/** Why each command that a person might look for is not allowed now; those that are allowed lack. */
export function expectedRefusals(order: Order): Refusals {
  const refused = expected.flatMap((command) => {
    const refusal = refusalOf(order, command);
    return refusal ? [[command, refusal] as const] : [];
  });
  return Object.fromEntries(refused);
}
