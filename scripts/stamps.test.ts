import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildStamp, installStamp, isFresh } from './stamps.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-stamps-'));
  write('package.json', '{ "dependencies": { "next": "1" }, "scripts": {} }');
  write('package-lock.json', '{}');
  write('app/page.tsx', 'page');
  write('server/orders/pay.ts', 'pay');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('a build is fresh while no source changes', () => {
  const stamp = buildStamp(folder);
  write('stamp', stamp);
  write('scripts/start.mjs', 'not part of the build');
  write('server/orders/pay.test.ts', 'not part of the build');
  expect(isFresh(join(folder, 'stamp'), buildStamp(folder))).toBe(true);
});

test.each<[string, () => void]>([
  ['changed', () => write('app/page.tsx', 'other page')],
  ['added', () => write('server/orders/ship.ts', 'ship')],
  ['removed', () => rmSync(join(folder, 'server/orders/pay.ts'))],
  ['renamed', () => renameSync(join(folder, 'app/page.tsx'), join(folder, 'app/other.tsx'))],
])('a build is stale when a source is %s', (_how, change) => {
  const before = buildStamp(folder);
  change();
  expect(buildStamp(folder)).not.toBe(before);
});

test('a build that left no stamp is stale', () => {
  expect(isFresh(join(folder, 'stamp'), buildStamp(folder))).toBe(false);
});

test('packages are fresh while only the scripts in package.json change', () => {
  const before = installStamp(folder);
  write('package.json', '{ "dependencies": { "next": "1" }, "scripts": { "start": "node" } }');
  expect(installStamp(folder)).toBe(before);
});

test.each([
  ['package.json', '{ "dependencies": { "next": "2" } }'],
  ['package.json', '{ "dependencies": { "next": "1" }, "overrides": { "next": "1" } }'],
  ['package-lock.json', '{ "lockfileVersion": 3 }'],
])('packages are stale when %s asks for others', (path, text) => {
  const before = installStamp(folder);
  write(path, text);
  expect(installStamp(folder)).not.toBe(before);
});
