import { expect, test, vi } from 'vitest';
import { messages } from '#db/schema/messages';
import { deliverDue } from './deliver-due';
import { change, mailShop, messageOf, pay, place } from './mail-shop.test-data';
import { type Mail, MailNotSent, type Transport } from './transports/transport';

const minuteMs = 60_000;
const smtp = { SMTP_URL: 'smtp://127.0.0.1:1' };

/** A way out that notes what it is given and answers as told, one answer after the other. */
function noting(...answers: readonly (Error | (() => Promise<void>) | null)[]) {
  const mails: Mail[] = [];
  const transport: Transport = {
    async send(mail) {
      const answer = answers[mails.length] ?? null;
      mails.push(mail);
      if (answer instanceof Error) throw answer;
      await answer?.();
      return { providerId: `provider-${mails.length}` };
    },
  };
  return { mails, transport };
}

const down = (retryAfterMs = 0) =>
  new MailNotSent('The mail server could not be reached.', { isPermanent: false, retryAfterMs });
const refused = new MailNotSent('The mail server answered: 550 no such user', {
  isPermanent: true,
});

test('a message that could not leave waits about a minute and then leaves under the same id', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  const { mails, transport } = noting(down());
  expect(await deliverDue(ctx, transport)).toMatchObject({ putOff: 1, sent: 0 });
  const waiting = await messageOf(ctx, 'order_received');
  expect(waiting).toMatchObject({
    status: 'waiting',
    attempts: 1,
    lastError: 'The mail server could not be reached.',
  });
  const pauseMs = waiting.nextAttemptAt - ctx.now();
  expect(pauseMs).toBeGreaterThanOrEqual(0.8 * minuteMs);
  expect(pauseMs).toBeLessThanOrEqual(1.2 * minuteMs);
  ctx.clock.at += pauseMs - 1;
  expect(await deliverDue(ctx, transport)).toMatchObject({ taken: 0 });
  ctx.clock.at += 1;
  expect(await deliverDue(ctx, transport)).toMatchObject({ sent: 1 });
  expect(mails[1]).toEqual(mails[0]);
  expect(await messageOf(ctx, 'order_received')).toMatchObject({
    status: 'sent',
    attempts: 2,
    lastError: null,
    providerId: 'provider-2',
  });
});

test('after about two days of trying a message has failed and rests', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  const start = ctx.now();
  const { mails, transport } = noting(...Array.from({ length: 20 }, () => down()));
  let message = await messageOf(ctx, 'order_received');
  while (message.status === 'waiting') {
    ctx.clock.at = message.nextAttemptAt;
    await deliverDue(ctx, transport);
    message = await messageOf(ctx, 'order_received');
  }
  expect(message).toMatchObject({ status: 'failed', attempts: 9 });
  expect(mails).toHaveLength(9);
  const hours = (ctx.now() - start) / (60 * minuteMs);
  expect(hours).toBeGreaterThan(36);
  expect(hours).toBeLessThan(60);
  ctx.clock.at += 10_000 * minuteMs;
  expect(await deliverDue(ctx, transport)).toMatchObject({ taken: 0 });
});

test('a message that can never leave fails at once', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  expect(await deliverDue(ctx, noting(refused).transport)).toMatchObject({ failed: 1 });
  expect(await messageOf(ctx, 'order_received')).toMatchObject({
    status: 'failed',
    attempts: 1,
    lastError: 'The mail server answered: 550 no such user',
  });
});

test('a message that the mailbox refused has come back, and a corrected address forgets it', async () => {
  const ctx = await mailShop(smtp);
  const order = await place(ctx);
  const refusal = 'The mailbox does not exist.';
  const noMailbox = new MailNotSent('550 5.1.1', { isPermanent: true, refusal });
  const { transport } = noting(noMailbox);
  await deliverDue(ctx, transport);
  const cameBack = { delivery: 'bounced', deliveryAt: ctx.now(), deliveryDetail: refusal };
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ status: 'failed', ...cameBack });
  const customer = { ...order.customer, email: 'zoe@new.example' };
  await change(ctx, order, { type: 'correct_contact', customer });
  const none = { delivery: null, deliveryAt: null, deliveryDetail: null };
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ status: 'waiting', ...none });
});

