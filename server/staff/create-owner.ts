import { paymentAccounts } from '#db/schema/payments';
import { counters, shop, staff } from '#db/schema/shop';
import { type Currency, isCurrency } from '#domain/currency';
import { normalizeEmail } from '#domain/email-address';
import { type OfflineMethod, offlineMethods } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { AppError, type FieldFaults, invalid } from '#server/errors';
import { isShopSetUp } from '#server/settings/is-shop-set-up';
import { shopFaults, textFault } from '#server/settings/shop-faults';
import { orderNumberFirst } from '#server/settings/shop-settings';
import { hashPassword, passwordFault } from './password';

export type NewOwner = Readonly<{
  email: string;
  name?: string;
  password: string;
  shopName: string;
  currency: string;
  timeZone: string;
}>;

/**
 * Sets the shop up: the shop, its owner, the counter of order numbers and the offline ways to pay,
 * all at once or not at all. Without a name the owner goes by the e-mail address.
 * Errors: `invalid` with a sentence per field; `refused` (`already_set_up`) where the shop has been
 * set up already, even by another process in the same moment.
 */
export async function createOwner(
  ctx: Context,
  given: NewOwner,
): Promise<Readonly<{ id: string }>> {
  const { email, currency } = checked(given);
  if (await isShopSetUp(ctx)) throw alreadySetUp();
  const passwordHash = await hashPassword(given.password);
  const id = ctx.newId();
  const at = ctx.now();
  const name = (given.name ?? email).trim();
  const { timeZone } = given;
  try {
    await ctx.db.batch([
      ctx.db
        .insert(shop)
        .values({ id: 1, name: given.shopName.trim(), currency, timeZone, setUpAt: at }),
      ctx.db.insert(staff).values({ id, email, name, role: 'owner', passwordHash, createdAt: at }),
      ctx.db
        .insert(counters)
        .values({ name: 'order', value: orderNumberFirst - 1 })
        .onConflictDoNothing(),
      ctx.db.insert(paymentAccounts).values(offlineAccounts(at)).onConflictDoNothing(),
    ]);
  } catch (cause) {
    if (await isShopSetUp(ctx)) throw alreadySetUp(cause);
    throw cause;
  }
  return { id };
}

function checked(given: NewOwner): Readonly<{ email: string; currency: Currency }> {
  const email = normalizeEmail(given.email);
  const { currency } = given;
  const faults = {
    name: given.name === undefined ? null : textFault(given.name, 'the owner'),
    email: email === null ? 'Enter an e-mail address, such as owner@shop.example.' : null,
    password: passwordFault(given.password, given.email),
    shopName: shopFaults.name(given.shopName),
    currency: shopFaults.currency(given.currency),
    timeZone: shopFaults.timeZone(given.timeZone),
  };
  const fields: FieldFaults = Object.fromEntries(
    Object.entries(faults).flatMap(([field, fault]) => (fault === null ? [] : [[field, fault]])),
  );
  if (email === null || !isCurrency(currency) || Object.keys(fields).length > 0) {
    throw invalid(fields);
  }
  return { email, currency };
}

function alreadySetUp(cause?: unknown): AppError {
  return new AppError('refused', 'This shop has already been set up.', {
    reason: 'already_set_up',
    remedy: 'Sign in instead.',
    cause,
  });
}

function offlineAccounts(at: number): (typeof paymentAccounts.$inferInsert)[] {
  return offlineMethods.map((method) => ({
    slug: method,
    gateway: method,
    ...offlineWords[method],
    enabled: true,
    live: true,
    createdAt: at,
    updatedAt: at,
  }));
}

type Words = Readonly<{ name: string; instructions: string }>;

const offlineWords = {
  cheque: {
    name: 'Cheque',
    instructions:
      'Please send us a cheque for the full amount and write your order number on the back. We send your order as soon as the cheque has cleared.',
  },
  wire: {
    name: 'Bank transfer',
    instructions:
      'Please transfer the full amount to our bank account and give your order number as the reference. We send your order as soon as the money has arrived. Ask us for our bank details if you do not have them.',
  },
  cash: {
    name: 'Cash',
    instructions: 'Please pay the full amount in cash when you collect your order.',
  },
  terminal: {
    name: 'Card by terminal',
    instructions: 'Please pay by card at our terminal when you collect your order.',
  },
} as const satisfies Record<OfflineMethod, Words>;
