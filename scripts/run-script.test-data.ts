import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

export type Outcome = Readonly<{ code: number | null; out: string; err: string }>;

/** For tests: runs a script of this folder to its end, as its npm script does. */
export async function runScript(
  name: string,
  args: readonly string[],
  url: string,
): Promise<Outcome> {
  const tsx = `file://${join(root, 'node_modules/tsx/dist/loader.mjs')}`;
  const child = spawn(process.execPath, ['--import', tsx, join(root, 'scripts', name), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}

/** The address of a database file that is not there yet. */
export function freshFile(): string {
  return `file:${join(mkdtempSync(join(tmpdir(), 'counterfoil-script-')), 'shop.db')}`;
}
