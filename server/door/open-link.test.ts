import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { customerSessions, signInLinks } from '#db/schema/customers';
import { messages } from '#db/schema/messages';
import { eraseCustomer } from '#server/customers/erase-customer';
import { mergeCustomers } from '#server/customers/merge-customers';
import { change, mailShop, place } from '#server/mail/mail-shop.test-data';
import { runWorkerRound } from '#server/run-worker-round';
import { defaultShop } from '#server/settings/shop-settings';
import type { TestContext } from '#server/staff/fresh-context';
import { askForLink } from './ask-for-link';
import { linkKeptMs, linkLifeMs, linkMailKeptMs, linkPauseMs } from './link-limits';
import { doubleWithinMs, openLink } from './open-link';
import { readCustomerSession } from './read-customer-session';
import { readLink } from './read-link';
import { sessionIdOf } from './session-cookie';
import { sessionIdleMs } from './session-limits';
import { signInToken } from './sign-in-token';

const email = 'zoe@customer.example';
const actor = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
let presses = 0;

/** A shop with an order, and the token of a link that its customer has just asked for. */
async function linkShop() {
  const ctx = await mailShop();
  const order = await place(ctx);
  await askForLink(ctx, { email, address: '192.0.2.1' });
  const [link] = await ctx.db.select().from(signInLinks);
  return { ctx, order, token: signInToken(link?.id ?? '', ctx.env.authSecret) };
}

/** Presses the button, each time on a new view of the page unless `clickKey` says otherwise. */
function press(ctx: TestContext, token: string, clickKey = `view-${++presses}`) {
  const address = `192.0.2.${presses % 250}`;
  return openLink(ctx, { token, clickKey, address, userAgent: 'Firefox' });
}

const sessionsOf = ({ db }: TestContext) => db.select().from(customerSessions);

test('a link lets its customer in, once', async () => {
  const { ctx, order, token } = await linkShop();
  expect(await readLink(ctx, token)).toBe('open');
  const opened = await press(ctx, token);
  const secret = opened.ok ? opened.secret : '';
  expect(await readCustomerSession(ctx, sessionIdOf(secret))).toMatchObject({
    ...{ customerId: order.customerId, email },
  });
  expect(JSON.stringify(await sessionsOf(ctx))).not.toContain(secret);
  expect(await readLink(ctx, token)).toBe('used');
  expect(await press(ctx, token)).toEqual({ ok: false, state: 'used' });
  expect(await sessionsOf(ctx)).toHaveLength(1);
});

test('looking at a link uses nothing up', async () => {
  const { ctx, token } = await linkShop();
  for (let looks = 0; looks < 30; looks += 1) expect(await readLink(ctx, token)).toBe('open');
  expect(await ctx.db.select().from(signInLinks)).toMatchObject([{ usedAt: null }]);
});

