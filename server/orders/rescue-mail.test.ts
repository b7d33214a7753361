import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { isMissed } from '#db/missed-mail';
import { messages } from '#db/schema/messages';
import type { MessageTemplate } from '#domain/vocabulary';
import { readOutboxPage } from '#server/mail/read-outbox-page';
import { setMailAside } from '#server/mail/set-mail-aside';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { readSession } from '#server/staff/authenticate';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { change, maria, pay, placed, ship, stockShelves } from './console.test-data';
import { readOrderList } from './read-order-list';
import { readOrderPage } from './read-order-page';
import { readRescueForm } from './read-rescue-form';
import { rescueMail } from './rescue-mail';

const wrong = 'ada@example.com';
const right = 'ada@example.org';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'shop@example.com' });
  await stockShelves(ctx);
});

function rescue(number: string, more: Partial<Parameters<typeof rescueMail>[1]> = {}) {
  const asked = { number, email: right, withOthers: false, actor: maria, shop };
  return rescueMail(ctx, { ...asked, ...more });
}

/** What a mail server or a provider would have made of messages that were written so far. */
async function comeBack(how: 'bounced' | 'failed', template?: MessageTemplate): Promise<void> {
  const news = { delivery: 'bounced', deliveryAt: ctx.now(), deliveryDetail: 'Gone.' } as const;
  await ctx.db
    .update(messages)
    .set(how === 'bounced' ? { status: 'sent', ...news } : { status: 'failed', lastError: '550' })
    .where(template ? eq(messages.template, template) : undefined);
  ctx.clock.at += 60_000;
}

/** The customer is told no, or what the shop knows. */
async function answerAll(number: string, text: string): Promise<void> {
  const { order } = await readOrderPage(ctx, number);
  for (const { id: requestId } of order.requests.filter(({ answeredAt }) => answeredAt === null)) {
    const said = { accepted: false, text, restock: true, notify: true };
    await change(ctx, number, { type: 'answer_request', requestId, ...said });
  }
}

/** Newest first, as the page of the order has them. */
async function mailOf(number: string) {
  const page = await readOrderPage(ctx, number);
  return page.messages.map(
    ({ template, recipient, status }) => `${template} ${recipient} ${status}`,
  );
}

test('what came back and what could not leave are sent again to the new address, once', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await comeBack('bounced');
  await change(ctx, number, pay);
  await comeBack('failed', 'paid');
  expect(await rescue(number)).toEqual({ sent: 2, others: [] });
  const mail = [
    `order_received ${right} waiting`,
    `paid ${right} waiting`,
    `paid ${wrong} withdrawn`,
    `order_received ${wrong} sent`,
  ];
  expect((await mailOf(number)).sort()).toEqual(mail.sort());
  expect(await rescue(number)).toEqual({ sent: 0, others: [] });
  expect((await mailOf(number)).sort()).toEqual(mail.sort());
});

test('the correction is in the history with what it sent again', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await comeBack('bounced');
  await rescue(number);
  const { history, missed, order } = await readOrderPage(ctx, number);
  expect(history[0]).toMatchObject({
    actorName: 'Maria',
    event: { type: 'contact_corrected', customer: { email: right } },
  });
  expect(history[0]?.event).toHaveProperty('sentAgain.length', 1);
  expect(order.customer).toMatchObject({ email: right, name: 'Ada' });
  expect(missed).toEqual([]);
});

test('what is no longer true is left out', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, pay);
  await change(ctx, number, ship);
  await comeBack('bounced');
  await change(ctx, number, { type: 'roll_back', reason: null, restock: true });
  expect((await readRescueForm(ctx, number)).missed).toMatchObject([
    { template: 'order_received' },
  ]);
  expect(await rescue(number)).toEqual({ sent: 1, others: [] });
});

test('of two messages that say the same the newest is sent again, and neither is missed then', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, { type: 'resend', template: 'order_received', shipmentId: null });
  await comeBack('bounced');
  expect(await rescue(number)).toEqual({ sent: 1, others: [] });
  expect((await readOrderPage(ctx, number)).missed).toEqual([]);
});

