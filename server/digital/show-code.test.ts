import { expect, test } from 'vitest';
import { ana, bring, codeStates, count, gameShop, rollBack, sell } from './digital.test-data';
import { showCode } from './show-code';

test('one code is shown, and the look is recorded with who and when', async () => {
  const ctx = await gameShop('A', 'B');
  const number = await sell(ctx, 1);
  ctx.clock.at += 1000;
  expect(await showCode(ctx, { codeId: 1, number, actor: ana })).toMatchObject({ code: 'A' });
  const look = `code_looks WHERE code_id = 1 AND at = ${ctx.clock.at} AND actor_name = 'Ana'`;
  expect(await count(ctx, `${look} AND order_id = ${number}`)).toBe(1);
  expect((await codeStates(ctx)).map(({ isSeen }) => isSeen)).toEqual([true, false]);
});

test('a code that was shown is burned by a roll back', async () => {
  const ctx = await gameShop('A');
  const number = await sell(ctx, 1);
  await showCode(ctx, { codeId: 1, actor: ana });
  await rollBack(ctx, number);
  expect((await codeStates(ctx))[0]?.status).toBe('burned');
});

test('a code that staff looked at in the pool still goes out, and burns when it comes back', async () => {
  const ctx = await gameShop('A');
  await showCode(ctx, { codeId: 1, sku: 'GAME', actor: ana });
  expect(await codeStates(ctx)).toEqual([{ status: 'available', order: null, isSeen: true }]);
  const number = await sell(ctx, 1);
  expect((await codeStates(ctx))[0]).toMatchObject({ status: 'handed_out', isSeen: true });
  await rollBack(ctx, number);
  expect((await codeStates(ctx))[0]?.status).toBe('burned');
});

test('the first look stays the moment from which a code is seen', async () => {
  const ctx = await gameShop('A');
  await showCode(ctx, { codeId: 1, actor: ana });
  const first = ctx.clock.at;
  ctx.clock.at += 5000;
  await showCode(ctx, { codeId: 1, actor: ana });
  expect(await count(ctx, `codes WHERE seen_at = ${first}`)).toBe(1);
  expect(await count(ctx, 'code_looks')).toBe(2);
});

test('a code of another order or product, or none at all, is not found and not seen', async () => {
  const ctx = await gameShop('A', 'B');
  const number = await sell(ctx, 1);
  for (const look of [{ codeId: 2, number }, { codeId: 1, sku: 'MUG' }, { codeId: 99 }]) {
    await expect(showCode(ctx, { ...look, actor: ana })).rejects.toMatchObject({
      code: 'not_found',
    });
  }
  expect(await count(ctx, 'code_looks')).toBe(0);
  expect((await codeStates(ctx)).some(({ isSeen }) => isSeen)).toBe(false);
});

test('under another AUTH_SECRET a code says that it cannot be read', async () => {
  const ctx = await gameShop('A');
  const other = { ...ctx, env: { ...ctx.env, authSecret: 'b'.repeat(43) } };
  await expect(showCode(other, { codeId: 1, actor: ana })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('AUTH_SECRET'),
  });
  await bring(ctx, ['B']);
});
