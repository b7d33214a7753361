import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { problemOf } from '#server/api/rest/problem';
import { change, pay, placed, stockShelves } from '#server/orders/console.test-data';
import { selfCheck } from '#server/self-check/self-check';
import { freshContext, type TestContext } from '#server/staff/fresh-context';

const pagesMax = 1_073_741_823;

async function fillDisk({ db }: TestContext): Promise<void> {
  const [row] = await db.all<{ page_count: number }>(sql`PRAGMA page_count`);
  await db.all(sql.raw(`PRAGMA max_page_count = ${row?.page_count}`));
}

/** Changes the database until one change is not taken. */
async function firstFault(work: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    try {
      await work();
    } catch (error) {
      return error;
    }
  }
}

async function countOrders({ db }: TestContext): Promise<unknown> {
  return db.all(sql`SELECT (SELECT count(*) FROM orders) AS orders,
    (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM messages) AS messages`);
}

test('a full disk takes no half of a change, says so, and takes it when there is room', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const ctx = await freshContext();
  await stockShelves(ctx);
  const number = await placed(ctx, { MUG: 1, KEY: 1 });
  await fillDisk(ctx);
  let before: unknown;
  const fault = await firstFault(async () => {
    before = await countOrders(ctx);
    await placed(ctx, { MUG: 1 }, { note: 'n'.repeat(2_000) });
  });
  expect(fault).toMatchObject({
    code: 'unavailable',
    message: 'The disk of the server is full. Nothing was changed: try again when there is room.',
  });
  expect(await countOrders(ctx)).toEqual(before);
  expect([...new Set(log.mock.calls.flat())]).toEqual([
    expect.stringContaining('disk of the database is full'),
  ]);
  await ctx.db.all(sql.raw(`PRAGMA max_page_count = ${pagesMax}`));
  expect(await change(ctx, number, pay)).toMatchObject({ number });
  expect(await selfCheck(ctx.db)).toEqual([]);
  log.mockRestore();
});

test.each([
  ['SQLITE_FULL', 'database or disk is full'],
  ['SQLITE_IOERR_WRITE', 'disk I/O error'],
  ['SQLITE_READONLY', 'attempt to write a readonly database'],
  ['SQLITE_CANTOPEN', 'unable to open database file'],
])('%s is told to other programs as unavailable, without a stack in the log', (code, message) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const cause = Object.assign(new Error(message), { code });
  const { status, body } = problemOf(new Error('Failed query', { cause }));
  expect({ status, body: JSON.parse(body ?? '') }).toMatchObject({
    status: 503,
    body: { code: 'unavailable' },
  });
  expect(log.mock.calls).toEqual([[expect.any(String)]]);
  log.mockRestore();
});