test('answers to two questions are two messages, and both are sent again', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, pay);
  await change(ctx, number, { type: 'ask_to_cancel', reason: null });
  await answerAll(number, 'It is being made.');
  await change(ctx, number, ship);
  await change(ctx, number, { type: 'report_not_received', text: null });
  await answerAll(number, 'It takes a day longer.');
  await comeBack('bounced', 'request_answered');
  expect((await readOrderPage(ctx, number)).missed).toHaveLength(2);
  expect(await rescue(number)).toEqual({ sent: 2, others: [] });
  expect((await readOrderPage(ctx, number)).missed).toEqual([]);
});

test('of two people who rescue at once one sends, whoever comes first', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await comeBack('bounced');
  const both = await Promise.all([rescue(number), rescue(number)]);
  expect(both.map(({ sent }) => sent).sort()).toEqual([0, 1]);
  expect(await mailOf(number)).toHaveLength(2);
});

test('a page that shows an older order sends nothing to another address', async () => {
  const number = await placed(ctx, { MUG: 1 });
  const { version } = await readRescueForm(ctx, number);
  await comeBack('bounced');
  await rescue(number);
  const late = rescue(number, { email: 'eve@example.com', seenVersion: version });
  await expect(late).rejects.toThrow('was changed while you had it open');
  expect(await rescue(number, { seenVersion: version })).toEqual({ sent: 0, others: [] });
});

test('the message that brings a new link mends the one that said the same', async () => {
  const number = await placed(ctx, { MUG: 1 });
  const { order } = await readOrderPage(ctx, number);
  await comeBack('bounced');
  const customer = { ...order.customer, email: right };
  await change(ctx, number, { type: 'correct_contact', customer, newToken: ctx.newToken() });
  expect((await readOrderPage(ctx, number)).missed).toEqual([]);
  await change(ctx, number, pay);
  await change(ctx, number, ship);
  await comeBack('bounced', 'shipped');
  const renewed = { token: ctx.newToken(), reason: null, notify: true };
  await change(ctx, number, { type: 'renew_link', ...renewed });
  expect((await readOrderPage(ctx, number)).missed).toEqual([]);
});

test('a message that comes back to the address that stays can be sent there again', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await comeBack('bounced');
  expect(await rescue(number, { email: wrong })).toEqual({ sent: 1, others: [] });
});

test('the other orders with the address are offered and get the new one where that is wanted', async () => {
  const first = await placed(ctx, { MUG: 1 });
  const second = await placed(ctx, { MUG: 1 });
  const done = await placed(ctx, { BOOK: 1 });
  const foreign = await placed(
    ctx,
    { MUG: 1 },
    { customer: { email: 'bo@example.com', name: 'Bo' } },
  );
  await comeBack('bounced');
  await change(ctx, done, pay);
  await change(ctx, done, { type: 'resend', template: 'order_received', shipmentId: null });
  expect((await readRescueForm(ctx, first)).others).toEqual([second]);
  expect(await rescue(first, { withOthers: true })).toEqual({ sent: 2, others: [second] });
  expect(await mailOf(second)).toContain(`order_received ${right} waiting`);
  expect((await readOrderPage(ctx, done)).order.customer.email).toBe(wrong);
  expect((await readOrderPage(ctx, foreign)).order.customer.email).toBe('bo@example.com');
});

test('a delivered order whose message came back is offered too', async () => {
  const first = await placed(ctx, { MUG: 1 });
  const digital = await placed(ctx, { KEY: 1 });
  await change(ctx, digital, pay);
  await comeBack('bounced', 'paid');
  expect((await readRescueForm(ctx, first)).others).toEqual([digital]);
});

test('mail that comes back after it was sent again is nobody’s concern', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await ctx.db.update(messages).set({ status: 'sent' });
  ctx.clock.at += 1;
  await change(ctx, number, { type: 'resend', template: 'order_received', shipmentId: null });
  await ctx.db.update(messages).set({ delivery: 'bounced' }).where(eq(messages.status, 'sent'));
  expect((await readOrderPage(ctx, number)).missed).toEqual([]);
});

