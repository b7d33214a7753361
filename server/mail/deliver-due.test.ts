import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeLooks, codes } from '#db/schema/catalog';
import { messages } from '#db/schema/messages';
import { replaceCode } from '#server/orders/replace-code';
import { defaultShop } from '#server/settings/shop-settings';
import type { TestContext } from '#server/staff/fresh-context';
import { deliverDue } from './deliver-due';
import { change, mailShop, messageOf, pay, place, rollBack, ship } from './mail-shop.test-data';
import { readMessage } from './read-message';
import { type SmtpRig, startSmtpServer } from './smtp-server.test-data';
import { openTransport } from './transports/open-transport';

const ada = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
const shop = { ...defaultShop, name: 'Teas' };

let smtp: SmtpRig;
beforeEach(async () => {
  smtp = await startSmtpServer();
});
afterEach(() => smtp.close());

async function deliver(ctx: TestContext) {
  const transport = await openTransport(ctx.env.mail);
  if (!transport) throw new Error('There is no transport.');
  return deliverDue(ctx, transport);
}

describe('what a customer gets', () => {
  test('a message that was waiting has the link that the order was given meanwhile', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx);
    const token = ctx.newToken();
    await change(ctx, order, { type: 'renew_link', token, reason: null, notify: false });
    await deliver(ctx);
    expect(smtp.mails[0]?.text).toContain(`https://teas.example/track/${token}`);
    expect(smtp.mails[0]?.html).not.toContain(order.token);
  });

  test('an order that is to be paid by bank transfer is confirmed with how to pay', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const shippingAddress = {
      name: 'Zoë Whitcombe',
      line1: '14 Quay Street',
      city: 'Whitby',
      postalCode: 'YO21 1DH',
      country: 'GB',
    };
    const order = await place(ctx, ['POT', 'SEAT'], {
      shippingAddress,
      shipping: { method: 'Parcel', amount: 390 },
      discount: 500,
    });
    expect(await deliver(ctx)).toMatchObject({ taken: 1, sent: 1 });
    const [mail] = smtp.mails;
    expect(mail?.subject).toBe(`Teas: order ${order.number} received`);
    expect(mail?.from).toMatchObject({ name: 'Teas', address: 'orders@teas.example' });
    expect(mail?.to).toMatchObject([{ address: 'zoe@customer.example' }]);
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain('Hello');
      expect(part).toContain('Zoë Whitcombe');
      expect(part).toContain('23 November 2026');
      expect(part).toContain('IBAN GB33 BUKB 2020 1555 5555 55');
      expect(part).toContain('£66.90');
      expect(part).toContain(`https://teas.example/track/${order.token}`);
      expect(part).toContain('Whitby YO21 1DH');
      expect(part).toContain('United Kingdom');
    }
    expect(await messageOf(ctx, 'order_received')).toMatchObject({
      status: 'sent',
      attempts: 1,
      sentAt: ctx.now(),
      lastError: null,
      leaseId: null,
    });
  });

  test('a paid order brings its codes, which from then on count as seen', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx, ['SEAT', 'GUIDE']);
    await pay(ctx, order);
    expect(await ctx.db.select().from(codeLooks)).toEqual([]);
    expect(await deliver(ctx)).toMatchObject({ sent: 2 });
    const mail = smtp.mails.find(({ subject }) => subject?.includes('payment'));
    expect(mail?.subject).toBe(`Teas: payment for order ${order.number} received`);
    expect(mail?.text?.split(/\r?\n/)).toContain('SEAT-AAAA-1111');
    expect(mail?.html).toContain('SEAT-AAAA-1111');
    expect(mail?.text).toContain('by Visa ending 4242');
    expect(mail?.text).toContain('Your download is on your order page');
    const [given, other] = await ctx.db.select().from(codes).orderBy(codes.id);
    expect(given).toMatchObject({ status: 'handed_out', seenAt: ctx.now() });
    expect(other).toMatchObject({ status: 'available', seenAt: null });
    expect(await ctx.db.select().from(codeLooks)).toMatchObject([
      { codeId: given?.id, orderId: order.id, actorKind: 'system', at: ctx.now() },
    ]);
    await rollBack(ctx, order);
    const [burned] = await ctx.db.select().from(codes).orderBy(codes.id);
    expect(burned?.status).toBe('burned');
  });

  test('a shipment is told parcel by parcel', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx, ['POT']);
    await pay(ctx, order);
    await ship(ctx, order);
    expect(await deliver(ctx)).toMatchObject({ sent: 3 });
    const mail = smtp.mails.find(({ subject }) => subject?.includes('on its way'));
    expect(mail?.text).toContain('Your two parcels');
    expect(mail?.text).toContain('Tuesday 24 November 2026');
    expect(mail?.text).toContain('Parcel 1 of 2 with UPS, tracking number 1Z5R89390357567127');
    expect(mail?.text).toContain('https://www.ups.com/track?tracknum=1Z5R89390357567127');
    expect(mail?.text).toContain('Parcel 2 of 2 with Cousin Bert, without a tracking number');
    expect(mail?.text).toContain('- 1 × Teapot [POT]');
    expect(mail?.text).toContain('A note from Teas:\nThe lid is inside.');
    expect(mail?.html).toContain('The lid is inside.');
  });

  test('a cancelled order is told with the reason and promises no money by itself', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx, ['POT']);
    await deliver(ctx);
    const reason = 'The glaze cracked.';
    await change(ctx, order, { type: 'cancel', reason, restock: true, notify: true });
    expect(await deliver(ctx)).toMatchObject({ sent: 1 });
    const mail = smtp.mails.find(({ subject }) => subject?.endsWith('cancelled'));
    expect(mail?.text).toContain('The glaze cracked.');
    expect(mail?.text).not.toContain('given back');
  });

  test('an order that was paid meanwhile is confirmed without asking for money', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    await pay(ctx, await place(ctx));
    await deliver(ctx);
    const mail = smtp.mails.find(({ subject }) => subject?.startsWith('Teas: order'));
    expect(mail?.text).toContain('is with us.');
    expect(mail?.text).not.toContain('IBAN');
    expect(mail?.text).not.toContain('your payment');
  });

  test('a corrected address gets what has not left yet, what had failed too', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx);
    smtp.answerWith(550);
    expect(await deliver(ctx)).toMatchObject({ failed: 1 });
    smtp.answerWith(null);
    await pay(ctx, order);
    const rename = (customer: object) =>
      change(ctx, order, {
        type: 'correct_contact',
        customer: { ...order.customer, ...customer },
      });
    await rename({ name: 'Zoë Hart' });
    expect((await messageOf(ctx, 'order_received')).status).toBe('failed');
    await rename({ email: 'zoe@new.example' });
    expect(await deliver(ctx)).toMatchObject({ sent: 2 });
    for (const { to } of smtp.mails) expect(to).toMatchObject([{ address: 'zoe@new.example' }]);
  });
});

