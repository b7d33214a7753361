import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unstable_startWorker as startWorker } from 'wrangler';
import { checkCallbacks } from '../check-callbacks';

const folder = new URL('./fixtures/', import.meta.url);
const nowMs = Date.UTC(2026, 8, 21);
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  worker = await startWorker({
    config: fileURLToPath(new URL('../../../e2e/edge/gateways-worker.jsonc', import.meta.url)),
    sendMetrics: false,
    dev: {
      logLevel: 'error',
      watch: false,
      server: { port: 0, hostname: '127.0.0.1' },
      inspector: false,
    },
  });
  await worker.ready;
}, 120_000);

afterAll(() => worker?.dispose());

test.each(readdirSync(folder))(
  'what %s holds is told alike on Node and on workerd',
  async (file) => {
    const entries: unknown[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const gateway = basename(file, '.json');
    const body = JSON.stringify({ entries, gateway, nowMs });
    const response = await worker.fetch('http://gateways/', { method: 'POST', body });
    expect(await response.json()).toEqual(await checkCallbacks(entries, gateway, nowMs));
  },
  60_000,
);