test('of all who press one link at once, one is let in', async () => {
  const { ctx, token } = await linkShop();
  const answers = await Promise.all(Array.from({ length: 12 }, () => press(ctx, token)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sessionsOf(ctx)).toHaveLength(1);
});

test('a double press of one form is one session, for ten seconds', async () => {
  const { ctx, token } = await linkShop();
  const [one, other] = await Promise.all([press(ctx, token, 'view'), press(ctx, token, 'view')]);
  expect(one.ok).toBe(true);
  expect(other).toEqual(one);
  expect(await sessionsOf(ctx)).toHaveLength(1);
  ctx.clock.at += doubleWithinMs - 1;
  expect(await press(ctx, token, 'view')).toEqual(one);
  ctx.clock.at += 1;
  expect(await press(ctx, token, 'view')).toEqual({ ok: false, state: 'used' });
});

test('a link ends after half an hour, to the millisecond', async () => {
  const { ctx, token } = await linkShop();
  ctx.clock.at += linkLifeMs;
  expect(await readLink(ctx, token)).toBe('expired');
  expect(await press(ctx, token)).toEqual({ ok: false, state: 'expired' });
  expect(await sessionsOf(ctx)).toEqual([]);
  ctx.clock.at -= 1;
  expect(await readLink(ctx, token)).toBe('open');
  expect(await press(ctx, token)).toMatchObject({ ok: true });
});

test('a link that was changed, made up or signed with another secret is unknown', async () => {
  const { ctx, token } = await linkShop();
  const [id = '', signature = ''] = token.split('.');
  const swapped = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
  const strange = [
    ...['', '.', id, `${id}.`, `${id}.${swapped}`, `${token}A`, `${'A'.repeat(22)}.${signature}`],
    signInToken(id, 'b'.repeat(43)),
  ];
  for (const other of strange) {
    expect(await readLink(ctx, other)).toBe('unknown');
    expect(await press(ctx, other)).toEqual({ ok: false, state: 'unknown' });
  }
  expect(await press(ctx, token)).toMatchObject({ ok: true });
});

test('the twenty-first press from one network address is refused, and uses nothing up', async () => {
  const { ctx, token } = await linkShop();
  const from = { address: '203.0.113.9', userAgent: '', clickKey: 'view' };
  for (let tries = 0; tries < 20; tries += 1) await openLink(ctx, { ...from, token: 'x' });
  await expect(openLink(ctx, { ...from, token })).rejects.toMatchObject({
    code: 'too_many_requests',
  });
  expect(await readLink(ctx, token)).toBe('open');
  expect(await press(ctx, token)).toMatchObject({ ok: true });
});

test('a link that was asked for before a merge lets the customer in that they are now', async () => {
  const { ctx, order, token } = await linkShop();
  const customer = { email: 'mina@customer.example', name: 'Mina' };
  const kept = await place(ctx, ['POT'], { customer });
  await mergeCustomers(ctx, { keepId: kept.customerId, mergeId: order.customerId, actor });
  await press(ctx, token);
  expect(await sessionsOf(ctx)).toMatchObject([{ customerId: kept.customerId, email }]);
});

test('a link of a customer who was erased lets nobody in and tells nothing', async () => {
  const { ctx, order, token } = await linkShop();
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  await eraseCustomer(ctx, { id: order.customerId, actor, shop: defaultShop });
  expect(await readLink(ctx, token)).toBe('expired');
  expect(await press(ctx, token)).toEqual({ ok: false, state: 'expired' });
  expect(await ctx.db.select().from(messages)).toEqual([]);
});

test('the worker withdraws a link that was held too long, and takes away what is over', async () => {
  const { ctx, token } = await linkShop();
  await press(ctx, token);
  ctx.clock.at += linkPauseMs;
  await askForLink(ctx, { email, address: '192.0.2.1' });
  const begun = ctx.clock.at;
  const mail = () => ctx.db.select().from(messages).where(eq(messages.template, 'sign_in_link'));
  ctx.clock.at = begun + linkLifeMs - 1;
  expect(await runWorkerRound(ctx)).toMatchObject({ faults: [] });
  expect((await mail()).map(({ status }) => status)).toEqual(['withdrawn', 'held']);
  ctx.clock.at += 1;
  await runWorkerRound(ctx);
  expect(await mail()).toMatchObject([
    ...[{ status: 'withdrawn' }, { status: 'withdrawn', lastError: 'The link has expired.' }],
  ]);
  ctx.clock.at = begun + linkLifeMs + linkKeptMs - 1;
  await runWorkerRound(ctx);
  expect(await ctx.db.select().from(signInLinks)).toHaveLength(1);
  ctx.clock.at += 1;
  await runWorkerRound(ctx);
  expect(await ctx.db.select().from(signInLinks)).toEqual([]);
  expect(await readLink(ctx, token)).toBe('expired');
  expect(await sessionsOf(ctx)).toHaveLength(1);
  ctx.clock.at = begun - linkPauseMs + sessionIdleMs;
  await runWorkerRound(ctx);
  expect(await sessionsOf(ctx)).toEqual([]);
  ctx.clock.at = begun + linkMailKeptMs;
  await runWorkerRound(ctx);
  expect(await mail()).toEqual([]);
});
