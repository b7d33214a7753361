import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { products } from '#db/schema/catalog';
import { grants } from '#db/schema/downloads';
import type { Order } from '#domain/order';
import type { GrantChange, OrderCommand } from '#domain/order-command';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { change, pay, placed, stockShelves } from './console.test-data';
import { findEvents } from './find-events';
import { previewCommand } from './preview-command';
import { readOrder } from './read-order';

const dayMs = 24 * 60 * 60 * 1000;
let ctx: TestContext;
let number: string;
let order: Order;

beforeEach(async () => {
  ctx = await freshContext();
  await stockShelves(ctx);
  number = await placed(ctx, { BOOK: 2 });
  order = await change(ctx, number, pay);
});

function grantCommand(asked: GrantChange, { grants: [grant] } = order): OrderCommand {
  return { type: 'change_grant', grantId: grant?.id ?? '', change: asked, reason: null };
}

async function eventsOf(type: string) {
  const { data } = await findEvents(ctx.db, { number, limit: 100 });
  return data.filter((event) => event.type === type).map(({ data }) => data);
}

test('a payment keeps with the grant what product and shop say at that moment', async () => {
  const [grant] = order.grants;
  expect(grant).toMatchObject({ downloadsMax: 10, expiresAt: ctx.clock.at + 30 * dayMs });
  expect((await readOrder(ctx.db, { number }))?.grants).toEqual([grant]);
  await ctx.db
    .update(products)
    .set({ downloadsMax: 1, downloadDays: 0 })
    .where(eq(products.sku, 'BOOK'));
  const later = await change(ctx, await placed(ctx, { BOOK: 1 }), pay);
  expect(later.grants).toMatchObject([{ downloadsMax: 1, expiresAt: null }]);
  expect((await readOrder(ctx.db, { number }))?.grants).toEqual([grant]);
});

test('every change of a grant is kept and told in the history with its moments in words', async () => {
  const end = ctx.clock.at + dayMs;
  await change(ctx, number, grantCommand({ what: 'add_downloads', downloads: 2 }));
  await change(ctx, number, grantCommand({ what: 'move_end', expiresAt: end }));
  const after = await change(ctx, number, grantCommand({ what: 'revoke' }));
  expect(await readOrder(ctx.db, { number })).toEqual(after);
  expect(after.grants).toMatchObject([
    { downloadsMax: 12, expiresAt: end, revokedAt: ctx.clock.at },
  ]);
  expect(await eventsOf('grant_changed')).toMatchObject([
    { what: 'downloads_added', grant: { downloadsMax: 12 } },
    { what: 'end_moved', grant: { expiresAt: new Date(end).toISOString() } },
    { what: 'revoked', grant: { revokedAt: new Date(ctx.clock.at).toISOString() } },
  ]);
  const [paid] = await eventsOf('paid');
  expect(paid?.grants).toMatchObject([
    { expiresAt: new Date(ctx.clock.at + 30 * dayMs).toISOString() },
  ]);
});

test('of two people who add downloads at once neither is lost', async () => {
  const add = grantCommand({ what: 'add_downloads', downloads: 3 });
  await Promise.all([change(ctx, number, add), change(ctx, number, add)]);
  expect((await readOrder(ctx.db, { number }))?.grants).toMatchObject([{ downloadsMax: 16 }]);
});

test('an order that is not paid has no downloads to change', async () => {
  await change(ctx, number, { type: 'roll_back', reason: null, restock: true });
  await expect(change(ctx, number, grantCommand({ what: 'restore' }))).rejects.toMatchObject({
    code: 'refused',
    details: { reason: 'The order is not paid.' },
  });
  expect(await ctx.db.select().from(grants)).toMatchObject([{ revokedAt: ctx.clock.at }]);
});

test('what staff have revoked is not revoked once more by a roll back', async () => {
  const asked = { number, command: 'roll_back', shop } as const;
  expect(await previewCommand(ctx, asked)).toMatchObject({ grantsRevoked: 1 });
  await change(ctx, number, grantCommand({ what: 'revoke' }));
  expect(await previewCommand(ctx, asked)).toMatchObject({ grantsRevoked: 0 });
});
