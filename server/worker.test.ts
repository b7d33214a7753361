import { expect, test } from 'vitest';
import { mailShop, place } from '#server/mail/mail-shop.test-data';
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

test('waking is harmless where no worker runs', () => {
  expect(() => wakeWorker()).not.toThrow();
});
