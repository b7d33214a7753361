import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, expect, test } from 'vitest';
import { migrate } from '#db/migrate';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'counterfoil-self-check-'));
const DATABASE_URL = `file:${join(folder, 'shop.db')}`;
afterAll(() => rmSync(folder, { recursive: true }));

function selfCheck() {
  const AUTH_SECRET = 'a secret of the self-check tests and of nothing else';
  const args = ['--import', 'tsx', join(root, 'scripts/self-check.ts')];
  const env = { ...process.env, AUTH_SECRET, DATABASE_URL };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { status, said: stdout + stderr };
}

test('it says in one sentence when there is no shop yet, and when all is well', async () => {
  expect(selfCheck()).toEqual({
    status: 1,
    said: expect.stringMatching(/^There is nothing to check.+npm start first\.\n$/),
  });
  await change((client) => migrate(client));
  expect(selfCheck()).toEqual({ status: 0, said: expect.stringMatching(/^All is well.+\n$/) });
});

test('what differs from the facts is listed and ends with 1', async () => {
  await change((client) =>
    client.execute("INSERT INTO order_counts (status, orders) VALUES ('paid', 7)"),
  );
  expect(selfCheck()).toEqual({
    status: 1,
    said: expect.stringMatching(/paid has 7, the facts say 0\n1 difference in \d+ checks\.\n$/),
  });
});

test('a customer who is missing from the search index is named', async () => {
  await change(async (client) => {
    await client.execute('DELETE FROM order_counts');
    await client.execute(
      "INSERT INTO customers (id, email, name, created_at) VALUES ('zoe', 'zoe@example.com', 'Zoë', 0)",
    );
    await client.execute('DELETE FROM customer_search');
  });
  expect(selfCheck().said).toMatch(/zoe@example\.com.*2 differences in/s);
});

type Client = ReturnType<typeof createClient>;

async function change(how: (client: Client) => Promise<unknown>): Promise<void> {
  const client = createClient({ url: DATABASE_URL });
  await how(client);
  client.close();
}
