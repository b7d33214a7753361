import { expect, test } from 'vitest';
import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { change, mailShop, messageOf, pay, place, rollBack, ship } from './mail-shop.test-data';
import { readMessage } from './read-message';
import { whyUntrue } from './why-untrue';

const askToCancel = { type: 'ask_to_cancel', reason: 'Too small.' } as const;

function answer(ctx: Context, order: Order, accepted: boolean, text: string | null) {
  const requestId = order.requests.find(({ answeredAt }) => answeredAt === null)?.id ?? '';
  const rest = { accepted, text, restock: true, notify: true };
  return change(ctx, order, { type: 'answer_request', requestId, ...rest });
}

async function answerText(ctx: Context) {
  return (await readMessage(ctx, (await messageOf(ctx, 'request_answered')).id)).text ?? '';
}

test('whoever is refused a cancellation is told why, in the words of the shop', async () => {
  const ctx = await mailShop();
  const asked = await change(ctx, await pay(ctx, await place(ctx)), askToCancel);
  await answer(ctx, asked, false, 'It is being made.');
  const text = await answerText(ctx);
  expect(text).toContain('you asked us to cancel your order');
  expect(text).toContain('It is being made.');
});

test('whoever asked too late is told that it had left, and no longer once that is taken back', async () => {
  const ctx = await mailShop();
  const asked = await change(ctx, await pay(ctx, await place(ctx)), askToCancel);
  const sent = await ship(ctx, asked);
  expect(await answerText(ctx)).toContain('It left before we could.');
  const { template, data } = await messageOf(ctx, 'request_answered');
  expect(whyUntrue({ template, data }, sent)).toBeNull();
  expect(whyUntrue({ template, data }, await rollBack(ctx, sent))).toBe(
    'The shipment was taken back.',
  );
});

test('whoever has not received their order gets the answer of the shop, in their language', async () => {
  const ctx = await mailShop();
  const customer = { email: 'zoe@customer.example', name: 'Zoë', locale: 'de' };
  const sent = await ship(ctx, await pay(ctx, await place(ctx, ['POT'], { customer })));
  const asked = await change(ctx, sent, { type: 'report_not_received', text: 'Nichts da.' });
  await answer(ctx, asked, true, 'Wir senden es noch einmal.');
  const text = await answerText(ctx);
  expect(text).toContain('nicht angekommen');
  expect(text).toContain('Wir senden es noch einmal.');
});

test('yes to a cancellation is told by the message about that alone', async () => {
  const ctx = await mailShop();
  const asked = await change(ctx, await pay(ctx, await place(ctx)), askToCancel);
  await answer(ctx, asked, true, null);
  await expect(messageOf(ctx, 'request_answered')).rejects.toThrow();
  expect((await messageOf(ctx, 'cancelled')).status).not.toBe('withdrawn');
});
