import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { codeLooks } from '#db/schema/catalog';
import { downloads } from '#db/schema/downloads';
import { orders } from '#db/schema/orders';
import { callbacks } from '#db/schema/payments';
import { change, mailShop, pay, ship } from '#server/mail/mail-shop.test-data';
import { iso } from '#server/orders/view-order';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop } from '#server/settings/shop-settings';
import type { TestContext } from '#server/staff/fresh-context';
import { customerOf, foundBy, orderOf, owner } from './customers.test-data';
import { eraseCustomer } from './erase-customer';
import { exportCustomer } from './export-customer';
import { mergeCustomers } from './merge-customers';
import { noteCustomer } from './note-customer';
import { readCustomerPage } from './read-customer-page';

const email = 'zinnia@customer.example';
/** Words that stand nowhere but in the personal data of this customer. */
const personal = [
  'zinnia',
  'Xylander',
  'Quay Street',
  '1947',
  '1Z5R89390357567127',
  'heliotrope',
  '4242',
  '203.0.113.77',
  'Periwinkle',
  'Marigold',
  'Celandine',
  'Oxlip Lane',
  'Tansy Close',
];

const correctTo = (line1: string) => ({
  ...({ type: 'correct_address', which: 'shipping' } as const),
  address: { name: 'Zinnia Xylander', line1, city: 'Whitby', country: 'GB' },
});

async function customerWithAll() {
  const ctx = await mailShop();
  const placed = await orderOf(ctx, email, 'Zinnia Xylander', { note: 'heliotrope' });
  await pay(ctx, placed);
  const { requests } = await change(ctx, placed, { type: 'ask_to_cancel', reason: 'Marigold' });
  await change(ctx, placed, {
    ...{ type: 'answer_request', requestId: requests[0]?.id ?? '', accepted: false },
    ...{ text: 'Celandine', restock: true, notify: true },
  });
  await change(ctx, placed, correctTo('Oxlip Lane'));
  await change(ctx, placed, correctTo('Tansy Close'));
  await ship(ctx, placed);
  await change(ctx, placed, { type: 'note', note: 'heliotrope again' });
  await change(ctx, placed, {
    type: 'correct_contact',
    customer: { email, name: 'Zinnia Q. Xylander', phone: null, locale: null },
  });
  const binned = await orderOf(ctx, email, 'Zinnia Xylander');
  await change(ctx, binned, { type: 'delete', reason: 'heliotrope', restock: true });
  await ctx.db.insert(callbacks).values({
    ...{
      id: 'callback-1',
      account: 'cards',
      gateway: 'stripe',
      bodyHash: 'hash',
      verdict: 'applied',
    },
    ...{ reason: 'Paid.', body: '{"name":"Zinnia"}', headers: { 'x-name': 'zinnia' } },
    claim: { payerName: 'Zinnia Xylander', orderNumber: placed.number } as never,
    ...{ orderNumber: placed.number, receivedAt: ctx.now() },
  });
  await ctx.db.insert(downloads).values({
    ...{ id: 'download-1', grantId: 'grant-1', orderId: placed.id, fileId: 'file-1' },
    ...{ versionId: 'version-1', clickKey: 'key', clickedAt: ctx.now() },
    ...{ address: '203.0.113.77', userAgent: 'Periwinkle/1.0' },
  });
  const { id } = await customerOf(ctx, email);
  await noteCustomer(ctx, { id, note: 'heliotrope' });
  return { ctx, id, placed, binned };
}

/** Every text of every table, the search index as far as it can be asked. */
async function everything(ctx: TestContext): Promise<string> {
  const tables = await ctx.db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%' AND name NOT LIKE 'sqlite%'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    texts.push(JSON.stringify(await ctx.db.all(sql.raw(`SELECT * FROM "${name}"`))));
  }
  return texts.join('\n');
}

const erase = (ctx: TestContext, id: string) =>
  eraseCustomer(ctx, { id, actor: owner, shop: defaultShop });

