export type RunningWorker = Readonly<{ wake: () => void; stop: () => void }>;

// The server's bundles each have their own copy of this module; the global symbol they share.
const key = Symbol.for('counterfoil.worker');
const shared = globalThis as typeof globalThis & { [key]?: RunningWorker };

/** Tells the worker of this process that there may be mail to send; nothing where there is none. */
export function wakeWorker(): void {
  shared[key]?.wake();
}

/** Makes this the worker of the process; one that was there before is stopped. */
export function appointWorker(worker: RunningWorker): void {
  shared[key]?.stop();
  shared[key] = worker;
}
