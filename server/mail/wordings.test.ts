import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { messages, wordings } from '#db/schema/messages';
import { rateLimits } from '#db/schema/shop';
import { languages } from '#domain/language';
import { messageTemplates } from '#domain/vocabulary';
import { filledIn, wordingsOf } from '#emails/_parts/wordings';
import type { Context } from '#server/context';
import { sendTrackingLink } from '#server/tracking/send-tracking-link';
import { changeWordings, resetWordings } from './change-wordings';
import { change, mailShop, pay, place, rollBack, ship } from './mail-shop.test-data';
import { previewWordings, readWordingPage } from './preview-wordings';
import { readMessage } from './read-message';
import { sendTestMessage } from './send-test-message';
import { startSmtpServer } from './smtp-server.test-data';
import { wordingFault } from './wording-fault';

const ada = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
const received = { template: 'order_received', language: 'en' } as const;

async function readWordings(ctx: Context, of: typeof received) {
  return (await readWordingPage(ctx, of)).own;
}

function write(ctx: Context, texts: Record<string, string>) {
  return changeWordings(ctx, { ...received, texts }, ada);
}

describe('a text that staff write', () => {
  const [subject, heading] = wordingsOf.order_received;
  if (!subject || !heading) throw new Error('There are no texts.');

  test.each([
    ['Dear {customer_name}', null],
    ['<b>Bold</b> & {order_number}', null],
    [
      '{customer}',
      'There is no {customer} here. Use {shop_name}, {order_number} or {customer_name}.',
    ],
    ['{amount}', 'There is no {amount} here. Use {shop_name}, {order_number} or {customer_name}.'],
    [
      '{count, plural, other {#}}',
      'There is no {#} here. Use {shop_name}, {order_number} or {customer_name}.',
    ],
    ['{}', 'There is no {} here. Use {shop_name}, {order_number} or {customer_name}.'],
    ['a } b', 'Curly brackets stand only around a name, such as {shop_name}.'],
    ['{{order_number}}', 'Curly brackets stand only around a name, such as {shop_name}.'],
    ['one\ntwo', 'Use one line.'],
    ['x'.repeat(1001), 'Use 1000 characters or fewer.'],
  ])('%j: %j', (text, fault) => {
    expect(wordingFault(text, heading)).toBe(fault);
  });

  test('of a subject is short and names no customer', () => {
    expect(wordingFault('{customer_name}', subject)).toMatch(/^There is no \{customer_name\}/);
    expect(wordingFault('x'.repeat(201), subject)).toBe('Use 200 characters or fewer.');
  });

  test('is filled in once: names that look like names in braces stay as they are', () => {
    const values = { customer_name: '{order_number}', order_number: '1001' };
    expect(filledIn('{customer_name} {order_number} {amount}', values)).toBe(
      '{order_number} 1001 {amount}',
    );
  });
});

test.each(messageTemplates)('every original text of %s may be saved as it is', (template) => {
  for (const language of languages) {
    for (const wording of wordingsOf[template]) {
      const text = wording.original(language);
      expect([wording.key, wordingFault(text, wording)]).toEqual([wording.key, null]);
      expect(text).not.toMatch(/plural|[\u2068\u2069]/);
    }
  }
});

test('what was written is said in the message, in both parts and in the subject', async () => {
  const ctx = await mailShop();
  await write(ctx, {
    subject: '{shop_name} says thanks for {order_number}',
    heading: 'Hooray, <b>{customer_name}</b>!',
    opening_pay_first: 'We wait for your money since {date}.',
    closing: 'Bye.\nYour {shop_name}',
  });
  const order = await place(ctx);
  const [row] = await ctx.db.select().from(messages).where(eq(messages.orderId, order.id));
  expect(row?.subject).toBe(`Teas says thanks for ${order.number}`);
  const { html, text } = await readMessage(ctx, row?.id ?? '');
  expect(html).toContain('Hooray, &lt;b&gt;Zoë Whitcombe&lt;/b&gt;!');
  for (const part of [html, text]) expect(part).toContain('We wait for your money since ');
  expect(html).toContain('Bye.<br/>Your Teas');
  expect(text).toContain('Bye.\nYour Teas');
});

test('a subject in the outbox stays, later ones are new, in that language only', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await write(ctx, { subject: 'New {order_number}' });
  const german = { email: 'zoe@customer.example', name: 'Zoë', locale: 'de' };
  const other = await place(ctx, ['POT'], { customer: german });
  const subjects = await ctx.db.select({ subject: messages.subject }).from(messages);
  expect(subjects.map(({ subject }) => subject)).toEqual([
    `Teas: order ${order.number} received`,
    `Teas: Ihre Bestellung ${other.number} ist eingegangen`,
  ]);
  const last = await place(ctx);
  const asked = { number: last.number, email: 'zoe@customer.example', address: '192.0.2.1' };
  await sendTrackingLink(ctx, asked);
  const all = await ctx.db.select().from(messages).where(eq(messages.orderId, last.id));
  expect(all.map(({ subject }) => subject)).toEqual([`New ${last.number}`, `New ${last.number}`]);
});

