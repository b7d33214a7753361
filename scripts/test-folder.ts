import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;

/**
 * Every test has a database of its own, and there are thousands: all that a run puts into the
 * folder for temporary files is in one below it, which goes with the run.
 */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-tests-'));
  process.env.TMPDIR = folder;
}

export function teardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
