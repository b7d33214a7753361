import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

const module = JSON.stringify(resolve(import.meta.dirname, 'lock.mjs'));
let folder = '';
let lock = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-lock-'));
  lock = join(folder, 'lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function start(program: string) {
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('processes that want one lock at once have it one after another', async () => {
  const log = join(folder, 'log');
  const program = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${module};
    for (let round = 0; round < 5; round += 1)
      await withLock(${JSON.stringify(lock)}, async () => {
        appendFileSync(${JSON.stringify(log)}, 'in ');
        await new Promise(setImmediate);
        appendFileSync(${JSON.stringify(log)}, 'out ');
      });`;
  const codes = await Promise.all(
    [1, 2, 3, 4].map(async () => (await once(start(program), 'close'))[0]),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(20));
  expect(readdirSync(folder)).toEqual(['log']);
});

test('the lock of a process that was killed is broken', async () => {
  const program = `
    import { withLock } from ${module};
    await withLock(${JSON.stringify(lock)}, async () => {
      console.log('held');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const holder = start(program);
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await once(holder, 'close');
  expect(existsSync(lock)).toBe(true);
  let waits = 0;
  const answer = await withLock(
    lock,
    async () => 'done',
    () => {
      waits += 1;
    },
  );
  expect({ answer, waits }).toEqual({ answer: 'done', waits: 1 });
});

test('a lock that nobody has touched for long is broken although its pid lives again', async () => {
  mkdirSync(lock);
  writeFileSync(join(lock, 'mark'), `${process.ppid} 0.5`);
  const longAgo = new Date(Date.now() - 600_000);
  utimesSync(join(lock, 'mark'), longAgo, longAgo);
  expect(await withLock(lock, async () => 'done')).toBe('done');
});

test('work that fails gives the lock back', async () => {
  const failing = withLock(lock, async () => {
    throw new Error('no disk');
  });
  await expect(failing).rejects.toThrow('no disk');
  expect(readdirSync(folder)).toEqual([]);
});
