import { expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import { importCodes } from '#server/digital/import-codes';
import { mailShop, pay, place, rollBack } from '#server/mail/mail-shop.test-data';
import { startSmtpServer } from '#server/mail/smtp-server.test-data';
import { appointWorker, wakeWorker } from './wake-worker';
import { startWorker } from './worker';

test('a worker sends what is due when it starts, and what it is woken for', async () => {
  const smtp = await startSmtpServer();
  const ctx = await mailShop({ SMTP_URL: smtp.url });
  const nextMail = () => new Promise<void>((resolve) => smtp.onMail(resolve));
  await place(ctx);
  const first = nextMail();
  startWorker(ctx);
  await first;
  const order = await place(ctx);
  const second = nextMail();
  wakeWorker();
  await second;
  appointWorker({ wake: () => {}, stop: () => {} });
  expect(smtp.mails.map(({ subject }) => subject)).toContain(
    `Teas: order ${order.number} received`,
  );
  await smtp.close();
});

test('a clock that is put back does not keep the worker from its rounds', async () => {
  const smtp = await startSmtpServer();
  const ctx = await mailShop({ SMTP_URL: smtp.url });
  const nextMail = () => new Promise<void>((resolve) => smtp.onMail(resolve));
  const order = await place(ctx, ['SEAT', 'SEAT', 'SEAT']);
  const first = nextMail();
  startWorker(ctx);
  await first;
  const paidMail = nextMail();
  await pay(ctx, order);
  await paidMail;
  const codesMail = nextMail();
  await importCodes(ctx, { sku: 'SEAT', codes: ['SEAT-CCCC-3333'] });
  ctx.clock.at -= 3_600_000;
  await codesMail;
  appointWorker({ wake: () => {}, stop: () => {} });
  expect(smtp.mails.at(-1)?.subject).toBe(`Teas: codes of order ${order.number}`);
  await smtp.close();
});

test('codes that a roll back frees go to the order that waits, without a round to wait for', async () => {
  const smtp = await startSmtpServer();
  const ctx = await mailShop({ SMTP_URL: smtp.url, MAIL_DELAY_SECONDS: '30' });
  const nextMail = () => new Promise<void>((resolve) => smtp.onMail(resolve));
  const first = await place(ctx, ['SEAT', 'SEAT']);
  const second = await place(ctx, ['SEAT']);
  await pay(ctx, first);
  await pay(ctx, second);
  ctx.clock.at += 30_000;
  await ctx.db.update(messages).set({ status: 'withdrawn' });
  const greeting = nextMail();
  startWorker(ctx);
  await place(ctx);
  ctx.clock.at += 30_000;
  wakeWorker();
  await greeting;
  const codesMail = nextMail();
  await rollBack(ctx, first);
  await codesMail;
  appointWorker({ wake: () => {}, stop: () => {} });
  expect(smtp.mails.at(-1)?.subject).toBe(`Teas: codes of order ${second.number}`);
  await smtp.close();
});

test('waking is harmless where no worker runs', () => {
  expect(() => wakeWorker()).not.toThrow();
});
