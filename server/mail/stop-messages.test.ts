import { expect, test } from 'vitest';
import { codes } from '#db/schema/catalog';
import { deliverDue } from './deliver-due';
import { change, mailShop, messageOf, pay, place, rollBack } from './mail-shop.test-data';
import { stopMessages } from './stop-messages';
import type { Transport } from './transports/transport';

const ada = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
const settings = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_DELAY_SECONDS: '30' };
const transport: Transport = { send: async () => ({ providerId: 'provider' }) };

/** A shop where an order was marked paid by hand, with the message that tells so. */
async function justPaid() {
  const ctx = await mailShop(settings);
  const order = await place(ctx, ['SEAT']);
  ctx.clock.at += 30_000;
  await deliverDue(ctx, transport);
  await pay(ctx, order);
  return { ctx, order, message: await messageOf(ctx, 'paid') };
}

test('what somebody did by hand is told thirty seconds later and not before', async () => {
  const { ctx } = await justPaid();
  ctx.clock.at += 29_999;
  expect(await deliverDue(ctx, transport)).toMatchObject({ taken: 0 });
  ctx.clock.at += 1;
  expect(await deliverDue(ctx, transport)).toMatchObject({ sent: 1 });
});

test('a message that was stopped in time never leaves and says who stopped it', async () => {
  const { ctx, message } = await justPaid();
  const stop = { ids: [message.id], actor: ada };
  expect(await stopMessages(ctx, stop)).toEqual({ stopped: 1, late: 0 });
  ctx.clock.at += 60_000;
  expect(await deliverDue(ctx, transport)).toMatchObject({ taken: 0 });
  expect(await messageOf(ctx, 'paid')).toMatchObject({
    status: 'withdrawn',
    lastError: 'Ada stopped it before it left.',
  });
  expect(await stopMessages(ctx, stop)).toEqual({ stopped: 1, late: 0 });
});

test('a message that has left meanwhile is not said to be stopped', async () => {
  const { ctx, message } = await justPaid();
  ctx.clock.at += 30_000;
  await deliverDue(ctx, transport);
  const stop = { ids: [message.id], actor: ada };
  expect(await stopMessages(ctx, stop)).toEqual({ stopped: 0, late: 1 });
  const unknown = { ids: ['none'], actor: ada };
  await expect(stopMessages(ctx, unknown)).rejects.toMatchObject({ code: 'not_found' });
  expect(await messageOf(ctx, 'paid')).toMatchObject({ status: 'sent', lastError: null });
});

test('of two messages the one that is leaving right now is told as late', async () => {
  const { ctx, message } = await justPaid();
  ctx.clock.at += 30_000;
  await place(ctx);
  const later = await messageOf(ctx, 'order_received');
  const answers: unknown[] = [];
  const slow: Transport = {
    send: async () => {
      answers.push(await stopMessages(ctx, { ids: [message.id, later.id], actor: ada }));
      return { providerId: null };
    },
  };
  expect(await deliverDue(ctx, slow)).toMatchObject({ taken: 1, sent: 1 });
  expect(answers).toEqual([{ stopped: 1, late: 1 }]);
});

test('a roll back in time takes the message and the codes back that nobody has seen', async () => {
  const { ctx, order } = await justPaid();
  ctx.clock.at += 20_000;
  await rollBack(ctx, order);
  expect(await messageOf(ctx, 'paid')).toMatchObject({ status: 'withdrawn' });
  const pool = await ctx.db.select().from(codes);
  expect(pool.map(({ status }) => status)).toEqual(['available', 'available']);
});

test('a cancellation that is taken back in time is never told', async () => {
  const { ctx, order } = await justPaid();
  await rollBack(ctx, order);
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: true });
  await change(ctx, order, { type: 'reopen', reason: null });
  ctx.clock.at += 60_000;
  expect(await deliverDue(ctx, transport)).toMatchObject({ taken: 0 });
});

test('what nobody can take back by hand is told at once', async () => {
  const ctx = await mailShop(settings);
  const order = await place(ctx);
  ctx.clock.at += 30_000;
  await deliverDue(ctx, transport);
  await change(
    ctx,
    order,
    { type: 'pay', payment: { method: 'card' } },
    { kind: 'payment_account', id: 'shop', name: 'Shop' },
  );
  expect(await deliverDue(ctx, transport)).toMatchObject({ sent: 1 });
});
