import { eq } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#db/client';
import { paymentAccounts } from '#db/schema/payments';
import { currencies } from '#domain/currency';
import type { Env } from '#server/env';
import { deriveKey, maskSecret, open } from '#server/secret-box';
import type { GatewayAccount, Secrets } from './gateways/gateway';

const Masked = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()]));

export const PaymentAccountView = z.object({
  slug: z.string(),
  gateway: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  live: z.boolean(),
  currency: z.enum(currencies).nullable(),
  secrets: Masked.describe('Masked: only the last characters are shown'),
  config: z.unknown().describe('How messages are read; generic-hmac only').optional(),
});
export type PaymentAccountView = z.infer<typeof PaymentAccountView>;

export type AccountRow = typeof paymentAccounts.$inferSelect;

/** What of an account a claim is judged and told by. */
export const accountColumns = {
  slug: paymentAccounts.slug,
  gateway: paymentAccounts.gateway,
  name: paymentAccounts.name,
  live: paymentAccounts.live,
  config: paymentAccounts.config,
} as const;

/** The query for one account by its slug. */
export function accountQuery(db: Db, slug: string) {
  return db.select().from(paymentAccounts).where(eq(paymentAccounts.slug, slug));
}

/** The secrets of an account in the clear; never leave the server. */
export function openSecrets({ slug, secrets }: AccountRow, authSecret: string): Secrets {
  if (secrets === null) return {};
  return JSON.parse(open(secrets, deriveKey(authSecret, 'payment-secrets'), slug));
}

/** An account as its adapter takes it, the secrets in the clear. Throws `SealedTextUnreadable`. */
export function gatewayAccount(account: AccountRow, { authSecret, appUrl }: Env): GatewayAccount {
  const { slug, live, currency, config } = account;
  const url = `${appUrl}/api/silent-response/${slug}`;
  return { secrets: openSecrets(account, authSecret), live, currency, config, url };
}

/** An account as it may be shown, its secrets masked. */
export function viewAccount(account: AccountRow, authSecret: string): PaymentAccountView {
  const { slug, gateway, name, enabled, live, currency } = account;
  const secrets = Object.entries(openSecrets(account, authSecret)).flatMap(([secret, value]) =>
    value === undefined ? [] : [[secret, masked(value)] as const],
  );
  return {
    ...{ slug, gateway, name, enabled, live, currency },
    secrets: Object.fromEntries(secrets),
    ...(account.config !== null && { config: account.config }),
  };
}

function masked(value: string | readonly string[] | boolean): string | string[] | boolean {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? maskSecret(value) : value.map(maskSecret);
}
