import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { customerSessions, customers } from '#db/schema/customers';
import type { Order } from '#domain/order';
import { eraseCustomer } from '#server/customers/erase-customer';
import { mergeCustomers } from '#server/customers/merge-customers';
import { change, mailShop, place } from '#server/mail/mail-shop.test-data';
import { defaultShop } from '#server/settings/shop-settings';
import type { TestContext } from '#server/staff/fresh-context';
import { readTrackingPage } from '#server/tracking/read-tracking-page';
import { signedIn } from './door.test-data';
import { endCustomerSession } from './end-customer-session';
import { readCustomerSession, touchCustomerSession } from './read-customer-session';
import { sessionIdOf } from './session-cookie';
import { sessionIdleMs, sessionLifeMs, sessionTouchMs } from './session-limits';

async function isOwner(ctx: TestContext, { token }: Order, customerSessionId: string | null) {
  const page = await readTrackingPage(ctx, { token, looks: [], customerSessionId });
  return page?.isOwner;
}

const ofMina = { customer: { email: 'mina@customer.example', name: 'Mina' } };

test('a session tells whose it is, and the database does not tell what opens it', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const session = await signedIn(ctx, order);
  expect(await readCustomerSession(ctx, session)).toEqual({
    ...{
      sessionId: session,
      customerId: order.customerId,
      locale: null,
      shopLanguage: 'en',
      isTouchDue: false,
    },
    ...{ email: 'zoe@customer.example', name: 'Zoë Whitcombe' },
  });
  for (const none of [null, '', 'unknown', order.customerId, sessionIdOf(session)]) {
    expect(await readCustomerSession(ctx, none)).toBeNull();
  }
});

test('what is no secret of ours has no session', () => {
  const secret = 'A'.repeat(22);
  expect(sessionIdOf(secret)).toMatch(/^[\w-]{43}$/);
  for (const other of [undefined, '', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}=`]) {
    expect(sessionIdOf(other)).toBeNull();
  }
});

test('the customer of an order is its owner, and nobody else', async () => {
  const ctx = await mailShop();
  const [own, other] = [await place(ctx), await place(ctx, ['POT'], ofMina)];
  const session = await signedIn(ctx, own);
  expect(await isOwner(ctx, own, session)).toBe(true);
  expect(await isOwner(ctx, other, session)).toBe(false);
  expect(await isOwner(ctx, own, 'unknown')).toBe(false);
  expect(await isOwner(ctx, own, null)).toBe(false);
});

test('a session that nobody uses ends after thirty days, to the millisecond', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const session = await signedIn(ctx, order);
  ctx.clock.at += sessionIdleMs - 1;
  expect(await readCustomerSession(ctx, session)).not.toBeNull();
  expect(await isOwner(ctx, order, session)).toBe(true);
  ctx.clock.at += 1;
  expect(await readCustomerSession(ctx, session)).toBeNull();
  expect(await isOwner(ctx, order, session)).toBe(false);
  await touchCustomerSession(ctx, session);
  expect(await readCustomerSession(ctx, session)).toBeNull();
});

test('a session in use goes on, and ends half a year after it began', async () => {
  const ctx = await mailShop();
  const session = await signedIn(ctx, await place(ctx));
  const end = ctx.clock.at + sessionLifeMs;
  while (ctx.clock.at < end - sessionIdleMs) {
    ctx.clock.at += sessionIdleMs - 1;
    await touchCustomerSession(ctx, session);
  }
  ctx.clock.at = end - 1;
  expect(await readCustomerSession(ctx, session)).not.toBeNull();
  ctx.clock.at = end;
  expect(await readCustomerSession(ctx, session)).toBeNull();
});

test('that a session is in use is written once an hour', async () => {
  const ctx = await mailShop();
  const session = await signedIn(ctx, await place(ctx));
  const seenAt = async () => (await ctx.db.select().from(customerSessions))[0]?.lastSeenAt;
  const first = ctx.clock.at;
  ctx.clock.at += sessionTouchMs - 1;
  expect(await readCustomerSession(ctx, session)).toMatchObject({ isTouchDue: false });
  await touchCustomerSession(ctx, session);
  expect(await seenAt()).toBe(first);
  ctx.clock.at += 1;
  expect(await readCustomerSession(ctx, session)).toMatchObject({ isTouchDue: true });
  await touchCustomerSession(ctx, session);
  expect(await seenAt()).toBe(ctx.clock.at);
});

test('whoever signs out is signed out here and nowhere else', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const [one, other] = [await signedIn(ctx, order), await signedIn(ctx, order)];
  await endCustomerSession(ctx, one);
  await endCustomerSession(ctx, one);
  expect(await readCustomerSession(ctx, one)).toBeNull();
  expect(await readCustomerSession(ctx, other)).not.toBeNull();
});

test('whoever was merged into another sees the orders of both', async () => {
  const ctx = await mailShop();
  const [kept, merged] = [await place(ctx), await place(ctx, ['POT'], ofMina)];
  const [ofKept, ofMerged] = [await signedIn(ctx, kept), await signedIn(ctx, merged)];
  const actor = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
  await mergeCustomers(ctx, { keepId: kept.customerId, mergeId: merged.customerId, actor });
  for (const session of [ofKept, ofMerged]) {
    expect(await readCustomerSession(ctx, session)).toMatchObject({ customerId: kept.customerId });
    expect([await isOwner(ctx, kept, session), await isOwner(ctx, merged, session)]).toEqual([
      ...[true, true],
    ]);
  }
  expect(await readCustomerSession(ctx, ofMerged)).toMatchObject({ email: ofMina.customer.email });
  expect(
    await ctx.db.select().from(customerSessions).where(eq(customerSessions.id, ofMerged)),
  ).toMatchObject([{ customerId: kept.customerId }]);
});

test('erasing a customer signs them out everywhere and leaves nothing of it', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  const session = await signedIn(ctx, order);
  const actor = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
  await eraseCustomer(ctx, { id: order.customerId, actor, shop: defaultShop });
  expect(await ctx.db.select().from(customerSessions)).toEqual([]);
  expect(await readCustomerSession(ctx, session)).toBeNull();
  expect(await isOwner(ctx, order, session)).not.toBe(true);
});

test('a customer who was erased by other means is not let in', async () => {
  const ctx = await mailShop();
  const session = await signedIn(ctx, await place(ctx));
  await ctx.db.update(customers).set({ erasedAt: ctx.now() });
  expect(await readCustomerSession(ctx, session)).toBeNull();
});
