import { expect, test, vi } from 'vitest';
import { paymentAccounts } from '#db/schema/payments';
import { counters, shop, staff } from '#db/schema/shop';
import { createOwner } from './create-owner';
import { ensureOwner } from './ensure-owner';
import { freshContext } from './fresh-context';
import { hashPassword } from './password';

vi.mock('./password', { spy: true });

const owner = {
  email: ' Owner@Shop.Example ',
  name: 'Ada',
  password: 'correct horse battery',
  shopName: 'Ada’s Seeds',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
};

test('the set-up makes the shop, its owner, the order counter and the offline ways to pay', async () => {
  const ctx = await freshContext();
  const { id } = await createOwner(ctx, owner);
  expect(await ctx.db.select().from(shop)).toMatchObject([
    { id: 1, name: 'Ada’s Seeds', currency: 'EUR', timeZone: 'Europe/Berlin' },
  ]);
  const people = await ctx.db.select().from(staff);
  expect(people).toMatchObject([{ id, email: 'owner@shop.example', name: 'Ada', role: 'owner' }]);
  expect(JSON.stringify(people)).not.toContain('correct horse');
  expect(await ctx.db.select().from(counters)).toEqual([{ name: 'order', value: 1000 }]);
  const accounts = await ctx.db.select().from(paymentAccounts);
  expect(accounts.map(({ slug }) => slug)).toEqual(['cheque', 'wire', 'cash', 'terminal']);
});

test('a second set-up is refused and changes nothing', async () => {
  const ctx = await freshContext();
  await createOwner(ctx, owner);
  const second = createOwner(ctx, { ...owner, email: 'thief@shop.example', shopName: 'Mine' });
  await expect(second).rejects.toMatchObject({
    code: 'refused',
    details: { reason: 'already_set_up' },
  });
  expect(await ctx.db.select().from(staff)).toHaveLength(1);
});

test('a shop that is set up hashes no password for strangers, which is a lot of work', async () => {
  const ctx = await freshContext();
  await createOwner(ctx, owner);
  vi.mocked(hashPassword).mockClear();
  await expect(createOwner(ctx, owner)).rejects.toMatchObject({ code: 'refused' });
  expect(hashPassword).not.toHaveBeenCalled();
});

test('every wrong field is named with what to do about it', async () => {
  const ctx = await freshContext();
  const wrong = createOwner(ctx, {
    email: 'nobody',
    name: ' ',
    password: 'short',
    shopName: 'x'.repeat(101),
    currency: 'eur',
    timeZone: 'Mars/Base',
  });
  await expect(wrong).rejects.toMatchObject({
    code: 'invalid',
    details: {
      fields: {
        email: 'Enter an e-mail address, such as owner@shop.example.',
        name: 'Enter the name of the owner.',
        password: 'Use 10 characters or more.',
        shopName: 'Use 100 characters or fewer.',
        currency: 'Choose a currency from the list.',
        timeZone: 'Choose a time zone from the list.',
      },
    },
  });
  expect(await ctx.db.select().from(shop)).toEqual([]);
});

test('the e-mail address will not do as the password', async () => {
  const ctx = await freshContext();
  const wrong = createOwner(ctx, { ...owner, password: 'owner@shop.example' });
  await expect(wrong).rejects.toMatchObject({ code: 'invalid' });
});

test('accounts and numbers that programs made before the set-up are kept', async () => {
  const ctx = await freshContext();
  await ctx.db.insert(counters).values({ name: 'order', value: 1007 });
  await ctx.db.insert(paymentAccounts).values({
    slug: 'wire',
    gateway: 'wire',
    name: 'Our bank',
    enabled: false,
    live: true,
    createdAt: 1,
    updatedAt: 1,
  });
  await createOwner(ctx, owner);
  expect(await ctx.db.select().from(counters)).toEqual([{ name: 'order', value: 1007 }]);
  const accounts = await ctx.db.select().from(paymentAccounts);
  expect(accounts.find(({ slug }) => slug === 'wire')).toMatchObject({ name: 'Our bank' });
  expect(accounts).toHaveLength(4);
});

test('the settings set the shop up unattended, once', async () => {
  const ctx = await freshContext({
    OWNER_EMAIL: 'boss@shop.example',
    OWNER_PASSWORD: 'ten or more',
  });
  expect(await ensureOwner(ctx)).toBe(true);
  expect(await ensureOwner(ctx)).toBe(false);
  expect(await ctx.db.select().from(shop)).toMatchObject([{ name: 'My shop', currency: 'USD' }]);
  expect(await ctx.db.select().from(staff)).toMatchObject([{ email: 'boss@shop.example' }]);
});

test('without an owner in the settings nothing is set up', async () => {
  const ctx = await freshContext();
  expect(await ensureOwner(ctx)).toBe(false);
  expect(await ctx.db.select().from(shop)).toEqual([]);
});
