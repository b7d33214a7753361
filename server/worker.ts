import type { Context } from './context';
import { deliverAll } from './mail/deliver-all';
import { openTransport } from './mail/transports/open-transport';
import { runWorkerRound } from './run-worker-round';
import { startLoop } from './start-loop';
import { appointWorker } from './wake-worker';

const pauseMs = 2_000;
const pauseAfterFaultMs = 30_000;
const wakeDelayMs = 50;
const roundEveryMs = 60_000;

/**
 * Works beside the server until the process is told to end: mail every two seconds, or as soon as
 * `wakeWorker` is called, and a whole round every minute, or as soon as that is asked for. Never throws and never keeps the process
 * alive. A worker that was there before, as after a reload in development, is stopped.
 */
export function startWorker(ctx: Context): void {
  let roundAt = Number.NEGATIVE_INFINITY;
  const loop = startLoop({
    pauseMs,
    pauseAfterFaultMs,
    wakeDelayMs,
    async work() {
      const sinceRoundMs = ctx.now() - roundAt;
      // Less than nothing has passed where the clock was put back: the round is not waited for.
      if (sinceRoundMs >= 0 && sinceRoundMs < roundEveryMs) {
        const transport = await openTransport(ctx.env.mail);
        if (transport) await deliverAll(ctx, transport);
      } else {
        roundAt = ctx.now();
        await runWorkerRound(ctx);
      }
    },
  });
  appointWorker({
    wake(need) {
      if (need === 'round') roundAt = Number.NEGATIVE_INFINITY;
      loop.wake();
    },
    stop: loop.stop,
  });
  process.once('SIGTERM', loop.stop);
  process.once('SIGINT', loop.stop);
}
