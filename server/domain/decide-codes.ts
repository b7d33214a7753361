import { accept, type Decision, refused, type World } from './decision';
import type { Line, Order } from './order';
import type { OrderCommand } from './order-command';

/**
 * Burns a code that does not work and hands the next ones of the pool to its line; where the pool
 * is empty the line waits, and is served as any other.
 */
export function decideReplaceCode(
  order: Order,
  { codeId, reason }: OrderCommand & { type: 'replace_code' },
  world: World,
): Decision {
  const line = lineOf(order, world.code?.lineId ?? null);
  if (!line) return noLongerHere;
  const { id: lineId, productId } = line;
  const owed = line.codesWaiting + 1;
  const handOut = Math.min(owed, world.products.get(productId)?.codesAvailable ?? 0);
  const waiting = owed - handOut;
  return accept({ type: 'code_replaced', codeId, lineId, productId, handOut, waiting, reason });
}

/** Hands out a code that somebody typed: for a unit that waits, or in place of a code that is burned. */
export function decideGiveCode(
  order: Order,
  { lineId, replaces, reason }: OrderCommand & { type: 'give_code' },
  world: World,
): Decision {
  const line = lineOf(order, lineId);
  if (!line) return refused('That line takes no codes.', 'Look at the codes of the order again.');
  if (world.code?.isKnown) {
    return { kind: 'invalid', fields: { code: 'The product has had this code. Enter another.' } };
  }
  if (replaces !== null && world.code?.lineId !== lineId) return noLongerHere;
  if (replaces === null && line.codesWaiting === 0) {
    return refused('No code is missing in this line.', 'Replace the one that does not work.');
  }
  const waiting = replaces === null ? line.codesWaiting - 1 : line.codesWaiting;
  return accept({
    ...{ type: 'code_given', lineId, productId: line.productId },
    ...{ replaces, waiting, reason },
  });
}

const noLongerHere = refused(
  'This code is no longer handed out to the order.',
  'It was replaced or taken back: look at the codes of the order again.',
);

type LineWithPool = Line & Readonly<{ productId: string }>;

function lineOf(order: Order, lineId: string | null): LineWithPool | undefined {
  return order.lines.find((line): line is LineWithPool => {
    return line.id === lineId && line.kind === 'codes' && line.productId !== null;
  });
}
