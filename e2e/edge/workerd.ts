import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port';

type Options = Readonly<{
  /** Where it is to answer; the port must be free. */
  url: string;
  /** Takes wrangler's own files, so that a developer's `.wrangler` is left alone. */
  folder: string;
  settings: Readonly<Record<string, string>>;
}>;

const logFile = '.tmp/edge-worker.log';
const healthyWithinMs = 120_000;
const endedWithinMs = 5_000;

/** Serves `.open-next` on workerd by `wrangler dev`, offline; resolves once it is healthy. */
export async function startWorkerd(options: Options): Promise<{ close: () => Promise<void> }> {
  const worker = await spawnWrangler(options);
  const close = () => end(worker);
  try {
    await waitUntilHealthy(worker, options.url);
  } catch (cause) {
    await close();
    throw new Error(`${messageOf(cause)}\n${await lastLines(logFile)}`);
  }
  return { close };
}

async function spawnWrangler({ url, folder, settings }: Options): Promise<ChildProcess> {
  const { hostname, port } = new URL(url);
  const variables = Object.entries(settings).flatMap(([name, value]) => [
    '--var',
    `${name}:${value}`,
  ]);
  const inspector = ['--inspector-port', String(await freePort())];
  const address = ['--ip', hostname, '--port', port, '--persist-to', folder];
  mkdirSync('.tmp', { recursive: true });
  const log = openSync(logFile, 'w');
  return spawn('wrangler', ['dev', ...address, ...inspector, ...variables], {
    stdio: ['ignore', log, log],
    detached: true,
    env: {
      ...process.env,
      CI: '1',
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'false',
    },
  });
}

async function waitUntilHealthy(worker: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + healthyWithinMs;
  let answer = 'nothing';
  while (Date.now() < deadline) {
    if (worker.exitCode !== null) throw new Error(`wrangler ended with ${worker.exitCode}.`);
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) });
      if (response.ok) return;
      answer = `${response.status} ${await response.text()}`;
    } catch (cause) {
      answer = messageOf(cause);
    }
    await pause(100);
  }
  throw new Error(`The worker was not healthy in ${healthyWithinMs} ms; it answered ${answer}.`);
}

/** Wrangler starts workerd and more; they share a process group, and none may stay behind. */
async function end(worker: ChildProcess): Promise<void> {
  if (worker.pid === undefined) return;
  const ended = worker.exitCode === null ? once(worker, 'exit') : Promise.resolve();
  signalGroup(worker.pid, 'SIGTERM');
  await Promise.race([ended, pause(endedWithinMs, undefined, { ref: false })]);
  signalGroup(worker.pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

async function lastLines(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return [`The last lines of ${file}:`, ...lines.slice(-20)].join('\n');
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