test('a fault keeps everything as it was', async () => {
  const ctx = await mailShop();
  const texts = { heading: 'Fine', opening: '{oder_number}' };
  await expect(write(ctx, texts)).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { opening: expect.stringContaining('There is no {oder_number} here.') } },
  });
  expect(await readWordings(ctx, received)).toEqual({});
});

test('a text goes back to the original by itself, with all others, or when it is written so', async () => {
  const ctx = await mailShop();
  await write(ctx, { heading: 'One', closing: 'Two', opening: 'Three' });
  await write(ctx, { heading: 'Thank you for your order' });
  expect(await readWordings(ctx, received)).toEqual({ closing: 'Two', opening: 'Three' });
  await resetWordings(ctx, { ...received, key: 'closing' });
  expect(await readWordings(ctx, received)).toEqual({ opening: 'Three' });
  await write(ctx, { heading: 'Again' });
  await resetWordings(ctx, received);
  expect(await ctx.db.select().from(wordings)).toEqual([]);
});

test('a preview is of the newest order that fits, or of the one that was chosen', async () => {
  const ctx = await mailShop();
  const asked = { template: 'shipped', language: 'ar' } as const;
  await expect(previewWordings(ctx, asked)).rejects.toMatchObject({ code: 'refused' });
  const old = await pay(ctx, await place(ctx));
  await ship(ctx, old);
  ctx.clock.at += 1000;
  const order = await pay(ctx, await place(ctx));
  await ship(ctx, order);
  const digital = await pay(ctx, await place(ctx, ['SEAT']));
  await rollBack(ctx, await ship(ctx, await pay(ctx, await place(ctx))));
  const newer = await place(ctx);
  const preview = await previewWordings(ctx, asked);
  expect(preview).toMatchObject({ orderNumber: order.number, replyTo: null });
  expect(preview.html).toContain('dir="rtl"');
  expect(await previewWordings(ctx, { ...asked, number: old.number })).toMatchObject({
    orderNumber: old.number,
  });
  await rollBack(ctx, digital);
  await expect(previewWordings(ctx, { ...asked, template: 'code_replaced' })).rejects.toThrow(
    'There is no order yet that this message could be about.',
  );
  for (const number of [newer.number, 'unknown']) {
    await expect(previewWordings(ctx, { ...asked, number })).rejects.toMatchObject({
      code: 'refused',
    });
  }
});

test('every message can be previewed in every language', async () => {
  const ctx = await mailShop();
  const paid = await pay(ctx, await place(ctx, ['POT', 'SEAT', 'GUIDE']));
  const asked = await change(ctx, paid, { type: 'ask_to_cancel', reason: null });
  await change(ctx, paid, {
    ...{ type: 'answer_request', requestId: asked.requests[0]?.id ?? '', accepted: false },
    ...{ text: 'It is being made.', restock: true, notify: true },
  });
  await ship(ctx, paid);
  const day = { expectedOn: '2026-11-27', reason: null, notify: true };
  await change(ctx, await pay(ctx, await place(ctx)), { type: 'expect', ...day });
  const gone = await place(ctx);
  await change(ctx, gone, { type: 'cancel', reason: 'No', restock: true, notify: true });
  for (const template of messageTemplates) {
    for (const language of languages) {
      const { text } = await previewWordings(ctx, { template, language });
      expect(text).not.toContain('SEAT-AAAA-1111');
    }
  }
});

test('a test goes to the one who asks, marked as such, and ten times at most', async () => {
  const smtp = await startSmtpServer();
  const ctx = await mailShop({ SMTP_URL: smtp.url });
  await place(ctx);
  await sendTestMessage(ctx, received, 'ada@teas.example');
  expect(smtp.mails).toMatchObject([
    {
      to: [{ address: 'ada@teas.example' }],
      subject: expect.stringMatching(/^\[Test\] Teas: order \d+ received$/),
    },
  ]);
  await ctx.db.update(rateLimits).set({ count: 10 });
  await expect(sendTestMessage(ctx, received, 'ada@teas.example')).rejects.toMatchObject({
    code: 'too_many_requests',
  });
  expect(smtp.mails).toHaveLength(1);
  await smtp.close();
});

test('no test goes to a key or without a way for mail to leave', async () => {
  const ctx = await mailShop({ SMTP_URL: 'smtp://127.0.0.1:9' });
  await expect(sendTestMessage(ctx, received, null)).rejects.toMatchObject({ code: 'refused' });
  const mute = await mailShop();
  await expect(sendTestMessage(mute, received, 'a@b.example')).rejects.toMatchObject({
    code: 'refused',
  });
});
