import { expect, test } from 'vitest';
import { counters, shop } from '#db/schema/shop';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { ChangeShop, changeShop } from './change-shop';
import { guessCurrency } from './guess-currency';
import { readShopForm } from './read-shop-form';
import { currencyChoices, timeZoneChoices } from './shop-choices';
import { defaultShop } from './shop-settings';

const wanted: ChangeShop = {
  name: 'Seeds & Sons',
  currency: 'JPY',
  timeZone: 'Asia/Tokyo',
  numberPrefix: 'S-',
  deliveredOnTracking: false,
  language: 'de',
  callbackDays: 90,
  paymentPage: 'https://shop.example/pay/{number}',
  downloadsMax: 3,
  downloadDays: null,
};

/** Delivery times have a form of their own. */
const { deliveryTimes, ...untouched } = defaultShop;

async function openShop(): Promise<TestContext> {
  const ctx = await freshContext();
  const { name, currency, timeZone } = defaultShop;
  await ctx.db.insert(shop).values({ id: 1, name, currency, timeZone, setUpAt: ctx.now() });
  return ctx;
}

test('the settings are changed all together and the counter stays where it is', async () => {
  const ctx = await openShop();
  await ctx.db.insert(counters).values({ name: 'order', value: 1041 });
  await changeShop(ctx, wanted);
  expect(await readShopForm(ctx)).toEqual({ ...wanted, nextNumber: 1042 });
});

test('the next number may be raised, also before the first order', async () => {
  const ctx = await openShop();
  expect((await readShopForm(ctx)).nextNumber).toBe(1001);
  await changeShop(ctx, { ...wanted, nextNumber: 5000 });
  expect((await readShopForm(ctx)).nextNumber).toBe(5000);
  await changeShop(ctx, { ...wanted, nextNumber: 5000 });
  expect((await readShopForm(ctx)).nextNumber).toBe(5000);
});

test('a number that was given out is refused and nothing else changes', async () => {
  const ctx = await openShop();
  await ctx.db.insert(counters).values({ name: 'order', value: 1041 });
  await expect(changeShop(ctx, { ...wanted, nextNumber: 1041 })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { nextNumber: 'Enter 1042 or more: numbers are never used twice.' } },
  });
  expect(await readShopForm(ctx)).toEqual({ ...untouched, nextNumber: 1042 });
});

test('an order that takes the number in the same moment is never doubled', async () => {
  const ctx = await openShop();
  await ctx.db.insert(counters).values({ name: 'order', value: 1041 });
  const overtaken: TestContext = { ...ctx, db: overtakenOnce(ctx) };
  await expect(changeShop(overtaken, { ...wanted, nextNumber: 1042 })).rejects.toMatchObject({
    details: { fields: { nextNumber: 'Enter 1043 or more: numbers are never used twice.' } },
  });
  expect(await readShopForm(ctx)).toEqual({ ...untouched, nextNumber: 1043 });
});

/** Between the read and the batch somebody places an order. */
function overtakenOnce(ctx: TestContext): TestContext['db'] {
  let isFirst = true;
  return new Proxy(ctx.db, {
    get(db, name) {
      if (name !== 'batch') return Reflect.get(db, name);
      return async (statements: Parameters<typeof db.batch>[0]) => {
        if (isFirst) await db.update(counters).set({ value: 1042 });
        isFirst = false;
        return db.batch(statements);
      };
    },
  });
}

test('before the set-up there is nothing to change', async () => {
  const ctx = await freshContext();
  expect(await readShopForm(ctx)).toEqual({ ...untouched, nextNumber: 1001 });
  await expect(changeShop(ctx, wanted)).rejects.toMatchObject({
    code: 'refused',
    details: { reason: 'not_set_up' },
  });
});

test.each([
  [{ name: ' ' }, 'Enter the name of the shop.'],
  [{ name: 'a\nb' }, 'Use one line of plain text.'],
  [{ currency: 'usd' }, 'Choose a currency from the list.'],
  [{ timeZone: '+02:00' }, 'Choose a time zone from the list.'],
  [{ numberPrefix: '#' }, 'Use up to 20 letters'],
  [{ numberPrefix: 'x'.repeat(21) }, 'Use up to 20 letters'],
  [{ downloadsMax: 0 }, 'Enter 1 or more.'],
  [{ downloadDays: 3651 }, 'Enter at most 3650 days.'],
  [{ nextNumber: 0 }, 'Enter a whole number.'],
  [{ nextNumber: 1.5 }, 'Enter a whole number.'],
  [{ nextNumber: 1e9 }, 'Enter at most 999999999.'],
])('%j is refused in words', (change, sentence) => {
  const { error } = ChangeShop.safeParse({ ...wanted, ...change });
  expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining(sentence)]);
});

test('every choice that is offered can be chosen', () => {
  for (const { value: currency } of currencyChoices())
    expect(ChangeShop.safeParse({ ...wanted, currency }).success).toBe(true);
  for (const { value: timeZone } of timeZoneChoices())
    expect(ChangeShop.safeParse({ ...wanted, timeZone }).success).toBe(true);
});

test.each([
  ['de-DE,de;q=0.9,en;q=0.8', 'EUR'],
  ['en-GB', 'GBP'],
  ['zh-Hant-TW', 'USD'],
  ['ja', 'JPY'],
  ['de-CH', 'CHF'],
  ['', 'USD'],
  ['*', 'USD'],
  ['constructor', 'USD'],
])('a browser that speaks %j is offered %s', (language, currency) => {
  expect(guessCurrency(language)).toBe(currency);
});
