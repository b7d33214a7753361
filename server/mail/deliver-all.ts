import type { Context } from '#server/context';
import { type Delivery, deliverDue } from './deliver-due';
import type { Transport } from './transports/transport';

/** A round ends here even when more is due, so that whoever waits for it gets an answer. */
const roundMs = 20_000;

// A batch is not left before its end: ten messages at a server that hangs would take minutes.
const oneByOne = { batch: 1 };

/**
 * Delivers until nothing is due any more, and begins no message after twenty seconds, so that what
 * else the worker does goes on beside a mail server that does not answer.
 */
export async function deliverAll(ctx: Context, transport: Transport): Promise<Delivery> {
  const end = ctx.now() + roundMs;
  let total = await deliverDue(ctx, transport, oneByOne);
  for (let last = total; last.taken > 0 && ctx.now() < end; ) {
    last = await deliverDue(ctx, transport, oneByOne);
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
