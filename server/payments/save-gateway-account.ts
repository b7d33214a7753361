import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { paymentAccounts } from '#db/schema/payments';
import { commit } from '#server/commit';
import type { Context } from '#server/context';
import { AppError, type FieldFaults, invalid, notFound } from '#server/errors';
import { type Secrets, secretList } from './gateways/gateway';
import { findGateway } from './gateways/registry';
import { type AccountRow, accountQuery } from './payment-account';
import {
  AccountSlug,
  accountRow,
  accountStatement,
  checkConfig,
  checkSecrets,
  PutPaymentAccount,
} from './put-payment-account';
import { secretsIfReadable } from './read-gateway-account';

export const SaveGatewayAccount = PutPaymentAccount.omit({ secrets: true }).extend({
  slug: AccountSlug,
  /** The `version` that the form was made from; null makes a new account. */
  version: z.int().nullable(),
  /** What is done to each secret: one more at the end of its list, some taken out by their place. */
  secrets: z.record(
    z.string(),
    z.strictObject({
      added: z.string().max(4000, 'This is too long for a secret.'),
      removed: z.array(z.int().min(0)).max(20),
    }),
  ),
  /** What stands in the clear beside them; an empty text takes it out. */
  settings: z
    .record(z.string(), z.union([z.boolean(), z.string().max(4000, 'This is too long.')]))
    .default({}),
});
export type SaveGatewayAccount = z.infer<typeof SaveGatewayAccount>;

/**
 * Makes an account, or changes the one that a form was made from. Secrets that the form did not
 * touch stay, and so does a config that is left out. Throws `invalid` beside the field, `refused` for the slug of an offline method,
 * `not_found`, and `conflict` where somebody else has changed the account since.
 */
export async function saveGatewayAccount(ctx: Context, given: SaveGatewayAccount): Promise<void> {
  const { slug, version, secrets: changes, settings, ...input } = given;
  const [before] = await accountQuery(ctx.db, slug);
  checkVersion(before, version);
  const secrets = changedSecrets(ctx, before, given);
  checkFaults(given, secrets, before);
  const row = accountRow(ctx, { slug, input: { ...input, secrets }, before });
  if (await commit(ctx.db, [expectVersion(ctx, given), accountStatement(ctx, row)])) return;
  throw version === null ? taken() : changedMeanwhile();
}

function checkVersion(before: AccountRow | undefined, version: number | null): void {
  if (version === null) {
    if (before) throw taken();
    return;
  }
  if (!before) throw notFound('The payment account');
  if (before.updatedAt !== version) throw changedMeanwhile();
}

function taken(): AppError {
  return invalid({ slug: 'There is an account at this address already.' });
}

function changedMeanwhile(): AppError {
  const reason = 'Somebody else has changed this account since you opened it.';
  const remedy = 'Nothing was saved: open it again and look first.';
  return new AppError('conflict', `${reason} ${remedy}`, { reason, remedy });
}

function changedSecrets(
  { env }: Context,
  before: AccountRow | undefined,
  { gateway, currency, secrets: changes, settings }: SaveGatewayAccount,
): Secrets {
  const kept = before?.gateway === gateway ? secretsIfReadable(before, env.authSecret) : null;
  const changed = { ...kept };
  for (const [name, { added, removed }] of Object.entries(changes)) {
    const list = secretList(changed, name).filter((_, place) => !removed.includes(place));
    const next = added.trim() === '' ? list : [...list, added.trim()];
    delete changed[name];
    if (next.length > 0) changed[name] = next.length === 1 ? next[0] : next;
  }
  for (const [name, value] of Object.entries(settings)) {
    const setting = typeof value === 'string' ? value.trim() : value;
    delete changed[name];
    if (setting !== '' && setting !== false) changed[name] = setting;
  }
  // The API may have set it beside the account's own currency, over which it would win.
  if (changed.accountCurrency !== undefined && currency) changed.accountCurrency = currency;
  return changed;
}

function checkFaults(
  given: SaveGatewayAccount,
  secrets: Secrets,
  before: AccountRow | undefined,
): void {
  const { gateway, currency } = given;
  const checked = checkSecrets(gateway, secrets);
  const checkedConfig = checkConfig(given, before);
  const isMissing = !currency && findGateway(gateway)?.namesNoCurrency === true;
  const faults: FieldFaults = {
    ...(checked.ok ? {} : checked.faults),
    ...(checkedConfig.ok ? {} : checkedConfig.faults),
    ...(isMissing && { currency: 'Choose the currency that this account takes.' }),
  };
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

/** Fails the batch where the account is no longer what was read, or was made in the meantime. */
function expectVersion({ db }: Context, { slug, version }: SaveGatewayAccount) {
  const found = db
    .select({ version: paymentAccounts.updatedAt })
    .from(paymentAccounts)
    .where(eq(paymentAccounts.slug, slug));
  return db.run(sql`INSERT INTO expectations (found, expected) SELECT (${found}), ${version}`);
}
