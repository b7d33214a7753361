import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** One process that serves the build. */
export type Server = Readonly<{
  url: string;
  pid: number;
  /** What it has printed so far. */
  output: () => string;
  /** Ends it as an operator would and waits for its end. */
  stop: () => Promise<void>;
  /** Ends it as a power cut would: nothing of it runs any more. */
  kill: () => Promise<void>;
}>;

const root = fileURLToPath(new URL('..', import.meta.url));
const patienceMs = 60_000;

/** Serves the build at `url` and resolves when it is healthy; throws what it printed otherwise. */
export async function startServer(
  url: string,
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const next = `${root}node_modules/next/dist/bin/next`;
  const node = `${root}node_modules/.bin/node`;
  const child = spawn(node, [next, 'start', '-p', new URL(url).port, '-H', '127.0.0.1'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (data) => (printed += data));
  child.stderr.on('data', (data) => (printed += data));
  const ended = once(child, 'exit');
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  await Promise.race([
    healthy(url),
    ended.then(() => Promise.reject(new Error(`The server ended at once:\n${printed}`))),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    output: () => printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function healthy(url: string): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} was not healthy within ${patienceMs / 1000} seconds.`);
}