test('what is no e-mail address is not even handed to the provider', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  await ctx.db.update(messages).set({ recipient: 'zoe at customer' });
  const { mails, transport } = noting();
  expect(await deliverDue(ctx, transport)).toMatchObject({ failed: 1 });
  expect(mails).toEqual([]);
});

test('a provider that asks for a longer pause gets it, up to a day', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  await deliverDue(ctx, noting(down(10 * minuteMs)).transport);
  expect((await messageOf(ctx, 'order_received')).nextAttemptAt).toBe(ctx.now() + 10 * minuteMs);
  ctx.clock.at += 10 * minuteMs;
  await deliverDue(ctx, noting(down(10_000 * minuteMs)).transport);
  expect((await messageOf(ctx, 'order_received')).nextAttemptAt).toBe(ctx.now() + 1440 * minuteMs);
});

test('one message that fails does not keep the next from leaving', async () => {
  const ctx = await mailShop(smtp);
  for (let orders = 0; orders < 3; orders += 1) await place(ctx);
  const { transport } = noting(null, refused, null);
  expect(await deliverDue(ctx, transport)).toMatchObject({ taken: 3, sent: 2, failed: 1 });
});

test('a batch takes as many messages as it is told, those that are due longest first', async () => {
  const ctx = await mailShop(smtp);
  const orders = [];
  for (let count = 0; count < 3; count += 1) {
    orders.push(await place(ctx));
    ctx.clock.at += 1;
  }
  const { mails, transport } = noting();
  expect(await deliverDue(ctx, transport, { batch: 2 })).toMatchObject({ taken: 2, sent: 2 });
  expect(mails.map(({ subject }) => subject)).toEqual(
    orders.slice(0, 2).map(({ number }) => `Teas: order ${number} received`),
  );
});

test('what one worker is sending no other worker takes, until two minutes have passed', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  const other = noting();
  const { transport } = noting(async () => {
    ctx.clock.at += 2 * minuteMs - 1;
    expect(await deliverDue(ctx, other.transport)).toMatchObject({ taken: 0 });
    ctx.clock.at += 1;
    expect(await deliverDue(ctx, other.transport)).toMatchObject({ sent: 1 });
  });
  expect(await deliverDue(ctx, transport)).toMatchObject({ sent: 0, lost: 1 });
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ status: 'sent', attempts: 2 });
});

test('a worker that is late leaves the rest of its batch to whoever took it over', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  await place(ctx);
  const other = noting();
  const slow = noting(async () => {
    ctx.clock.at += 2 * minuteMs;
    await deliverDue(ctx, other.transport);
  });
  expect(await deliverDue(ctx, slow.transport)).toMatchObject({ taken: 2, lost: 2 });
  expect(slow.mails).toHaveLength(1);
  expect(other.mails).toHaveLength(2);
});

test('a message that ends its worker every time is given up', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  const lease = { status: 'sending', attempts: 9, leaseId: 'dead worker' } as const;
  await ctx.db.update(messages).set({ ...lease, leaseUntil: ctx.now() });
  const { mails, transport } = noting();
  expect(await deliverDue(ctx, transport)).toMatchObject({ failed: 1 });
  expect(mails).toEqual([]);
});

test('codes sealed under another secret are not sent, and the reason is told', async () => {
  const ctx = await mailShop(smtp);
  const order = await place(ctx, ['SEAT']);
  const settled = noting();
  await deliverDue(ctx, settled.transport);
  await pay(ctx, order);
  const foreign = { ...ctx, env: { ...ctx.env, authSecret: 'b'.repeat(43) } };
  expect(await deliverDue(foreign, settled.transport)).toMatchObject({ putOff: 1 });
  expect((await messageOf(ctx, 'paid')).lastError).toContain('another AUTH_SECRET');
});

test('without a way for mail to leave a message is held and nobody takes it', async () => {
  const ctx = await mailShop();
  await place(ctx);
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ status: 'held' });
  expect(await deliverDue(ctx, noting().transport)).toMatchObject({ taken: 0 });
});

test('a provider that fails in an unexpected way is tried again', async () => {
  const ctx = await mailShop(smtp);
  await place(ctx);
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { transport } = noting(new TypeError('a defect with sk_live_secret'));
  expect(await deliverDue(ctx, transport)).toMatchObject({ putOff: 1 });
  expect((await messageOf(ctx, 'order_received')).lastError).not.toContain('secret');
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
