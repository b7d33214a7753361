export type Loop = Readonly<{ wake: () => void; stop: () => void }>;

type LoopOptions = Readonly<{
  work: () => Promise<void>;
  pauseMs: number;
  pauseAfterFaultMs: number;
}>;

/**
 * Does `work` at once and again after each pause, never twice at a time. `wake` ends a pause, or
 * has the work done once more when it is under way. A fault is logged and followed by the longer
 * pause. The timers do not keep the process alive.
 */
export function startLoop({ work, pauseMs, pauseAfterFaultMs }: LoopOptions): Loop {
  let state: 'resting' | 'working' | 'wanted' | 'stopped' = 'resting';
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    clearTimeout(timer);
    state = 'working';
    const pause = await work().then(
      () => pauseMs,
      (error: unknown) => {
        console.error('The worker failed.', error);
        return pauseAfterFaultMs;
      },
    );
    rest(pause);
  }

  function rest(pause: number): void {
    if (state === 'stopped') return;
    const delay = state === 'wanted' ? 0 : pause;
    state = 'resting';
    timer = setTimeout(run, delay);
    timer.unref();
  }

  function wake(): void {
    if (state === 'resting') void run();
    else if (state === 'working') state = 'wanted';
  }

  function stop(): void {
    state = 'stopped';
    clearTimeout(timer);
  }

  void run();
  return { wake, stop };
}