describe('what is no longer true stays here', () => {
  test('a payment that was rolled back while its message was under way', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx, ['SEAT']);
    await deliver(ctx);
    await pay(ctx, order);
    const { id } = await messageOf(ctx, 'paid');
    const cutOff = { status: 'sending', leaseId: 'dead worker' } as const;
    await ctx.db.update(messages).set(cutOff).where(eq(messages.id, id));
    await rollBack(ctx, order);
    expect(await deliver(ctx)).toMatchObject({ withdrawn: 1, sent: 0 });
    expect(await messageOf(ctx, 'paid')).toMatchObject({
      status: 'withdrawn',
      lastError: 'The payment was rolled back.',
    });
    expect(await ctx.db.select().from(codeLooks)).toEqual([]);
  });

  test('a shipment that was taken back, though the order was paid and shipped again', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx, ['POT']);
    await pay(ctx, order);
    await ship(ctx, order);
    const { id } = await messageOf(ctx, 'shipped');
    await rollBack(ctx, order);
    await pay(ctx, order);
    await ship(ctx, order);
    await ctx.db.update(messages).set({ status: 'waiting' }).where(eq(messages.id, id));
    expect(await deliver(ctx)).toMatchObject({ withdrawn: 1, sent: 3 });
    const [first] = await ctx.db.select().from(messages).where(eq(messages.id, id));
    expect(first).toMatchObject({ lastError: 'The shipment was taken back.' });
  });

  test('a request to pay for an order that was cancelled, and a cancellation taken back', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx);
    const cancel = { type: 'cancel', reason: null, restock: true, notify: true } as const;
    await change(ctx, order, cancel);
    expect(await deliver(ctx)).toMatchObject({ withdrawn: 1, sent: 1 });
    expect(smtp.mails[0]?.subject).toContain('cancelled');
    await change(ctx, order, { type: 'reopen', reason: null });
    await change(ctx, order, cancel);
    const { id } = await messageOf(ctx, 'cancelled');
    await change(ctx, order, { type: 'reopen', reason: null });
    await ctx.db.update(messages).set({ status: 'waiting' }).where(eq(messages.id, id));
    expect(await deliver(ctx)).toMatchObject({ withdrawn: 1, sent: 0 });
    expect(await messageOf(ctx, 'cancelled')).toMatchObject({
      lastError: 'The order was reopened.',
    });
  });

  test('an order that was deleted', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx);
    await change(ctx, order, { type: 'delete', reason: null, restock: true });
    expect(await deliver(ctx)).toMatchObject({ withdrawn: 1, sent: 0 });
    expect(smtp.mails).toEqual([]);
  });
});

describe('a code in place of one that did not work', () => {
  test('is mailed with the codes that count now, which are seen from then on', async () => {
    const ctx = await mailShop({ SMTP_URL: smtp.url });
    const order = await place(ctx, ['SEAT', 'POT']);
    await pay(ctx, order);
    await ctx.db.update(messages).set({ status: 'withdrawn' });
    await replaceCode(ctx, { order: { id: order.id }, actor: ada, shop, codeId: 1, reason: null });
    expect((await readMessage(ctx, (await messageOf(ctx, 'code_replaced')).id)).text).toContain(
      '••••••••',
    );
    expect(await deliver(ctx)).toMatchObject({ taken: 1, sent: 1 });
    const [mail] = smtp.mails;
    expect(mail?.subject).toBe(`Teas: a new code for order ${order.number}`);
    expect(mail?.text).toContain('SEAT-BBBB-2222');
    expect(mail?.text).not.toContain('SEAT-AAAA-1111');
    const kept = await ctx.db.select().from(codes).orderBy(codes.id);
    expect(kept).toMatchObject([
      { status: 'burned', seenAt: null },
      { status: 'handed_out', seenAt: ctx.now() },
    ]);
  });
});
