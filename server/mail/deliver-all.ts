import type { Context } from '#server/context';
import { type Delivery, deliverDue } from './deliver-due';
import type { Transport } from './transports/transport';

/** A round ends here even when more is due, so that whoever waits for it gets an answer. */
const roundMs = 20_000;

/** Delivers batch after batch until nothing is due any more, for about twenty seconds at most. */
export async function deliverAll(ctx: Context, transport: Transport): Promise<Delivery> {
  const end = ctx.now() + roundMs;
  let total = await deliverDue(ctx, transport);
  for (let last = total; last.taken > 0 && ctx.now() < end; ) {
    last = await deliverDue(ctx, transport);
    total = sum(total, last);
  }
  return total;
}

function sum(one: Delivery, other: Delivery): Delivery {
  return {
    taken: one.taken + other.taken,
    sent: one.sent + other.sent,
    putOff: one.putOff + other.putOff,
    failed: one.failed + other.failed,
    withdrawn: one.withdrawn + other.withdrawn,
    lost: one.lost + other.lost,
  };
}
