import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countExit, countPlaywright, countVitest } from './count-tests.mjs';

let report = '';

beforeEach(() => {
  report = join(mkdtempSync(join(tmpdir(), 'counterfoil-count-')), 'report.json');
});

afterEach(() => {
  rmSync(join(report, '..'), { recursive: true });
});

function vitestSays(passed: number, failed: number, results: readonly unknown[] = []): void {
  const counts = { numPassedTests: passed, numFailedTests: failed, testResults: results };
  writeFileSync(report, JSON.stringify(counts));
}

test('a check counts as one test', () => {
  expect(countExit(0)).toEqual({ passed: 1, failed: 0 });
  expect(countExit(2)).toEqual({ passed: 0, failed: 1 });
});

test('unit tests are counted one by one', () => {
  vitestSays(7, 2, [{ status: 'failed', assertionResults: [{}] }]);
  expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 2 });
});

test('a test file that could not be loaded is one failed test', () => {
  vitestSays(7, 0, [{ status: 'failed', assertionResults: [] }]);
  expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 1 });
});

test('a run that ends badly although every test passed is one failed test', () => {
  vitestSays(7, 0);
  expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 1 });
});

test('a run without tests is one failed test', () => {
  vitestSays(0, 0);
  expect(countVitest(report, 0)).toEqual({ passed: 0, failed: 1 });
});

test('a run without a report is one failed test', () => {
  expect(countPlaywright(report, 1)).toEqual({ passed: 0, failed: 1 });
});

test('a journey that passes on a second try has failed', () => {
  writeFileSync(report, JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1 } }));
  expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 2 });
});
