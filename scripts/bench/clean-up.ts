type Undo = () => Promise<void> | void;

const undos: Undo[] = [];

/** What has to be stopped or removed at the end, and also when the benchmark is broken off. */
export function afterwards(undo: Undo): void {
  undos.push(undo);
}

/** Undoes all that was begun, the newest first. */
export async function cleanUp(): Promise<void> {
  for (const undo of undos.splice(0).reverse()) await undo();
}

/** Ctrl-C ends everything that was started. */
export function cleanUpOnSignals(): void {
  for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
    process.once(signal, () => {
      void cleanUp().finally(() => process.exit(code));
    });
  }
}
