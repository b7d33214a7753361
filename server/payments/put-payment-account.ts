import * as z from 'zod';
import { paymentAccounts } from '#db/schema/payments';
import { currencies } from '#domain/currency';
import { offlineMethods } from '#domain/vocabulary';
import { commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { type AppError, type FieldFaults, invalid, refused } from '#server/errors';
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
    .refine(isGatewayId, 'There is no gateway of this name.'),
  name: RequiredText(100),
  enabled: z.boolean().default(true),
  live: z.boolean().default(true),
  currency: z
    .enum(currencies, { error: 'Enter an ISO 4217 currency code, such as USD.' })
    .nullish(),
  secrets: z
    .record(z.string(), z.unknown(), { error: 'Enter the secrets as an object.' })
    .optional(),
  config: z.unknown().describe('How messages are read; generic-hmac only').optional(),
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
  const row = accountRow(ctx, { slug, input, before });
  const put = { account: viewAccount(row, ctx.env.authSecret), isNew: before === undefined };
  const statements = [accountStatement(ctx, row), ...(request.alongside?.(put) ?? [])];
  if (await commit(ctx.db, statements)) return put;
  throw conflict();
}

type Change = Readonly<{
  slug: string;
  input: PutPaymentAccount;
  before: AccountRow | undefined;
}>;

/** The row that a change comes to, its secrets sealed. Throws `invalid`, and `refused` for the slug of an offline method. */
export function accountRow(ctx: Context, { slug, input, before }: Change): AccountRow {
  if (offlineMethods.some((method) => method === slug)) throw reserved(slug);
  const secrets = checkedSecrets(ctx, input, before);
  const at = ctx.now();
  return {
    slug,
    gateway: input.gateway,
    name: input.name,
    enabled: input.enabled,
    live: input.live,
    currency: input.currency ?? null,
    config: checkedConfig(input, before),
    secrets: seal(JSON.stringify(secrets), deriveKey(ctx.env.authSecret, 'payment-secrets'), slug),
    instructions: before?.instructions ?? null,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
}

/** Writes the row, whether there was one or not. */
export function accountStatement({ db }: Context, row: AccountRow): Statement {
  const { slug, createdAt, ...change } = row;
  return db
    .insert(paymentAccounts)
    .values(row)
    .onConflictDoUpdate({ target: paymentAccounts.slug, set: change });
}

function checkedSecrets(
  { env }: Context,
  { gateway, secrets }: PutPaymentAccount,
  before: AccountRow | undefined,
): Secrets {
  if (secrets === undefined && before?.gateway === gateway) {
    return openSecrets(before, env.authSecret);
  }
  const checked = checkSecrets(gateway, secrets ?? {});
  if (checked.ok) return checked.secrets;
  throw invalid(checked.faults);
}

function checkedConfig(input: PutPaymentAccount, before: AccountRow | undefined): unknown {
  const checked = checkConfig(input, before);
  if (checked.ok) return checked.config;
  throw invalid(checked.faults);
}

type CheckedConfig =
  | Readonly<{ ok: true; config: unknown }>
  | Readonly<{ ok: false; faults: FieldFaults }>;

/** The config as the gateway's adapter takes it; left out, that of the same gateway stays. */
export function checkConfig(
  { gateway, config }: Pick<PutPaymentAccount, 'gateway' | 'config'>,
  before: AccountRow | undefined,
): CheckedConfig {
  const schema = findGateway(gateway)?.config;
  const given = config ?? (before?.gateway === gateway ? before.config : undefined);
  if (schema === undefined) {
    return config === undefined || config === null
      ? { ok: true, config: null }
      : {
          ok: false,
          faults: { config: 'This gateway has nothing to configure beside its secrets.' },
        };
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, config: parsed.data };
  return { ok: false, faults: faultsOf('config', parsed.error) };
}

type CheckedSecrets =
  | Readonly<{ ok: true; secrets: Secrets }>
  | Readonly<{ ok: false; faults: FieldFaults }>;

/** The secrets as the gateway's adapter takes them, or what is wrong with each of them. */
export function checkSecrets(gateway: string, secrets: unknown): CheckedSecrets {
  const parsed = findGateway(gateway)?.secrets.safeParse(secrets);
  if (parsed?.success) return { ok: true, secrets: parsed.data };
  return { ok: false, faults: parsed ? faultsOf('secrets', parsed.error) : {} };
}

function faultsOf(part: 'secrets' | 'config', { issues }: z.ZodError): FieldFaults {
  const faults = issues.flatMap((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [];
    const paths = unknown.length > 0 ? unknown : [issue.path];
    return paths.map((path) => [[part, ...path].join('.'), issue.message]);
  });
  return Object.fromEntries(faults);
}

function reserved(slug: string): AppError {
  return refused(`${slug} is a way to pay without a gateway.`, 'Choose another slug.');
}
