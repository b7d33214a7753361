import * as z from 'zod';
import { eraseCustomer } from '#server/customers/erase-customer';
import { exportCustomer } from '#server/customers/export-customer';
import { listCustomers } from '#server/customers/list-customers';
import { mergeCustomers } from '#server/customers/merge-customers';
import { noteCustomer } from '#server/customers/note-customer';
import { readCustomerPage } from '#server/customers/read-customer-page';
import { signOutCustomer } from '#server/customers/sign-out-customer';
import { AppError } from '#server/errors';
import { OptionalText } from '#server/input';
import { defaultShop } from '#server/settings/shop-settings';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

const ownerOnly = 'Only the owner can erase a customer.';

const OfCustomer = z.strictObject({ id: z.string().max(100) });

export const customersRouter = router({
  list: procedure('orders:read')
    .input(Paging.extend({ q: z.string().max(200).optional() }))
    .query(({ ctx, input }) => listCustomers(ctx.db, input)),

  page: procedure('orders:read')
    .input(Paging.extend(OfCustomer.shape))
    .query(({ ctx, input }) => readCustomerPage(ctx, input)),

  note: procedure('orders:write')
    .input(OfCustomer.extend({ note: OptionalText(2000) }))
    .mutation(({ ctx, input }) => noteCustomer(ctx, input)),

  merge: procedure('orders:write')
    .input(z.strictObject({ keepId: z.string().max(100), mergeId: z.string().max(100) }))
    .mutation(({ ctx, input }) => mergeCustomers(ctx, { ...input, actor: ctx.caller.actor })),

  signOut: procedure('orders:write')
    .input(OfCustomer)
    .mutation(({ ctx, input }) => signOutCustomer(ctx, { ...input, actor: ctx.caller.actor })),

  export: procedure('orders:read')
    .input(OfCustomer)
    .mutation(({ ctx, input }) => exportCustomer(ctx, { ...input, actor: ctx.caller.actor })),

  erase: procedure('orders:write')
    .input(OfCustomer)
    .mutation(({ ctx, input }) => {
      const { actor, role } = ctx.caller;
      if (role !== 'owner') throw new AppError('forbidden', ownerOnly);
      return eraseCustomer(ctx, { ...input, actor, shop: ctx.shop ?? defaultShop });
    }),
});
