import * as z from 'zod';
import { paymentAccounts } from '#db/schema/payments';
import { currencies } from '#domain/currency';
import { offlineMethods } from '#domain/vocabulary';
import { commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { AppError, invalid } from '#server/errors';
import { RequiredText } from '#server/input';
import { deriveKey, seal } from '#server/secret-box';
import type { Secrets } from './gateways/gateway';
import { findGateway, isGatewayId } from './gateways/registry';
import {
  type AccountRow,
  accountQuery,
  openSecrets,
  type PaymentAccountView,
  viewAccount,
} from './payment-account';

export const AccountSlug = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'Use up to 63 small letters, digits and hyphens, beginning with a letter or digit.',
  );

export const PutPaymentAccount = z.strictObject({
  gateway: z
    .string({ error: 'Choose a gateway.' })
    .refine(isGatewayId, 'There is no gateway of this name.')
    .refine(
      (id) => !isGatewayId(id) || findGateway(id) !== null,
      'This gateway cannot be used yet.',
    ),
  name: RequiredText(100),
  enabled: z.boolean().default(true),
  live: z.boolean().default(true),
  currency: z
    .enum(currencies, { error: 'Enter an ISO 4217 currency code, such as USD.' })
    .nullish(),
  secrets: z
    .record(z.string(), z.unknown(), { error: 'Enter the secrets as an object.' })
    .optional(),
});
export type PutPaymentAccount = z.infer<typeof PutPaymentAccount>;

type PutRequest = Readonly<{
  slug: string;
  input: PutPaymentAccount;
  alongside?: (put: AccountPut) => readonly Statement[];
}>;

export type AccountPut = Readonly<{ account: PaymentAccountView; isNew: boolean }>;

/**
 * Makes or changes a payment account. Secrets are sealed before they are stored; left out, those
 * of the same gateway stay. Throws `invalid` with the secret that does not fit.
 */
export async function putPaymentAccount(ctx: Context, request: PutRequest): Promise<AccountPut> {
  const { slug, input } = request;
  const [before] = await accountQuery(ctx.db, slug);
  if (offlineMethods.some((method) => method === slug)) throw reserved(slug);
  const secrets = checkedSecrets(ctx, input, before);
  const at = ctx.now();
  const row: AccountRow = {
    slug,
    gateway: input.gateway,
    name: input.name,
    enabled: input.enabled,
    live: input.live,
    currency: input.currency ?? null,
    secrets: seal(JSON.stringify(secrets), deriveKey(ctx.env.authSecret, 'payment-secrets'), slug),
    instructions: before?.instructions ?? null,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  const put = { account: viewAccount(row, ctx.env.authSecret), isNew: before === undefined };
  const { slug: _, createdAt, ...change } = row;
  const statement = ctx.db
    .insert(paymentAccounts)
    .values(row)
    .onConflictDoUpdate({ target: paymentAccounts.slug, set: change });
  if (await commit(ctx.db, [statement, ...(request.alongside?.(put) ?? [])])) return put;
  throw conflict();
}

function checkedSecrets(
  { env }: Context,
  { gateway: id, secrets }: PutPaymentAccount,
  before: AccountRow | undefined,
): Secrets {
  if (secrets === undefined && before?.gateway === id) return openSecrets(before, env.authSecret);
  const parsed = findGateway(id)?.secrets.safeParse(secrets ?? {});
  if (parsed?.success) return parsed.data;
  const faults = (parsed?.error.issues ?? []).map(({ path, message }) => [
    ['secrets', ...path].join('.'),
    message,
  ]);
  throw invalid(Object.fromEntries(faults));
}

function reserved(slug: string): AppError {
  const why = {
    reason: `${slug} is a way to pay without a gateway.`,
    remedy: 'Choose another slug.',
  };
  return new AppError('refused', `${why.reason} ${why.remedy}`, why);
}
