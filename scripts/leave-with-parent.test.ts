import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';

const module = JSON.stringify(resolve(import.meta.dirname, 'run.mjs'));
const work = "console.log('at work'); setInterval(() => {}, 60_000);";
let parent: ChildProcess | undefined;

afterEach(() => {
  parent?.kill('SIGKILL');
});

test('a program of the set-up ends when the set-up is killed outright', async () => {
  const program = `
    import { leavingWithParent, run } from ${module};
    await run(process.execPath, ['--eval', ${JSON.stringify(work)}], { env: leavingWithParent() });`;
  const started = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parent = started;
  await once(started.stdout, 'data');
  started.kill('SIGKILL');
  // The program has the same output: it is at its end only when the program has ended, too.
  expect(await text(started.stdout)).toBe('');
});
