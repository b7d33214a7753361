import { expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import { events, replacedLinks } from '#db/schema/orders';
import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { downloadShop, pressed } from '#server/downloads/download-shop.test-data';
import { serveDownload } from '#server/downloads/serve-download';
import { change, mailShop, messageOf, pay, place, ship } from '#server/mail/mail-shop.test-data';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { readReplacedLink } from './read-replaced-link';
import { readTrackingPage } from './read-tracking-page';
import { sendRenewedLink } from './send-tracking-link';

const appUrl = 'https://teas.example';

function renew(ctx: Context, order: Order, given: { notify?: boolean; token?: string } = {}) {
  const { notify = false, token = ctx.newToken() } = given;
  return change(ctx, order, { type: 'renew_link', token, reason: 'It was forwarded.', notify });
}

function pageOf(ctx: Context, { token }: Order) {
  return readTrackingPage(ctx, { token, looks: [] });
}

test('only the new link opens the page, and programs are told the new one', async () => {
  const ctx = await mailShop();
  const before = await place(ctx);
  const after = await renew(ctx, before);
  expect(after.token).not.toBe(before.token);
  expect(await pageOf(ctx, before)).toBeNull();
  expect((await pageOf(ctx, after))?.number).toBe(before.number);
  const stored = await readOrder(ctx.db, { id: before.id });
  expect(stored && viewOrder(stored, appUrl).trackingUrl).toBe(`${appUrl}/track/${after.token}`);
});

test('whoever holds an old link is told so, in the language of the order, and nothing else', async () => {
  const ctx = await mailShop();
  const customer = { email: 'zoe@customer.example', name: 'Zoë', locale: 'ar-AE' };
  const first = await place(ctx, ['POT'], { customer });
  const second = await renew(ctx, first);
  const third = await renew(ctx, second);
  for (const { token } of [first, second]) {
    const told = await readReplacedLink(ctx, token);
    expect(told).toMatchObject({ locale: 'ar-AE', shop: { name: 'Teas' } });
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${first.number}|Zoë|${third.token}`));
  }
  expect(await readReplacedLink(ctx, third.token)).toBeNull();
  expect(await readReplacedLink(ctx, 'unknown')).toBeNull();
  await change(ctx, third, { type: 'delete', reason: null, restock: true });
  expect(await readReplacedLink(ctx, first.token)).toBeNull();
});

test('the new link is sent to the order’s own address, however it is asked for', async () => {
  const ctx = await mailShop({ SMTP_URL: 'smtp://127.0.0.1:2525' });
  const order = await place(ctx);
  await renew(ctx, order);
  const ask = (address: string) => sendRenewedLink(ctx, { token: order.token, address });
  const count = async () => (await ctx.db.select().from(messages)).length;
  const before = await count();
  await ask('192.0.2.1');
  await ask('192.0.2.2');
  expect(await count()).toBe(before + 1);
  expect((await messageOf(ctx, 'order_received')).recipient).toBe('zoe@customer.example');
  for (let tries = 2; tries < 5; tries += 1) await ask('192.0.2.3');
  await expect(ask('192.0.2.3')).rejects.toMatchObject({ code: 'too_many_requests' });
  await expect(
    sendRenewedLink(ctx, { token: 'unknown', address: '192.0.2.9' }),
  ).resolves.toBeUndefined();
  expect(await count()).toBe(before + 1);
});

test('staff may send the new link with the message that fits how the order stands', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const sent = async () => (await ctx.db.select().from(messages)).map((m) => m.template);
  await renew(ctx, order);
  expect(await sent()).toEqual(['order_received']);
  await renew(ctx, order, { notify: true });
  await renew(ctx, await pay(ctx, order), { notify: true });
  await renew(ctx, await ship(ctx, order), { notify: true });
  expect((await sent()).sort()).toEqual(
    ['order_received', 'order_received', 'paid', 'paid', 'shipped', 'shipped'].sort(),
  );
});

test('a corrected address may come with a new link, which is sent there', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const customer = { ...order.customer, email: 'zoe@right.example' };
  const kept = await change(ctx, order, { type: 'correct_contact', customer });
  expect(kept.token).toBe(order.token);
  const newToken = ctx.newToken();
  const after = await change(ctx, order, { type: 'correct_contact', customer, newToken });
  expect([after.token, after.version]).toEqual([newToken, kept.version + 2]);
  expect(await pageOf(ctx, order)).toBeNull();
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ recipient: 'zoe@right.example' });
  expect(await ctx.db.select().from(messages)).toHaveLength(2);
});

test('the history says that there is a new link, and never what it is', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const { token } = await renew(ctx, order);
  const rows = await ctx.db.select().from(events);
  expect(rows.at(-1)).toMatchObject({
    type: 'link_renewed',
    data: { reason: 'It was forwarded.', notify: false },
  });
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(order.token);
});

test('a download begun from the old link ends, one from the new link goes on', async () => {
  const { ctx, order, store } = await downloadShop();
  const fetched = async (link: string) => {
    const asked = { link, method: 'HEAD', range: null, ifRange: null } as const;
    return serveDownload(ctx, store, asked);
  };
  const old = await pressed(ctx, order);
  expect((await fetched(old)).kind).toBe('file');
  const renewed = await renew(ctx, order);
  expect(await fetched(old)).toMatchObject({ kind: 'gone', why: 'taken_back' });
  await expect(pressed(ctx, order)).rejects.toThrow('Nothing was left.');
  const later = { ...ctx, now: () => ctx.now() + 1 };
  expect((await fetched(await pressed(later, renewed))).kind).toBe('file');
});

test('old links go with the personal data, and with the order', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await renew(ctx, order);
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  await change(ctx, order, { type: 'erase_personal_data' });
  expect(await ctx.db.select().from(replacedLinks)).toEqual([]);
  expect(await readReplacedLink(ctx, order.token)).toBeNull();
});
