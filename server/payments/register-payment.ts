import * as z from 'zod';
import { registeredPayments } from '#db/schema/payments';
import { attemptsMax, commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { invalid, notFound, refused } from '#server/errors';
import { Amount, CurrencyCode } from '#server/input';
import { findGateway } from './gateways/registry';
import { accountQuery } from './payment-account';
import { openRegistered, registeredQuery, sealRegistered } from './registered-payment';

export const RegisterPayment = z.strictObject({
  key: z
    .string('Enter the key.')
    .trim()
    .min(8, 'The key is too short.')
    .max(64, 'The key is too long.'),
  /** What was agreed on with the gateway; the message about the payment does not say it. */
  amount: Amount.optional(),
  currency: CurrencyCode.optional(),
});
export type RegisterPayment = z.infer<typeof RegisterPayment>;

export const RegisteredPaymentView = z.object({
  account: z.string(),
  payment: z.string(),
  amount: z.int().nullable(),
  currency: z.string().nullable(),
});
export type RegisteredPaymentView = z.infer<typeof RegisteredPaymentView>;

type Request = Readonly<{
  slug: string;
  payment: string;
  input: RegisterPayment;
}>;

/**
 * Keeps the key that a gateway made for one payment, so that its message about that payment can be
 * proved; with the amount that was agreed on, where it is given. The same once more changes nothing.
 * Throws `not_found` for the account, `invalid`, `refused` for a gateway without such keys and for a
 * payment that has another one, and `conflict`.
 */
export async function registerPayment(
  ctx: Context,
  request: Request,
): Promise<Readonly<{ view: RegisteredPaymentView; isNew: boolean }>> {
  const { slug, payment, input } = request;
  if ((input.amount === undefined) !== (input.currency === undefined)) throw notBoth(input);
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const [[account], [kept]] = await ctx.db.batch([
      accountQuery(ctx.db, slug),
      registeredQuery(ctx.db, { slug, payment }),
    ]);
    if (!account) throw notFound('The payment account');
    if (!findGateway(account.gateway)?.paymentNamed) throw withoutKeys();
    const view = viewOf(request);
    if (kept && !isSame(ctx, request, kept)) throw registeredBefore();
    if (kept) return { view, isNew: false };
    if (await commit(ctx.db, [insertStatement(ctx, request)])) return { view, isNew: true };
  }
  throw conflict();
}

function notBoth({ amount }: RegisterPayment) {
  const field = amount === undefined ? 'amount' : 'currency';
  return invalid({ [field]: 'Give amount and currency together, or neither.' });
}

function withoutKeys() {
  return refused(
    'This gateway has no key for each payment.',
    'Its secrets are those of the account.',
  );
}

function registeredBefore() {
  return refused(
    'This payment is registered already, with another key or amount.',
    'Register each try to pay under a code of its own.',
  );
}

function isSame(
  ctx: Context,
  { input }: Request,
  kept: typeof registeredPayments.$inferSelect,
): boolean {
  const { key, amountMinor, currency } = openRegistered(kept, ctx.env);
  return (
    key === input.key &&
    amountMinor === (input.amount ?? null) &&
    currency === (input.currency ?? null)
  );
}

function insertStatement({ db, env, now }: Context, { slug, payment, input }: Request): Statement {
  const of = { account: slug, payment };
  return db.insert(registeredPayments).values({
    ...of,
    sealed: sealRegistered(of, input.key, env),
    amountMinor: input.amount ?? null,
    currency: input.currency ?? null,
    registeredAt: now(),
  });
}

function viewOf({ slug, payment, input }: Request): RegisteredPaymentView {
  const { amount = null, currency = null } = input;
  return { account: slug, payment, amount, currency };
}
