import { expect, test } from 'vitest';
import { sessions, shop, staff } from '#db/schema/shop';
import type { StaffRole } from '#domain/vocabulary';
import { readSession } from '#server/staff/authenticate';
import { beginSession } from '#server/staff/begin-session';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { settingsRouter } from './settings-router';
import { staffRouter } from './staff-router';
import { createCallerFactory, noCustomer, type RequestContext, router } from './trpc';

const callerOf = createCallerFactory(router({ staff: staffRouter, settings: settingsRouter }));

async function openShop(role: StaffRole): Promise<TestContext> {
  const ctx = await freshContext();
  const at = ctx.now();
  const person = { email: 'ada@shop.example', name: 'Ada', role, passwordHash: '', createdAt: at };
  await ctx.db.batch([
    ctx.db
      .insert(shop)
      .values({ id: 1, name: 'Seeds', currency: 'EUR', timeZone: 'UTC', setUpAt: at }),
    ctx.db.insert(staff).values({ ...person, id: 'ada' }),
  ]);
  return ctx;
}

async function requestOf(ctx: TestContext, sid: string | null): Promise<RequestContext> {
  const session = await readSession(ctx, sid);
  return { ...ctx, ...session, ...noCustomer, keepAnswer: () => [] };
}

async function signedIn(ctx: TestContext) {
  const sid = await beginSession(ctx, { staffId: 'ada', userAgent: '' });
  return { sid, api: callerOf(await requestOf(ctx, sid)) };
}

test('the owner reads and changes the settings', async () => {
  const { api } = await signedIn(await openShop('owner'));
  const { nextNumber, ...settings } = await api.settings.shop();
  await api.settings.changeShop({ ...settings, name: 'Bulbs' });
  const after = { ...settings, name: 'Bulbs', nextNumber };
  expect(await api.settings.shop()).toEqual(after);
  const { key } = await api.settings.createApiKey({ name: 'Web', scopes: ['orders:write'] });
  const [kept] = await api.settings.apiKeys();
  expect(key.startsWith(kept?.prefix ?? '-')).toBe(true);
  await api.settings.revokeApiKey({ id: kept?.id ?? '' });
  expect(await api.settings.apiKeys()).toEqual([]);
});

test('staff neither see nor change the settings', async () => {
  const { api } = await signedIn(await openShop('staff'));
  await expect(api.settings.shop()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(api.settings.apiKeys()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const wish = { name: 'x', scopes: ['orders:read' as const] };
  await expect(api.settings.createApiKey(wish)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('staff see and end their own sessions', async () => {
  const ctx = await openShop('staff');
  const [here, there] = [await signedIn(ctx), await signedIn(ctx)];
  const { sessions: mine, currentId } = await here.api.staff.sessions();
  expect({ count: mine.length, currentId }).toEqual({ count: 2, currentId: here.sid });
  await here.api.staff.endSession({ id: there.sid });
  expect((await here.api.staff.sessions()).sessions).toHaveLength(1);
  await signedIn(ctx);
  await here.api.staff.endOtherSessions();
  expect((await here.api.staff.sessions()).sessions.map(({ id }) => id)).toEqual([here.sid]);
});

test('nobody who is not signed in gets anywhere', async () => {
  const ctx = await openShop('owner');
  const { sid } = await signedIn(ctx);
  await ctx.db.update(sessions).set({ revokedAt: ctx.now() });
  for (const request of [await requestOf(ctx, null), await requestOf(ctx, sid)]) {
    const api = callerOf(request);
    const unauthorized = { code: 'UNAUTHORIZED' };
    await expect(api.staff.sessions()).rejects.toMatchObject(unauthorized);
    await expect(api.staff.endOtherSessions()).rejects.toMatchObject(unauthorized);
    await expect(api.settings.shop()).rejects.toMatchObject(unauthorized);
  }
});

test('a key never stands in for a person', async () => {
  const ctx = await openShop('owner');
  const { sid } = await signedIn(ctx);
  const request = await requestOf(ctx, sid);
  const caller = request.caller && { ...request.caller, via: 'api_key' as const, sessionId: null };
  await expect(callerOf({ ...request, caller }).staff.sessions()).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  });
});
