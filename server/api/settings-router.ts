import * as z from 'zod';
import { scopes } from '#domain/vocabulary';
import { ChangeBrand, changeBrand } from '#server/settings/change-brand';
import { ChangeDeliveryTimes, changeDeliveryTimes } from '#server/settings/change-delivery-times';
import { ChangeShop, changeShop } from '#server/settings/change-shop';
import { readBrand } from '#server/settings/read-brand';
import { readDeliveryForm } from '#server/settings/read-delivery-form';
import { readShopForm } from '#server/settings/read-shop-form';
import { createApiKey } from '#server/staff/create-api-key';
import { findApiKeys } from '#server/staff/find-api-keys';
import { revokeApiKey } from '#server/staff/revoke-api-key';
import { procedure, router } from './trpc';

const NewApiKey = z.strictObject({ name: z.string().max(1000), scopes: z.array(z.enum(scopes)) });

export const settingsRouter = router({
  shop: procedure('settings:read').query(({ ctx }) => readShopForm(ctx)),

  changeShop: procedure('settings:write')
    .input(ChangeShop)
    .mutation(({ ctx, input }) => changeShop(ctx, input)),

  brand: procedure('settings:read').query(({ ctx }) => readBrand(ctx)),

  changeBrand: procedure('settings:write')
    .input(ChangeBrand)
    .mutation(({ ctx, input }) => changeBrand(ctx, input)),

  deliveryTimes: procedure('settings:read').query(({ ctx }) => readDeliveryForm(ctx)),

  changeDeliveryTimes: procedure('settings:write')
    .input(ChangeDeliveryTimes)
    .mutation(({ ctx, input }) => changeDeliveryTimes(ctx, input)),

  apiKeys: procedure('settings:read').query(({ ctx }) => findApiKeys(ctx)),

  createApiKey: procedure('settings:write')
    .input(NewApiKey)
    .mutation(({ ctx, input }) => createApiKey(ctx, { ...input, grantable: ctx.caller.scopes })),

  revokeApiKey: procedure('settings:write')
    .input(z.strictObject({ id: z.string().max(100) }))
    .mutation(({ ctx, input }) => revokeApiKey(ctx, input.id)),
});
