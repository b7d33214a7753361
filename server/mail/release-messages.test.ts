import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import type { MessageStatus } from '#domain/vocabulary';
import type { TestContext } from '#server/staff/fresh-context';
import { mailFrom, mailShop, messageOf, place } from './mail-shop.test-data';
import { releaseMessages } from './release-messages';
import { sendMessageNow } from './send-message-now';

const noWay = {
  code: 'refused',
  details: { reason: 'Mail is not set up.', remedy: expect.any(String) },
};

/** The same shop after a transport was configured. */
function withSmtp(ctx: TestContext): TestContext {
  const mail = { kind: 'smtp', from: mailFrom, url: 'smtp://127.0.0.1:1' } as const;
  return { ...ctx, env: { ...ctx.env, mail } };
}

async function messageThatIs(status: MessageStatus) {
  const ctx = withSmtp(await mailShop());
  await place(ctx);
  const tomorrow = ctx.now() + 86_400_000;
  await ctx.db.update(messages).set({ status, attempts: 9, nextAttemptAt: tomorrow });
  return { ctx, id: (await messageOf(ctx, 'order_received')).id };
}

test('held messages leave when staff say so, and only those', async () => {
  const held = await mailShop();
  await place(held);
  await place(held);
  const { id } = await messageOf(held, 'order_received');
  await held.db.update(messages).set({ status: 'failed' }).where(eq(messages.id, id));
  const ctx = withSmtp(held);
  expect(await releaseMessages(ctx)).toBe(1);
  expect(await releaseMessages(ctx)).toBe(0);
  const rows = await ctx.db.select({ status: messages.status }).from(messages);
  expect(rows.map(({ status }) => status).sort()).toEqual(['failed', 'waiting']);
});

test('nothing is released while there is no way for mail to leave', async () => {
  const ctx = await mailShop();
  await place(ctx);
  await expect(releaseMessages(ctx)).rejects.toMatchObject(noWay);
  const { id, status } = await messageOf(ctx, 'order_received');
  await expect(sendMessageNow(ctx, id)).rejects.toMatchObject(noWay);
  expect(status).toBe('held');
});

test.each(['held', 'failed', 'waiting'] as const)(
  'a message that is %s leaves now, with all its attempts before it',
  async (status) => {
    const { ctx, id } = await messageThatIs(status);
    await sendMessageNow(ctx, id);
    expect(await messageOf(ctx, 'order_received')).toMatchObject({
      status: 'waiting',
      attempts: 0,
      nextAttemptAt: ctx.now(),
    });
  },
);

test.each(['sending', 'sent', 'withdrawn'] as const)(
  'a message that is %s is not sent again, and the refusal says what to do',
  async (status) => {
    const { ctx, id } = await messageThatIs(status);
    const sending = sendMessageNow(ctx, id);
    const details = { reason: expect.any(String), remedy: expect.any(String) };
    await expect(sending).rejects.toMatchObject({ code: 'refused', details });
    expect(await messageOf(ctx, 'order_received')).toMatchObject({ status, attempts: 9 });
  },
);

test('a message that does not exist is not found', async () => {
  const sending = sendMessageNow(withSmtp(await mailShop()), 'nothing');
  await expect(sending).rejects.toMatchObject({ code: 'not_found' });
});
