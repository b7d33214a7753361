import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { isShopSetUp } from '#server/settings/is-shop-set-up';
import { defaultShop } from '#server/settings/shop-settings';
import { createOwner } from './create-owner';

/**
 * Sets the shop up unattended where the settings name an owner and nobody has set it up yet.
 * Returns whether it did. Errors: `invalid` where the owner's e-mail or password will not do.
 */
export async function ensureOwner(ctx: Context): Promise<boolean> {
  const owner = ctx.env.owner;
  if (owner === null || (await isShopSetUp(ctx))) return false;
  const { name: shopName, currency, timeZone } = defaultShop;
  try {
    await createOwner(ctx, { ...owner, shopName, currency, timeZone });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused') return false;
    throw error;
  }
}
