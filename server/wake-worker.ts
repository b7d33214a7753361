/** `round`: more than mail is waiting, such as codes that came free. */
type Need = 'mail' | 'round';

export type RunningWorker = Readonly<{ wake: (need: Need) => void; stop: () => void }>;

// The server's bundles each have their own copy of this module; the global symbol they share.
const key = Symbol.for('counterfoil.worker');
const shared = globalThis as typeof globalThis & { [key]?: RunningWorker };

/** Tells the worker of this process that there may be something to do; nothing where there is none. */
export function wakeWorker(need: Need = 'mail'): void {
  shared[key]?.wake(need);
}

/** Makes this the worker of the process; one that was there before is stopped. */
export function appointWorker(worker: RunningWorker): void {
  shared[key]?.stop();
  shared[key] = worker;
}