test('what is missed of one order is what the lists and counts of all have', async () => {
  const open = await placed(ctx, { MUG: 1 });
  const shipped = await placed(ctx, { MUG: 1 });
  await change(ctx, shipped, pay);
  await change(ctx, shipped, ship);
  const rolledBack = await placed(ctx, { MUG: 1 });
  await change(ctx, rolledBack, pay);
  await change(ctx, rolledBack, ship);
  const cancelled = await placed(ctx, { MUG: 1 });
  const deleted = await placed(ctx, { MUG: 1 });
  await comeBack('bounced');
  await change(ctx, rolledBack, { type: 'roll_back', reason: null, restock: true });
  await change(ctx, rolledBack, pay);
  await change(ctx, cancelled, { type: 'cancel', reason: null, restock: true, notify: false });
  await change(ctx, deleted, { type: 'delete', reason: null, restock: true });
  const pages = await Promise.all(
    [open, shipped, rolledBack, cancelled].map((number) => readOrderPage(ctx, number)),
  );
  const missed = pages.flatMap((page) => page.missed.map(({ id }) => id));
  const outbox = await readOutboxPage(ctx.db, { cameBack: true, limit: 25 });
  expect(outbox.data.map(({ id }) => id).sort()).toEqual([...missed].sort());
  expect(missed).toHaveLength(6);
  expect(outbox.counts.cameBack).toBe(6);
  const list = await readOrderList(ctx.db, { limit: 25, sort: '-placedAt' }, shop);
  expect(list.cameBack).toBe(6);
  expect((await readSession(ctx, null)).counts.messages).toBe(6);
});

test('of messages that an order is late those are missed that are still true', async () => {
  const late = { type: 'expect', reason: null, notify: true } as const;
  const slip = { type: 'slip' } as const;
  const orders = [];
  for (let count = 0; count < 7; count += 1) {
    const number = await placed(ctx, { MUG: 1 });
    await change(ctx, number, pay);
    await change(ctx, number, { ...late, expectedOn: '2026-11-24' });
    orders.push(number);
  }
  ctx.clock.at += 2 * 86_400_000;
  const [
    slipped = '',
    left = '',
    moved = '',
    movedAgain = '',
    sent = '',
    back = '',
    refunded = '',
  ] = orders;
  for (const number of [slipped, left, moved, back]) await change(ctx, number, slip);
  for (const number of [moved, movedAgain, sent, refunded]) {
    await change(ctx, number, { ...late, expectedOn: '2026-12-01' });
  }
  await comeBack('bounced');
  await change(ctx, left, ship);
  await change(ctx, sent, ship);
  await change(ctx, movedAgain, { ...late, expectedOn: '2026-12-02', notify: false });
  await change(ctx, back, { type: 'roll_back', reason: null, restock: true });
  const { order } = await readOrderPage(ctx, refunded);
  const paymentId = order.payments[0]?.id ?? '';
  await change(ctx, refunded, { type: 'refund', paymentId, refundedMinor: 1000 });
  const pages = await Promise.all(orders.map((number) => readOrderPage(ctx, number)));
  const missed = pages.flatMap((page) => page.missed).filter(({ template }) => template === 'late');
  expect(missed.map(({ promisedOn, newOn }) => [promisedOn, newOn])).toEqual([
    ['2026-11-24', null],
    ['2026-11-24', '2026-12-01'],
  ]);
  const listed = await ctx.db
    .select({ id: messages.id })
    .from(messages)
    .where(sql`template = 'late' AND ${isMissed}`);
  expect(listed.map(({ id }) => id).sort()).toEqual(missed.map(({ id }) => id).sort());
});

test('what need not be sent again is set aside and no longer counts', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await comeBack('bounced');
  const { missed } = await readOrderPage(ctx, number);
  const ids = missed.map(({ id }) => id);
  expect(await setMailAside(ctx, ids)).toBe(1);
  expect(await setMailAside(ctx, ids)).toBe(0);
  expect((await readOrderPage(ctx, number)).missed).toEqual([]);
  expect((await readOutboxPage(ctx.db, { cameBack: true, limit: 25 })).data).toEqual([]);
  expect(await rescue(number)).toEqual({ sent: 0, others: [] });
});

test('what came back is found without a look at all messages there are', async () => {
  const plan = await ctx.db.all<{ detail: string }>(
    sql`EXPLAIN QUERY PLAN SELECT id FROM messages WHERE ${isMissed} ORDER BY created_at DESC, id DESC LIMIT 25`,
  );
  const steps = plan.map(({ detail }) => detail).join('\n');
  expect(steps).toContain('messages_came_back_idx');
  expect(steps).not.toContain('TEMP B-TREE');
});

test('an order that is in the bin, or that there never was, is not found', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, { type: 'delete', reason: null, restock: true });
  for (const missing of [number, 'none']) {
    await expect(rescue(missing)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readRescueForm(ctx, missing)).rejects.toMatchObject({ code: 'not_found' });
  }
});