test('no word of a customer is left in any table, and the books are as before', async () => {
  const { ctx, id, placed } = await customerWithAll();
  expect(personal.filter((word) => JSON.stringify([]).includes(word))).toEqual([]);
  const before = await everything(ctx);
  expect(personal.filter((word) => !before.includes(word))).toEqual([]);
  await erase(ctx, id);
  const after = await everything(ctx);
  expect(personal.filter((word) => after.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  const page = await readCustomerPage(ctx, { id, limit: 25 });
  expect(page).toMatchObject({
    customer: { name: 'Erased customer', erasedAt: ctx.now(), note: null, phone: null },
    orders: { data: [{ number: placed.number, status: 'shipped', totals: { paid: 3400 } }] },
    addresses: [],
    events: [{ type: 'erased', actorName: 'Olive' }],
  });
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('nothing finds an erased customer, and the address of the tracking page is another', async () => {
  const { ctx, id, placed } = await customerWithAll();
  await erase(ctx, id);
  for (const word of personal) expect(await foundBy(ctx, word)).toEqual([]);
  const [kept] = await ctx.db.select({ token: orders.token }).from(orders);
  expect(kept?.token).not.toBe(placed.token);
});

test('an order that is still open keeps its customer', async () => {
  const { ctx, id } = await customerWithAll();
  const { number } = await orderOf(ctx, email, 'Zinnia Xylander');
  await expect(erase(ctx, id)).rejects.toMatchObject({
    code: 'refused',
    details: { reason: `Order ${number} is still open.` },
  });
  expect(await foundBy(ctx, 'zinnia')).toEqual([email]);
});

test('erasing twice changes nothing, and whoever orders again is somebody new', async () => {
  const { ctx, id } = await customerWithAll();
  await erase(ctx, id);
  const before = await everything(ctx);
  await erase(ctx, id);
  expect(await everything(ctx)).toBe(before);
  const { customerId } = await orderOf(ctx, email, 'Zinnia Xylander');
  expect(customerId).not.toBe(id);
});

test('a history changes only where its order had its data erased, and then only what it says', async () => {
  const { ctx, id, placed } = await customerWithAll();
  const rewrite = (text: string) =>
    ctx.db.run(sql.raw(`UPDATE events SET ${text} WHERE order_id = ${placed.id}`));
  await expect(rewrite(`data = '{}'`)).rejects.toThrow();
  await erase(ctx, id);
  await expect(rewrite('at = at + 1')).rejects.toThrow();
});

test('what a customer is handed holds all that is kept about them, and is recorded', async () => {
  const { ctx, id, placed, binned } = await customerWithAll();
  await ctx.db.insert(codeLooks).values({
    ...{ id: 'look-1', codeId: 7, orderId: placed.id },
    ...{ actorKind: 'customer', actorName: 'Zinnia', at: ctx.now() },
  });
  const handed = await exportCustomer(ctx, { id, actor: owner });
  expect(handed).toMatchObject({
    customer: { email, name: 'Zinnia Xylander', note: 'heliotrope' },
    addresses: [{ line1: 'Tansy Close' }, { line1: 'Oxlip Lane' }, { line1: '14 Quay Street' }],
    orders: [
      {
        number: placed.number,
        history: [
          ...[{ type: 'placed' }, { type: 'paid' }],
          ...[{ data: { text: 'Marigold' } }, { data: { text: 'Celandine' } }],
          { data: { address: { line1: 'Oxlip Lane' }, before: { line1: '14 Quay Street' } } },
          { data: { address: { line1: 'Tansy Close' }, before: { line1: 'Oxlip Lane' } } },
          ...[{}, {}, {}],
        ],
        downloads: [{ address: '203.0.113.77', clickedAt: iso(ctx.now()), finishedAt: null }],
        requests: [{ text: 'Marigold', answerText: 'Celandine' }],
        codesShown: [{ code: 7, by: 'Zinnia', at: iso(ctx.now()) }],
      },
      { number: binned.number, history: [{ type: 'placed' }, { type: 'deleted' }] },
    ],
  });
  expect(handed.orders[0]?.messages.map(({ template }) => template)).toEqual([
    'order_received',
    'paid',
    'request_answered',
    'shipped',
  ]);
  expect((await readCustomerPage(ctx, { id, limit: 25 })).events).toMatchObject([
    { type: 'exported' },
  ]);
  await expect(exportCustomer(ctx, { id: 'nobody', actor: owner })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('who was merged into a customer is handed out with them', async () => {
  const { ctx, id } = await customerWithAll();
  const { number, customerId: mergeId } = await orderOf(ctx, 'zin@old.example', 'Zin');
  await mergeCustomers(ctx, { keepId: id, mergeId, actor: owner });
  const handed = await exportCustomer(ctx, { id, actor: owner });
  expect(handed.mergedFrom).toEqual([
    { email: 'zin@old.example', name: 'Zin', phone: '+44 1947 600000' },
  ]);
  expect(handed.orders.at(-1)).toMatchObject({ number });
});
