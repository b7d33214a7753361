import { asc } from 'drizzle-orm';
import { paymentAccounts } from '#db/schema/payments';
import type { Currency } from '#domain/currency';
import { offlineMethods } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { type AccountHealth, accountHealthQueries, healthOf } from './account-health';
import type { Weakness } from './gateways/gateway';
import { findGateway } from './gateways/registry';
import { type OfflineAccount, offlineAccountOf } from './offline-account';
import type { AccountRow } from './payment-account';
import { secretsIfReadable, weaknessOf } from './read-gateway-account';

type GatewaySummary = AccountHealth &
  Readonly<{
    slug: string;
    gateway: string;
    name: string;
    enabled: boolean;
    live: boolean;
    currency: Currency | null;
    /** Whether its messages say if they are real. */
    tellsLive: boolean;
    areSecretsReadable: boolean;
    weakness: Weakness | null;
    changedAt: number;
  }>;

export type AccountList = Readonly<{
  gateways: readonly GatewaySummary[];
  /** All four, in their own order, whether they have a row or not. */
  offline: readonly OfflineAccount[];
}>;

/** Every payment account: gateways by name, then the ways to pay without one. One round trip. */
export async function readAccountList({ db, env }: Context): Promise<AccountList> {
  const [rows, ...last] = await db.batch([
    db.select().from(paymentAccounts).orderBy(asc(paymentAccounts.name), asc(paymentAccounts.slug)),
    ...accountHealthQueries(db),
  ]);
  const isOffline = (slug: string) => offlineMethods.some((method) => method === slug);
  return {
    gateways: rows
      .filter(({ slug }) => !isOffline(slug))
      .map((row) => ({
        ...summaryOf(row, env.authSecret),
        ...healthOf(row.slug, last),
      })),
    offline: offlineMethods.map((method) =>
      offlineAccountOf(
        method,
        rows.find(({ slug }) => slug === method),
      ),
    ),
  };
}

function summaryOf(row: AccountRow, authSecret: string): Omit<GatewaySummary, keyof AccountHealth> {
  const { slug, gateway, name, enabled, live, currency, updatedAt } = row;
  const secrets = secretsIfReadable(row, authSecret);
  return {
    ...{ slug, gateway, name, enabled, live, currency },
    tellsLive: findGateway(gateway)?.tellsLive ?? false,
    areSecretsReadable: secrets !== null,
    weakness: weaknessOf(gateway, secrets),
    changedAt: updatedAt,
  };
}
