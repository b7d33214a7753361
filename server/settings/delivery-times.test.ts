import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { events } from '#db/schema/orders';
import { shop } from '#db/schema/shop';
import { change, mailShop, pay, place } from '#server/mail/mail-shop.test-data';
import { changeOrder } from '#server/orders/change-order';
import { freshContext } from '#server/staff/fresh-context';
import { ChangeDeliveryTimes, changeDeliveryTimes } from './change-delivery-times';
import { readDeliveryForm } from './read-delivery-form';
import { readShop } from './read-shop';

const wanted = { methods: [{ method: ' Tracked 48 ', days: 3 }], others: null };

function faultOf(given: object): Readonly<Record<string, unknown>> {
  const { error } = ChangeDeliveryTimes.safeParse({ ...wanted, ...given });
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}

test('delivery times are kept, and promise a day to the next order that is paid', async () => {
  const ctx = await mailShop();
  const shipping = { method: 'tracked  48', amount: 0 };
  const [before, after] = [await place(ctx), await place(ctx, ['POT'], { shipping })];
  await pay(ctx, before);
  await changeDeliveryTimes(ctx, ChangeDeliveryTimes.parse(wanted));
  expect((await readDeliveryForm(ctx)).times).toEqual({
    methods: [{ method: 'Tracked 48', days: 3 }],
    others: null,
  });
  const actor = { kind: 'payment_account', id: 'cards', name: 'Cards' } as const;
  const command = { type: 'pay', payment: { method: 'card' } } as const;
  const request = { command, actor, shop: await readShop(ctx) };
  const paid = await changeOrder(ctx, { ...request, order: { id: after.id } });
  expect(paid.expectedOn).toBe('2026-11-26');
  const days = await ctx.db
    .select({ day: sql<string | null>`json_extract(data, '$.expectedOn')` })
    .from(events)
    .where(sql`type = 'paid'`)
    .orderBy(events.orderId);
  expect(days).toEqual([{ day: null }, { day: '2026-11-26' }]);
});

test('a payment in the evening counts from the day that it is in the shop', async () => {
  const ctx = await mailShop();
  await changeDeliveryTimes(ctx, { methods: [], others: 1 });
  await ctx.db.update(shop).set({ timeZone: 'Asia/Tokyo' });
  ctx.clock.at = Date.parse('2026-11-26T16:00:00Z');
  const order = await place(ctx);
  const paid = await changeOrder(ctx, {
    order: { id: order.id },
    command: { type: 'pay', payment: { method: 'cash' } },
    actor: { kind: 'staff', id: 'ada', name: 'Ada' },
    shop: await readShop(ctx),
  });
  expect(paid.expectedOn).toBe('2026-11-30');
});

test.each([
  [
    { methods: [{ method: ' ', days: 3 }] },
    'methods.0.method',
    'Enter the name of a shipping method.',
  ],
  [
    { methods: [{ method: 'Post', days: Number.NaN }] },
    'methods.0.days',
    'Enter a whole number of days.',
  ],
  [{ methods: [{ method: 'Post', days: -1 }] }, 'methods.0.days', 'Enter 0 or more.'],
  [{ methods: [{ method: 'Post', days: 91 }] }, 'methods.0.days', 'Enter at most 90 days.'],
  [{ others: 1.5 }, 'others', 'Enter a whole number of days.'],
  [
    { methods: ['Post', 'Courier', ' POST'].map((method) => ({ method, days: 2 })) },
    'methods.2.method',
    'This shipping method is in the list already.',
  ],
  [
    { methods: Array.from({ length: 51 }, (_, days) => ({ method: `M${days}`, days })) },
    'methods',
    'Use 50 shipping methods or fewer.',
  ],
])('%j is wrong at %s', (given, field, fault) => {
  expect(faultOf(given)).toEqual({ [field]: fault });
});

test('methods that new orders bring and that have no row are named, the commonest first', async () => {
  const ctx = await mailShop();
  const methods = ['Courier', 'Post', 'post ', 'Courier', 'Tracked 48', 'Courier', 'Sledge'];
  for (const method of methods) await place(ctx, ['POT'], { shipping: { method, amount: 0 } });
  const gone = await place(ctx, ['POT'], { shipping: { method: 'Balloon', amount: 0 } });
  await change(ctx, gone, { type: 'delete', reason: null, restock: true });
  await place(ctx);
  await changeDeliveryTimes(ctx, ChangeDeliveryTimes.parse(wanted));
  expect((await readDeliveryForm(ctx)).unlisted).toEqual(['Courier', 'Post', 'Sledge']);
});

test('before the set-up there is nothing to change', async () => {
  const ctx = await freshContext();
  await expect(changeDeliveryTimes(ctx, wanted)).rejects.toMatchObject({
    code: 'refused',
    details: { reason: 'not_set_up' },
  });
  expect(await readDeliveryForm(ctx)).toEqual({
    times: { methods: [], others: null },
    unlisted: [],
  });
});
