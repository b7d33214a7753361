import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the project; importing this module makes it the working directory. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const binaries = join(root, 'node_modules/.bin');
process.chdir(root);
process.env.PATH = `${binaries}${delimiter}${process.env.PATH ?? ''}`;
process.env.NEXT_TELEMETRY_DISABLED = '1';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and resolves to its exit code. A signal that this process gets goes on
 * to the program, and ends this process once the program has ended.
 * `log` names a file that takes what the program says; `onMessage` gets what it sends.
 */
export function run(program, args, { env = process.env, log, onMessage } = {}) {
  const output = log === undefined ? 'inherit' : openLog(log);
  const child = spawn(program, args, {
    env,
    stdio: ['inherit', output, output, ...(onMessage ? ['ipc'] : [])],
  });
  if (onMessage) child.on('message', onMessage);
  if (output !== 'inherit') closeSync(output);
  const release = passSignalsTo(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      release();
      resolve(code ?? exitCode(signal));
    });
  });
}

/**
 * The environment of a program whose Node processes end soon after the one that started them, even
 * when that is killed outright: nobody may go on writing where the next set-up begins.
 */
export function leavingWithParent(env = process.env) {
  const watch = `--import=${pathToFileURL(join(root, 'scripts/leave-with-parent.mjs'))}`;
  return { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} ${watch}`.trim() };
}

/** The arguments that run one of Next's commands with the pinned Node. */
export function nextArgs(...args) {
  return [join(root, 'node_modules/next/dist/bin/next'), ...args];
}

/** The Node that the packages bring along; the one at hand where there is none for this machine. */
export function pinnedNode() {
  const path = join(binaries, 'node');
  return existsSync(path) ? path : process.execPath;
}

/** An exit code above this one tells which signal has ended a program. */
export const signalCodeBase = 128;

function exitCode(signal) {
  return signalCodeBase + (constants.signals[signal] ?? 0);
}

function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'w');
}

function passSignalsTo(child) {
  let received = null;
  const pass = (signal) => {
    received = signal;
    child.kill(signal);
  };
  for (const signal of passedOn) process.on(signal, pass);
  return () => {
    for (const signal of passedOn) process.off(signal, pass);
    if (received !== null) process.exit(exitCode(received));
  };
}
