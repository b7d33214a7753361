import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'callback-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: readonly string[]) {
  const all = ['--import', 'tsx', 'scripts/callback-check.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the report on standard output is JSON alone, in the order of the file', () => {
  const file = join(root, 'server/payments/gateways/fixtures/authorizenet-silent-post.json');
  const fixtures: readonly { name: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  const { status, stdout, stderr } = run(file);
  expect([status, stderr]).toEqual([0, '']);
  const report: readonly { name: string }[] = JSON.parse(stdout);
  expect(report.map(({ name }) => name)).toEqual(fixtures.map(({ name }) => name));
});

test('a file that cannot be checked is one sentence on standard error and exit code 2', () => {
  const broken = join(folder, 'stripe.json');
  writeFileSync(broken, '[{');
  const object = join(folder, 'object.json');
  writeFileSync(object, '{}');
  expect(run()).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^Give the file.+\n$/),
  });
  expect(run(broken)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `The file ${broken} is not JSON.\n`,
  });
  expect(run(object)).toMatchObject({ status: 2, stderr: expect.stringMatching(/not an array/) });
  expect(run(join(folder, 'none.json'))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/cannot be read/),
  });
});
