import { expect, test } from 'vitest';
import { rateLimits } from '#db/schema/shop';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { clientAddress } from './client-address';
import { giveBackStatement } from './give-back';
import {
  isOverLimit,
  type RateLimit,
  rateLimitKey,
  rateLimitStatement,
  retryAfterSeconds,
} from './take';

const limit: RateLimit = { name: 'door', max: 2, windowMs: 60_000 };

async function isRefused(ctx: TestContext, subject: string): Promise<boolean> {
  return isOverLimit(limit, await rateLimitStatement(ctx, limit, subject));
}

test('the try after the last allowed one is refused, for that subject only', async () => {
  const ctx = await freshContext();
  const answers = [await isRefused(ctx, 'a'), await isRefused(ctx, 'a'), await isRefused(ctx, 'a')];
  expect(answers).toEqual([false, false, true]);
  expect(await isRefused(ctx, 'b')).toBe(false);
});

test('the next window begins at zero', async () => {
  const ctx = await freshContext();
  for (let tries = 0; tries < 5; tries += 1) await isRefused(ctx, 'a');
  ctx.clock.at += 59_999;
  expect(await isRefused(ctx, 'a')).toBe(true);
  ctx.clock.at += 1;
  expect(await isRefused(ctx, 'a')).toBe(false);
  expect(retryAfterSeconds(limit, ctx.clock.at)).toBe(60);
  expect(retryAfterSeconds(limit, ctx.clock.at + 59_999)).toBe(1);
});

test('tries made at once are counted once each', async () => {
  const ctx = await freshContext();
  const answers = await Promise.all(Array.from({ length: 10 }, () => isRefused(ctx, 'a')));
  expect(answers.filter((refused) => !refused)).toHaveLength(2);
});

test('what was given back does not count, and never goes below zero', async () => {
  const ctx = await freshContext();
  await isRefused(ctx, 'a');
  await giveBackStatement(ctx, [rateLimitKey(limit, 'a')]);
  await giveBackStatement(ctx, [rateLimitKey(limit, 'a')]);
  expect([await isRefused(ctx, 'a'), await isRefused(ctx, 'a')]).toEqual([false, false]);
});

test('what somebody typed is not kept', async () => {
  const ctx = await freshContext();
  await isRefused(ctx, 'ada@shop.example');
  expect(JSON.stringify(await ctx.db.select().from(rateLimits))).not.toContain('ada');
});

test.each([
  [{ 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '6.6.6.6, 203.0.113.9' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '::ffff:203.0.113.9' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '203.0.113.9:5120' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '2001:DB8:1:2:3:4:5:6' }, '2001:db8:1:2::/64'],
  [{ 'x-forwarded-for': '[2001:db8::7]:443' }, '2001:db8:0:0::/64'],
  [{ 'x-forwarded-for': '::1' }, '0:0:0:0::/64'],
  [{ 'x-forwarded-for': 'a'.repeat(9999) }, 'unknown'],
  [{}, 'unknown'],
])('the address behind %j is %s', (headers, address) => {
  expect(clientAddress(new Headers(headers))).toBe(address);
});

test('what Cloudflare says counts where Cloudflare runs us, and nowhere else', () => {
  const headers = new Headers({
    'cf-connecting-ip': '203.0.113.9',
    'x-forwarded-for': '198.51.100.7',
  });
  expect(clientAddress(headers, true)).toBe('203.0.113.9');
  expect(clientAddress(headers)).toBe('198.51.100.7');
});
