import { eq } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#db/client';
import { paymentAccounts } from '#db/schema/payments';
import { currencies } from '#domain/currency';
import { deriveKey, maskSecret, open } from '#server/secret-box';
import type { Secrets } from './gateways/gateway';

const Masked = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const PaymentAccountView = z.object({
  slug: z.string(),
  gateway: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  live: z.boolean(),
  currency: z.enum(currencies).nullable(),
  secrets: Masked.describe('Masked: only the last characters are shown'),
});
export type PaymentAccountView = z.infer<typeof PaymentAccountView>;

export type AccountRow = typeof paymentAccounts.$inferSelect;

/** The query for one account by its slug. */
export function accountQuery(db: Db, slug: string) {
  return db.select().from(paymentAccounts).where(eq(paymentAccounts.slug, slug));
}

/** The secrets of an account in the clear; never leave the server. */
export function openSecrets({ slug, secrets }: AccountRow, authSecret: string): Secrets {
  if (secrets === null) return {};
  return JSON.parse(open(secrets, deriveKey(authSecret, 'payment-secrets'), slug));
}

/** An account as it may be shown, its secrets masked. */
export function viewAccount(account: AccountRow, authSecret: string): PaymentAccountView {
  const { slug, gateway, name, enabled, live, currency } = account;
  const secrets = Object.entries(openSecrets(account, authSecret)).flatMap(([secret, value]) =>
    value === undefined ? [] : [[secret, masked(value)] as const],
  );
  return { slug, gateway, name, enabled, live, currency, secrets: Object.fromEntries(secrets) };
}

function masked(value: string | readonly string[]): string | string[] {
  return typeof value === 'string' ? maskSecret(value) : value.map(maskSecret);
}
