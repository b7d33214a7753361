import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { blankSettings } from './blank-settings.mjs';
import { withLock } from './lock.mjs';
import { leavingWithParent, nextArgs, pinnedNode, root, run, signalCodeBase } from './run.mjs';
import { buildStamp, installStamp, isFresh } from './stamps.mjs';

export const distDir = process.env.NEXT_DIST_DIR ?? '.next';
export const installLog = '.tmp/install.log';
export const buildLog = '.tmp/build.log';

/** Runs `work` while nobody else sets up the same folder. */
export function whileSettingUp(work) {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  return withLock(join(root, '.tmp/set-up.lock'), work, () =>
    console.log('Waiting for another set-up of this folder to end…'),
  );
}

/** Installs the packages unless those that are wanted are there. */
export async function install() {
  const stampFile = join(root, 'node_modules/.counterfoil');
  if (isFresh(stampFile, installStamp(root))) return;
  console.log('Installing…');
  rmSync(stampFile, { force: true });
  const code = await runNpmInstall();
  if (code !== 0)
    throw new Error(`The packages could not be installed: npm's reasons are in ${installLog}.`);
  writeFileSync(stampFile, installStamp(root));
}

/** npm takes the half written packages of an install that was killed for whole: they go first. */
async function runNpmInstall() {
  const unfinished = join(root, '.tmp/installing');
  // Takes long; waited for, it leaves this process free to show that it holds the lock.
  if (existsSync(unfinished))
    await rm(join(root, 'node_modules'), { recursive: true, force: true });
  writeFileSync(unfinished, '');
  // The build needs the development packages, whatever NODE_ENV says.
  const args = ['install', '--no-audit', '--no-fund', '--include=dev'];
  const code = await run('npm', args, { env: leavingWithParent(), log: installLog });
  if (code <= signalCodeBase) rmSync(unfinished);
  return code;
}

/** Builds the app unless nothing has changed since the last build. */
export async function build() {
  const stampFile = join(root, distDir, 'counterfoil');
  const stamp = buildStamp(root);
  if (isFresh(stampFile, stamp)) return;
  console.log('Building…');
  rmSync(stampFile, { force: true });
  const env = { ...leavingWithParent(), ...blankSettings(), NODE_ENV: 'production' };
  const code = await run(pinnedNode(), nextArgs('build'), { env, log: buildLog });
  if (code !== 0) throw new Error(`The app could not be built: the reasons are in ${buildLog}.`);
  writeFileSync(stampFile, stamp);
}
