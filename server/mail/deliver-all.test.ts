import { expect, test } from 'vitest';
import { deliverAll } from './deliver-all';
import { mailShop, place } from './mail-shop.test-data';
import { MailNotSent, sendTimeoutMs, type Transport } from './transports/transport';

test('a mail server that hangs keeps a round for one message, however many are due', async () => {
  const ctx = await mailShop({ SMTP_URL: 'smtp://127.0.0.1:9' });
  for (let orders = 0; orders < 12; orders += 1) await place(ctx);
  const hanging: Transport = {
    async send() {
      ctx.clock.at += sendTimeoutMs;
      throw new MailNotSent('The mail server did not answer in time.', { isPermanent: false });
    },
  };
  const began = ctx.now();
  expect(await deliverAll(ctx, hanging)).toMatchObject({ taken: 1, putOff: 1, lost: 0 });
  expect(ctx.now() - began).toBe(sendTimeoutMs);
});
