import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idempotencyKeys, rateLimits } from '#db/schema/shop';
import { importCodes } from '#server/digital/import-codes';
import { change, mailShop, messageOf, pay, place } from '#server/mail/mail-shop.test-data';
import { type SmtpRig, startSmtpServer } from '#server/mail/smtp-server.test-data';
import { readOrder } from '#server/orders/read-order';
import { runWorkerRound } from './run-worker-round';

const hourMs = 3_600_000;

let smtp: SmtpRig;
beforeEach(async () => {
  smtp = await startSmtpServer();
});
afterEach(() => smtp.close());

test('a round without anything to do does nothing', async () => {
  const ctx = await mailShop({ SMTP_URL: smtp.url });
  expect(await runWorkerRound(ctx)).toEqual({
    codesHandedOut: 0,
    callbacksJudged: 0,
    gatewaysAsked: 0,
    bodiesRemoved: 0,
    ordersPurged: 0,
    ordersSlipped: 0,
    uploadsCompleted: 0,
    uploadsRemoved: 0,
    versionsRemoved: 0,
    mail: { taken: 0, sent: 0, putOff: 0, failed: 0, withdrawn: 0, lost: 0 },
    faults: [],
  });
});

test('a round sends everything that is due, however many batches it takes', async () => {
  const ctx = await mailShop({ SMTP_URL: smtp.url });
  for (let orders = 0; orders < 23; orders += 1) await place(ctx);
  expect(await runWorkerRound(ctx)).toMatchObject({ mail: { taken: 23, sent: 23 }, faults: [] });
  expect(smtp.mails).toHaveLength(23);
});

test('codes that came in after a crash go to the line that waits for them', async () => {
  const ctx = await mailShop();
  const order = await place(ctx, ['SEAT', 'SEAT', 'SEAT']);
  await pay(ctx, order);
  await importCodes(ctx, { sku: 'SEAT', codes: ['SEAT-CCCC-3333', 'SEAT-DDDD-4444'] });
  expect(await runWorkerRound(ctx)).toMatchObject({ codesHandedOut: 1, mail: null });
  const served = await readOrder(ctx.db, { id: order.id });
  expect(served?.lines.every(({ codesWaiting }) => codesWaiting === 0)).toBe(true);
  expect(await runWorkerRound(ctx)).toMatchObject({ codesHandedOut: 0 });
});

test('answers kept for a day, windows of the day before and the full bin are swept out', async () => {
  const ctx = await mailShop();
  const key = { apiKeyId: 'k', requestHash: '', claimId: '' };
  const [young, old] = [ctx.now() - 24 * hourMs + 1, ctx.now() - 24 * hourMs];
  await ctx.db.insert(idempotencyKeys).values([
    { ...key, key: 'young', claimedAt: young },
    { ...key, key: 'old', claimedAt: old },
  ]);
  await ctx.db.insert(rateLimits).values([
    { key: 'young', windowStart: young, count: 1 },
    { key: 'old', windowStart: old, count: 1 },
  ]);
  await change(ctx, await place(ctx), { type: 'delete', reason: null, restock: true });
  expect(await runWorkerRound(ctx)).toMatchObject({ ordersPurged: 0, faults: [] });
  expect(await ctx.db.select({ key: idempotencyKeys.key }).from(idempotencyKeys)).toEqual([
    { key: 'young' },
  ]);
  expect(await ctx.db.select({ key: rateLimits.key }).from(rateLimits)).toEqual([{ key: 'young' }]);
  ctx.clock.at += 30 * 24 * hourMs;
  expect(await runWorkerRound(ctx)).toMatchObject({ ordersPurged: 1 });
});

test('a part that fails is named and does not keep the others from being done', async () => {
  const ctx = await mailShop({ SMTP_URL: smtp.url });
  await place(ctx);
  await ctx.db.run(sql`DROP TABLE rate_limits`);
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await runWorkerRound(ctx)).toMatchObject({ mail: { sent: 1 }, faults: ['sweeping'] });
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
  expect((await messageOf(ctx, 'order_received')).status).toBe('sent');
});
