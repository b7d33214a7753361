import { sql } from 'drizzle-orm';
import { prebuilt } from '#db/prebuilt';
import { registeredPayments } from '#db/schema/payments';
import type { Env } from '#server/env';
import { deriveKey, open, seal } from '#server/secret-box';
import type { RegisteredPayment, SignedMessage } from './gateways/gateway';
import { registeringGateways } from './gateways/registry';

export type RegisteredRow = typeof registeredPayments.$inferSelect;

/** The payment that a message is about, where its gateway makes a key for each; else null. */
export function paymentNamed(message: SignedMessage): string | null {
  for (const { paymentNamed: named } of registeringGateways) {
    const payment = named(message);
    if (payment !== null) return payment;
  }
  return null;
}

/** The query for what was kept of one payment when it was registered. */
export const registeredQuery = prebuilt((db) =>
  db
    .select()
    .from(registeredPayments)
    .where(
      sql`${registeredPayments.account} = ${sql.placeholder('slug')} AND ${registeredPayments.payment} = ${sql.placeholder('payment')}`,
    ),
);

/** What was kept, in the clear. Throws `SealedTextUnreadable` under another AUTH_SECRET. */
export function openRegistered(row: RegisteredRow, env: Env): RegisteredPayment {
  const { amountMinor, currency } = row;
  return { key: open(row.sealed, keyOf(env), boundTo(row)), amountMinor, currency };
}

/** A key as it is kept: it opens for this payment of this account only. */
export function sealRegistered(
  of: Pick<RegisteredRow, 'account' | 'payment'>,
  key: string,
  env: Env,
): string {
  return seal(key, keyOf(env), boundTo(of));
}

function keyOf({ authSecret }: Env) {
  return deriveKey(authSecret, 'payment-keys');
}

function boundTo({ account, payment }: Pick<RegisteredRow, 'account' | 'payment'>): string {
  return JSON.stringify([account, payment]);
}
