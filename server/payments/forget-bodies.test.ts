import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { callbacks } from '#db/schema/payments';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { forgetBodies } from './forget-bodies';

const dayMs = 24 * 60 * 60 * 1000;
let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
});

function received(daysAgo: number) {
  return {
    ...{ id: ctx.newId(), account: 'cards', gateway: 'stripe', bodyHash: 'hash' },
    ...{ verdict: 'applied' as const, reason: 'Paid $15.00.', orderNumber: 'A-1' },
    ...{ amountMinor: 1500, currency: 'USD', body: '{"id":1}', sealed: 'sealed' },
    ...{ headers: { 'content-type': 'application/json' } },
    receivedAt: ctx.clock.at - daysAgo * dayMs,
  };
}

async function stored(daysAgo: number): Promise<string> {
  const message = received(daysAgo);
  await ctx.db.insert(callbacks).values(message);
  return message.id;
}

async function row(id: string) {
  const [found] = await ctx.db.select().from(callbacks).where(eq(callbacks.id, id));
  return found;
}

test('what was sent goes after its time, the facts stay, and younger messages are left alone', async () => {
  const old = await stored(181);
  const young = await stored(179);
  expect(await forgetBodies(ctx, 180)).toBe(1);
  expect(await row(old)).toMatchObject({
    ...{ body: null, headers: {}, sealed: null },
    ...{ verdict: 'applied', reason: 'Paid $15.00.', orderNumber: 'A-1', amountMinor: 1500 },
  });
  expect(await row(young)).toMatchObject({ body: '{"id":1}', sealed: 'sealed' });
  expect(await forgetBodies(ctx, 180)).toBe(0);
  ctx.clock.at += 2 * dayMs;
  expect(await forgetBodies(ctx, 180)).toBe(1);
  expect((await row(young))?.body).toBeNull();
});

test('a shorter time by setting reaches what is there, a thousand a round', async () => {
  const many = Array.from({ length: 1005 }, () => received(40));
  await ctx.db.insert(callbacks).values(many);
  expect(await forgetBodies(ctx, 180)).toBe(0);
  const rounds: number[] = [];
  for (let round = 0; round < 3; round += 1) rounds.push(await forgetBodies(ctx, 30));
  expect(rounds).toEqual([1000, 5, 0]);
  expect(await ctx.db.$count(callbacks, eq(callbacks.body, '{"id":1}'))).toBe(0);
});
