import { expect, test, vi } from 'vitest';
import { readProductPage } from '#server/catalog/read-product-page';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { maria as actor, stockShelves } from './console.test-data';
import { serveWaitingLines } from './serve-waiting-lines';

/** How the database goes about every statement about lines that `work` runs. */
async function plansFor(ctx: TestContext, work: () => Promise<unknown>): Promise<string[]> {
  const { $client: client } = ctx.db;
  const [executed, batched] = [vi.spyOn(client, 'execute'), vi.spyOn(client, 'batch')];
  await work();
  const calls = [
    ...executed.mock.calls.map(([given]) => given),
    ...batched.mock.calls.flatMap(([given]) => given),
  ];
  vi.restoreAllMocks();
  const plans: string[] = [];
  for (const given of calls) {
    if (typeof given === 'string' || Array.isArray(given) || !/from "order_lines"/.test(given.sql))
      continue;
    const { rows } = await client.execute({ ...given, sql: `EXPLAIN QUERY PLAN ${given.sql}` });
    plans.push(...rows.map(({ detail }) => String(detail)));
  }
  return plans.filter((plan) => /order_lines/.test(plan));
}

test('whoever looks for lines that wait for codes reads no others', async () => {
  const ctx = await freshContext();
  await stockShelves(ctx);
  const serving = await plansFor(ctx, () => serveWaitingLines(ctx, { actor, shop }));
  const page = await plansFor(ctx, () => readProductPage(ctx, { sku: 'KEY', limit: 25 }));
  expect([serving.length, page.length]).toEqual([1, 1]);
  for (const plan of [...serving, ...page]) expect(plan).toContain('order_lines_waiting_idx');
});
