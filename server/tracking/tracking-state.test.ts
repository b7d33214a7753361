import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { files } from '#db/schema/files';
import { shop } from '#db/schema/shop';
import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { downloadShop, press, pressed } from '#server/downloads/download-shop.test-data';
import { change, mailShop, pay, place, rollBack, ship } from '#server/mail/mail-shop.test-data';
import { readTrackingPage } from './read-tracking-page';
import { readTrackingState } from './read-tracking-state';
import { showCodes } from './show-codes';

const dayMs = 24 * 60 * 60 * 1000;

function stateOf(ctx: Context, { token }: Order) {
  return readTrackingState(ctx, { token });
}

test('every change that the page shows makes another state', async () => {
  const ctx = await mailShop();
  const order = await place(ctx, ['POT', 'SEAT']);
  const states = [await stateOf(ctx, order)];
  const steps = [pay, ship, rollBack] as const;
  for (const step of steps) {
    await step(ctx, order);
    states.push(await stateOf(ctx, order));
  }
  expect(new Set(states).size).toBe(steps.length + 1);
  expect(states).not.toContain(null);
});

test('what staff note, tag and send makes no other state', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx, ['POT', 'SEAT']));
  const before = await stateOf(ctx, order);
  await change(ctx, order, { type: 'note', note: 'Ring twice.' });
  await change(ctx, order, { type: 'tag', tags: ['gift'] });
  await change(ctx, order, { type: 'resend', template: 'paid', shipmentId: null });
  expect(await stateOf(ctx, order)).toBe(before);
});

test('a code shown in one browser makes no other state for anybody', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx, ['SEAT']));
  const before = await stateOf(ctx, order);
  const lineId = order.lines[0]?.id ?? '';
  const look = await showCodes(ctx, { token: order.token, lineId });
  expect(await stateOf(ctx, order)).toBe(before);
  const shown = await readTrackingPage(ctx, { token: order.token, looks: [look] });
  expect(shown?.codes[0]?.codes[0]?.text).toContain('SEAT-');
  expect(shown?.digest).toBe(before);
});

test('a download and a file that is renamed make another state, a double press does not', async () => {
  const { ctx, order } = await downloadShop();
  const before = await stateOf(ctx, order);
  await press(ctx, order, 'one view');
  const after = await stateOf(ctx, order);
  expect(after).not.toBe(before);
  await press(ctx, order, 'one view');
  expect(await stateOf(ctx, order)).toBe(after);
  await pressed(ctx, order);
  const spent = await stateOf(ctx, order);
  expect(spent).not.toBe(after);
  await ctx.db.update(files).set({ name: 'the guide.pdf' }).where(eq(files.id, 'guide'));
  expect(await stateOf(ctx, order)).not.toBe(spent);
});

test('the state is another one the day after, where the page names the day', async () => {
  const ctx = await mailShop();
  const at = Date.UTC(2026, 10, 25, 12);
  const order = await pay({ ...ctx, now: () => at }, await place(ctx));
  const on = (now: number) => stateOf({ ...ctx, now: () => now }, order);
  expect(await on(at + 1)).toBe(await on(at + 2));
  expect(await on(at + dayMs)).not.toBe(await on(at));
  expect(await on(Date.UTC(2027, 1, 2))).not.toBe(await on(Date.UTC(2026, 11, 20)));
});

test('the shop’s own look is part of the state', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const before = await stateOf(ctx, order);
  await ctx.db.update(shop).set({ footer: 'Open on Sundays.' });
  expect(await stateOf(ctx, order)).not.toBe(before);
});

test('an unknown token and a deleted order have no state', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  expect(await readTrackingState(ctx, { token: 'unknown' })).toBeNull();
  await change(ctx, order, { type: 'delete', reason: null, restock: true });
  expect(await stateOf(ctx, order)).toBeNull();
});

test('a state is read in one round trip and is no longer than a word', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  let batches = 0;
  const db = new Proxy(ctx.db, {
    get(target, name) {
      if (name === 'batch') batches += 1;
      return Reflect.get(target, name);
    },
  });
  expect(await stateOf({ ...ctx, db }, order)).toMatch(/^[\w-]{22}$/);
  expect(batches).toBe(1);
});
