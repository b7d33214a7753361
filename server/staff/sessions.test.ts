import { scryptSync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { callbacks } from '#db/schema/payments';
import { rateLimits, sessions, shop, staff } from '#db/schema/shop';
import { readSession, touchSession } from './authenticate';
import { beginSession } from './begin-session';
import { changePassword } from './change-password';
import { endOtherSessionsStatement, endOwnSession, endSession } from './end-sessions';
import { findSessions } from './find-sessions';
import { freshContext, type TestContext } from './fresh-context';
import { type SignInAnswer, signIn } from './sign-in';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const password = 'correct horse';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

// Cheaper than a real one, so that the tests are quick; the hash itself says what it cost.
const salt = Buffer.from('sixteen bytes ok');
const hash = scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 });
const passwordHash = `scrypt$1024$8$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;

async function shopWithOwner(): Promise<TestContext & Readonly<{ ownerId: string }>> {
  const ctx = await freshContext();
  const at = ctx.now();
  const owner = { email: 'ada@shop.example', name: 'Ada', role: 'owner', createdAt: at } as const;
  await ctx.db.batch([
    ctx.db
      .insert(shop)
      .values({ id: 1, name: 'Seeds', currency: 'EUR', timeZone: 'Europe/Berlin', setUpAt: at }),
    ctx.db.insert(staff).values({ ...owner, id: 'ada', passwordHash }),
  ]);
  return { ...ctx, ownerId: 'ada' };
}

type Given = Partial<Readonly<{ email: string; password: string; address: string }>>;

function knock(ctx: TestContext, given: Given = {}): Promise<SignInAnswer> {
  const email = 'ada@shop.example';
  return signIn(ctx, { email, password, address: '203.0.113.9', userAgent: firefox, ...given });
}

function signedIn(ctx: TestContext): Promise<string> {
  return beginSession(ctx, { staffId: 'ada', userAgent: firefox });
}

/** Pretends that so many tries were made before, by everything that has tried so far. */
async function pretendTries(ctx: TestContext, count: number): Promise<void> {
  await ctx.db.update(rateLimits).set({ count });
}

test('the right password lets in, however the e-mail address is typed', async () => {
  const ctx = await shopWithOwner();
  const answer = await knock(ctx, { email: '  ADA@Shop.Example ' });
  if (!answer.ok) throw new Error(answer.reason);
  const { caller, shop: settings } = await readSession(ctx, answer.sessionId);
  expect(caller).toMatchObject({
    actor: { kind: 'staff', id: ctx.ownerId, name: 'Ada' },
    via: 'session',
    role: 'owner',
    sessionId: answer.sessionId,
    email: 'ada@shop.example',
  });
  expect(caller?.scopes.has('settings:write')).toBe(true);
  expect(settings).toMatchObject({ name: 'Seeds', currency: 'EUR', deliveredOnTracking: true });
});

test('an unknown address, a disabled person and a wrong password get one answer', async () => {
  const ctx = await shopWithOwner();
  const wrong = { ok: false, reason: 'wrong' };
  expect(await knock(ctx, { email: 'eve@shop.example' })).toEqual(wrong);
  expect(await knock(ctx, { password: 'incorrect horse' })).toEqual(wrong);
  expect(await knock(ctx, { email: 'not an address', password: '' })).toEqual(wrong);
  expect(await knock(ctx, { password: password + 'x'.repeat(1_000_000) })).toEqual(wrong);
  await ctx.db.update(staff).set({ disabledAt: ctx.now() });
  expect(await knock(ctx)).toEqual(wrong);
  expect(await ctx.db.select().from(sessions)).toEqual([]);
});

test('after ten failures from one place even the right password waits for the next window', async () => {
  const ctx = await shopWithOwner();
  await knock(ctx, { password: 'wrong' });
  await pretendTries(ctx, 9);
  expect(await knock(ctx, { password: 'wrong' })).toEqual({ ok: false, reason: 'wrong' });
  expect(await knock(ctx)).toEqual({ ok: false, reason: 'too_many' });
  ctx.clock.at += 15 * minuteMs;
  expect(await knock(ctx)).toMatchObject({ ok: true });
});

test('whoever guesses from one place does not lock the person out of another', async () => {
  const ctx = await shopWithOwner();
  await knock(ctx, { password: 'wrong' });
  await pretendTries(ctx, 10);
  expect(await knock(ctx)).toEqual({ ok: false, reason: 'too_many' });
  expect(await knock(ctx, { address: '198.51.100.7' })).toMatchObject({ ok: true });
});

test('one e-mail address gets a hundred failures, wherever they come from', async () => {
  const ctx = await shopWithOwner();
  await knock(ctx, { password: 'wrong' });
  await pretendTries(ctx, 100);
  const elsewhere = { address: '198.51.100.7' };
  expect(await knock(ctx, elsewhere)).toEqual({ ok: false, reason: 'too_many' });
});

test('being throttled does not tell whether somebody exists', async () => {
  const ctx = await shopWithOwner();
  const eve = { email: 'eve@shop.example' };
  await knock(ctx, eve);
  await pretendTries(ctx, 9);
  expect(await knock(ctx, eve)).toEqual({ ok: false, reason: 'wrong' });
  expect(await knock(ctx, eve)).toEqual({ ok: false, reason: 'too_many' });
});

test('a sign-in that went well does not count as a try', async () => {
  const ctx = await shopWithOwner();
  expect(await knock(ctx)).toMatchObject({ ok: true });
  const rows = await ctx.db.select({ count: rateLimits.count }).from(rateLimits);
  expect(rows).toEqual([{ count: 0 }, { count: 0 }, { count: 0 }]);
});

test('one network address gets fifty failures, whatever it types', async () => {
  const ctx = await shopWithOwner();
  await knock(ctx, { email: 'eve@shop.example' });
  await pretendTries(ctx, 50);
  expect(await knock(ctx)).toEqual({ ok: false, reason: 'too_many' });
  expect(await knock(ctx, { address: '198.51.100.7' })).toMatchObject({ ok: true });
});

test('a session that was signed out lets nobody in, and the rest is still read', async () => {
  const ctx = await shopWithOwner();
  const sid = await signedIn(ctx);
  await endSession(ctx, sid);
  expect(await readSession(ctx, sid)).toMatchObject({ caller: null, shop: { name: 'Seeds' } });
  expect((await readSession(ctx, null)).caller).toBeNull();
  expect((await readSession(ctx, '')).caller).toBeNull();
});

test('a session ends twelve hours after it was last used', async () => {
  const ctx = await shopWithOwner();
  const sid = await signedIn(ctx);
  ctx.clock.at += 12 * hourMs - 1;
  expect((await readSession(ctx, sid)).caller).not.toBeNull();
  ctx.clock.at += 1;
  expect((await readSession(ctx, sid)).caller).toBeNull();
  await touchSession(ctx, sid);
  expect((await readSession(ctx, sid)).caller).toBeNull();
});

test('a session ends thirty days after the sign-in, however busy it was', async () => {
  const ctx = await shopWithOwner();
  const sid = await signedIn(ctx);
  for (let halfDays = 1; halfDays < 60; halfDays += 1) {
    ctx.clock.at += dayMs / 2 - minuteMs;
    await touchSession(ctx, sid);
  }
  expect((await readSession(ctx, sid)).caller).not.toBeNull();
  ctx.clock.at += 13 * hourMs - minuteMs;
  await ctx.db.update(sessions).set({ lastSeenAt: ctx.clock.at });
  expect((await readSession(ctx, sid)).caller).toBeNull();
});

test('a session ends when its person is disabled', async () => {
  const ctx = await shopWithOwner();
  const sid = await signedIn(ctx);
  await ctx.db.update(staff).set({ disabledAt: ctx.now() });
  expect((await readSession(ctx, sid)).caller).toBeNull();
});

test('the mark of use moves once a minute at most', async () => {
  const ctx = await shopWithOwner();
  const sid = await signedIn(ctx);
  const start = ctx.clock.at;
  ctx.clock.at += minuteMs - 1;
  expect((await readSession(ctx, sid)).isTouchDue).toBe(false);
  await touchSession(ctx, sid);
  expect((await findSessions(ctx, ctx.ownerId))[0]?.lastSeenAt).toBe(start);
  ctx.clock.at += 1;
  expect((await readSession(ctx, sid)).isTouchDue).toBe(true);
  await touchSession(ctx, sid);
  expect((await findSessions(ctx, ctx.ownerId))[0]?.lastSeenAt).toBe(start + minuteMs);
});

test('staff may work on orders and products and may not touch the settings', async () => {
  const ctx = await shopWithOwner();
  await ctx.db.update(staff).set({ role: 'staff' });
  const { caller } = await readSession(ctx, await signedIn(ctx));
  expect([...(caller?.scopes ?? [])]).toEqual([
    'orders:read',
    'orders:write',
    'products:read',
    'products:write',
    'codes:read',
  ]);
});

test('counting what waits stops at a hundred', async () => {
  const ctx = await shopWithOwner();
  const row = {
    account: 'x',
    gateway: 'x',
    bodyHash: '',
    headers: {},
    reason: '',
    receivedAt: 1,
  };
  const waiting = Array.from({ length: 130 }, (_, at) => ({
    ...row,
    id: `w${at}`,
    verdict: 'order_unknown' as const,
  }));
  const settled = { ...row, id: 's', verdict: 'applied' as const };
  await ctx.db.insert(callbacks).values(settled);
  expect((await readSession(ctx, null)).counts).toEqual({ inbox: 0, messages: 0 });
  await ctx.db.insert(callbacks).values(waiting.slice(0, 3));
  expect((await readSession(ctx, null)).counts.inbox).toBe(3);
  await ctx.db.insert(callbacks).values(waiting.slice(3));
  expect((await readSession(ctx, null)).counts.inbox).toBe(100);
});

test('a person sees their own live sessions in words and ends them one by one or all others', async () => {
  const ctx = await shopWithOwner();
  const here = await signedIn(ctx);
  const there = await beginSession(ctx, { staffId: ctx.ownerId, userAgent: 'curl/8' });
  const gone = await signedIn(ctx);
  expect((await findSessions(ctx, ctx.ownerId)).map(({ device }) => device).sort()).toEqual([
    'Firefox on Windows',
    'Firefox on Windows',
    'Unknown device',
  ]);
  await endOwnSession(ctx, { staffId: ctx.ownerId, sid: gone });
  expect(await findSessions(ctx, ctx.ownerId)).toHaveLength(2);
  await endOtherSessionsStatement(ctx, { staffId: ctx.ownerId, sid: here });
  expect((await findSessions(ctx, ctx.ownerId)).map(({ id }) => id)).toEqual([here]);
  expect((await readSession(ctx, there)).caller).toBeNull();
});

test('nobody ends the session of another person', async () => {
  const ctx = await shopWithOwner();
  const sid = await signedIn(ctx);
  const theft = endOwnSession(ctx, { staffId: 'somebody else', sid });
  await expect(theft).rejects.toMatchObject({ code: 'not_found' });
  expect((await readSession(ctx, sid)).caller).not.toBeNull();
});

test('a new password ends every other session and lets in from then on', async () => {
  const ctx = await shopWithOwner();
  const [sid, other] = [await signedIn(ctx), await signedIn(ctx)];
  const change = { staffId: ctx.ownerId, sid, currentPassword: password };
  await changePassword(ctx, { ...change, newPassword: 'a better battery' });
  expect((await readSession(ctx, sid)).caller).not.toBeNull();
  expect((await readSession(ctx, other)).caller).toBeNull();
  expect(await knock(ctx)).toEqual({ ok: false, reason: 'wrong' });
  expect(await knock(ctx, { password: 'a better battery' })).toMatchObject({ ok: true });
});

test('a sign-in that began with the old password does not outlive its change', async () => {
  const ctx = await shopWithOwner();
  let calls = 0;
  const db = new Proxy(ctx.db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name);
      return async (statements: Parameters<typeof target.batch>[0]) => {
        calls += 1;
        if (calls === 2) await target.update(staff).set({ passwordHash: 'changed meanwhile' });
        return target.batch(statements);
      };
    },
  });
  expect(await knock({ ...ctx, db })).toEqual({ ok: false, reason: 'wrong' });
  expect(await ctx.db.select().from(sessions)).toEqual([]);
});

test('a new password is refused without the current one, when it is weak, and after ten tries', async () => {
  const ctx = await shopWithOwner();
  const sid = await signedIn(ctx);
  const change = { staffId: ctx.ownerId, sid, newPassword: 'a better battery' };
  const weak = changePassword(ctx, { ...change, currentPassword: password, newPassword: 'short' });
  await expect(weak).rejects.toMatchObject({
    details: { fields: { newPassword: 'Use 10 characters or more.' } },
  });
  const wrong = changePassword(ctx, { ...change, currentPassword: 'guess' });
  await expect(wrong).rejects.toMatchObject({
    details: { fields: { currentPassword: 'This is not your current password.' } },
  });
  await pretendTries(ctx, 10);
  const late = changePassword(ctx, { ...change, currentPassword: password });
  await expect(late).rejects.toMatchObject({ code: 'too_many_requests' });
});

test('of two changes of one password at once one wins and the other is told', async () => {
  const ctx = await shopWithOwner();
  const sid = await signedIn(ctx);
  const change = { staffId: ctx.ownerId, sid, currentPassword: password };
  const outcomes = await Promise.allSettled([
    changePassword(ctx, { ...change, newPassword: 'first new one' }),
    changePassword(ctx, { ...change, newPassword: 'second new one' }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict' },
  });
  expect(await ctx.db.select().from(staff).where(eq(staff.id, ctx.ownerId))).toHaveLength(1);
});
