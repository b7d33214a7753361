import { asc } from 'drizzle-orm';
import type { Db } from '#db/client';
import { paymentAccounts } from '#db/schema/payments';
import type { Currency } from '#domain/currency';
import { offlineMethods } from '#domain/vocabulary';
import { type AccountHealth, accountHealthQueries, healthOf } from './account-health';
import { type OfflineAccount, offlineAccountOf } from './offline-account';

type GatewaySummary = AccountHealth &
  Readonly<{
    slug: string;
    gateway: string;
    name: string;
    enabled: boolean;
    live: boolean;
    currency: Currency | null;
  }>;

export type AccountList = Readonly<{
  gateways: readonly GatewaySummary[];
  /** All four, in their own order, whether they have a row or not. */
  offline: readonly OfflineAccount[];
}>;

/** Every payment account: gateways by name, then the ways to pay without one. One round trip. */
export async function readAccountList(db: Db): Promise<AccountList> {
  const [rows, ...last] = await db.batch([
    db
      .select({
        slug: paymentAccounts.slug,
        gateway: paymentAccounts.gateway,
        name: paymentAccounts.name,
        enabled: paymentAccounts.enabled,
        live: paymentAccounts.live,
        currency: paymentAccounts.currency,
        instructions: paymentAccounts.instructions,
      })
      .from(paymentAccounts)
      .orderBy(asc(paymentAccounts.name), asc(paymentAccounts.slug)),
    ...accountHealthQueries(db),
  ]);
  const isOffline = (slug: string) => offlineMethods.some((method) => method === slug);
  return {
    gateways: rows
      .filter(({ slug }) => !isOffline(slug))
      .map(({ instructions, ...account }) => ({ ...account, ...healthOf(account.slug, last) })),
    offline: offlineMethods.map((method) =>
      offlineAccountOf(
        method,
        rows.find(({ slug }) => slug === method),
      ),
    ),
  };
}
