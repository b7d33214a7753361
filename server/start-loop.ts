export type Loop = Readonly<{ wake: () => void; stop: () => void }>;

type LoopOptions = Readonly<{
  work: () => Promise<void>;
  pauseMs: number;
  pauseAfterFaultMs: number;
  /** From being woken to being at work: many who wake it within this time wake it once. */
  wakeDelayMs: number;
}>;

/**
 * Does `work` at once and again after each pause, never twice at a time. `wake` ends a pause, or
 * has the work done once more when it is under way. A fault is logged and followed by the longer
 * pause. The timers do not keep the process alive.
 */
export function startLoop({ work, wakeDelayMs, ...pauses }: LoopOptions): Loop {
  let state: 'resting' | 'woken' | 'working' | 'wanted' | 'stopped' = 'resting';
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    state = 'working';
    const pause = await work().then(
      () => pauses.pauseMs,
      (error: unknown) => {
        console.error('The worker failed.', error);
        return pauses.pauseAfterFaultMs;
      },
    );
    rest(pause);
  }

  function rest(pause: number): void {
    if (state === 'stopped') return;
    const isWanted = state === 'wanted';
    state = isWanted ? 'woken' : 'resting';
    runIn(isWanted ? wakeDelayMs : pause);
  }

  function runIn(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(run, delayMs);
    timer.unref();
  }

  function wake(): void {
    if (state === 'working') state = 'wanted';
    if (state !== 'resting') return;
    state = 'woken';
    runIn(wakeDelayMs);
  }

  function stop(): void {
    state = 'stopped';
    clearTimeout(timer);
  }

  void run();
  return { wake, stop };
}
