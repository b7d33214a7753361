import { expect, test } from 'vitest';
import { type Scope, scopes } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { freshContext } from '#server/staff/fresh-context';
import { type Api, createCaller } from './root';
import { noCustomer } from './trpc';

function callerWith(ctx: Context, granted: readonly Scope[]): Api {
  return createCaller({
    ...ctx,
    shop: null,
    counts: { inbox: 0, messages: 0 },
    ...noCustomer,
    keepAnswer: () => [],
    caller: {
      actor: { kind: 'api_key', id: 'k', name: 'Key' },
      scopes: new Set(granted),
      via: 'api_key',
      role: null,
      sessionId: null,
      email: null,
    },
  });
}

const game = { sku: 'GAME', name: 'Game', price: 100, currency: 'EUR', kind: 'codes' } as const;
const everything = scopes;
const without = (scope: Scope) => scopes.filter((granted) => granted !== scope);

const order = {
  currency: 'EUR' as const,
  customer: { email: 'cy@shop.example', name: 'Cy' },
  lines: [{ sku: 'GAME', quantity: 1 }],
};

const calls: readonly (readonly [string, Scope, (api: Api) => Promise<unknown>])[] = [
  ['list', 'products:read', (api) => api.products.list({})],
  ['get', 'products:read', (api) => api.products.get({ sku: 'GAME' })],
  ['page', 'products:read', (api) => api.products.page({ sku: 'GAME' })],
  ['movements', 'products:read', (api) => api.products.movements({ sku: 'GAME' })],
  ['put', 'products:write', (api) => api.products.put(game)],
  ['create', 'products:write', (api) => api.products.create({ ...game, sku: 'NEW' })],
  ['change', 'products:write', (api) => api.products.change(game)],
  [
    'importCodes',
    'products:write',
    (api) => api.products.importCodes({ sku: 'GAME', codes: ['Z'] }),
  ],
  ['showCode', 'codes:read', (api) => api.products.showCode({ sku: 'GAME', codeId: 1 })],
  ['order form', 'orders:write', (api) => api.phoneOrders.form({})],
  [
    'phone order',
    'orders:write',
    (api) => api.phoneOrders.place({ formKey: 'k'.repeat(22), order }),
  ],
];

test.each(calls)('%s needs its scope and nothing else', async (_, scope, call) => {
  const ctx = await freshContext();
  const all = callerWith(ctx, everything);
  await all.products.put(game);
  await all.products.importCodes({ sku: 'GAME', codes: ['A'] });
  const refused = call(callerWith(ctx, without(scope)));
  await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(call(callerWith(ctx, [scope]))).resolves.toBeDefined();
});

test('a code is replaced, and given by hand, only by who may change orders and see codes', async () => {
  const ctx = await freshContext();
  const all = callerWith(ctx, everything);
  await all.products.put(game);
  await all.products.importCodes({ sku: 'GAME', codes: ['A', 'B'] });
  const { number, lines } = await all.orders.place(order);
  await all.orders.pay({ number, method: 'cash' });
  const asked = { number, reason: null };
  const given = { ...asked, lineId: lines[0]?.id ?? '', replaces: 1, code: 'C' };
  for (const scope of ['orders:write', 'codes:read'] as const) {
    const { orders } = callerWith(ctx, without(scope));
    const refused = { code: 'FORBIDDEN' };
    await expect(orders.replaceCode({ ...asked, codeId: 1 })).rejects.toMatchObject(refused);
    await expect(orders.giveCode(given)).rejects.toMatchObject(refused);
  }
  const { orders } = callerWith(ctx, ['orders:write', 'codes:read']);
  await orders.replaceCode({ ...asked, codeId: 1 });
  await orders.giveCode({ ...given, replaces: 2 });
});

test('stock is adjusted with products:write only', async () => {
  const ctx = await freshContext();
  const mug = { ...game, sku: 'MUG', kind: 'physical', stock: 7 } as const;
  await callerWith(ctx, everything).products.put(mug);
  const asked = { sku: 'MUG', adjustment: { delta: -1, reason: 'Broken' } };
  const refused = callerWith(ctx, without('products:write')).products.adjustStock(asked);
  await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { stock } = await callerWith(ctx, ['products:write']).products.adjustStock(asked);
  expect(stock).toBe(6);
});

test('wrong inputs are told by field, and more codes than go in at once are refused', async () => {
  const { products } = callerWith(await freshContext(), everything);
  await expect(products.put({ ...game, price: -1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(products.put({ ...game, sku: ' x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await products.put(game);
  const codes = Array.from({ length: 10_001 }, (_, index) => `C${index}`);
  await expect(products.importCodes({ sku: 'GAME', codes })).rejects.toThrow(/10000|10,000/);
  await expect(products.importCodes({ sku: 'GAME', codes: ['A', ' '] })).rejects.toThrow(/empty/);
});
