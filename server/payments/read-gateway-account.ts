import { desc, eq } from 'drizzle-orm';
import { callbacks } from '#db/schema/payments';
import type { Currency } from '#domain/currency';
import { offlineMethods } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { maskSecret, SealedTextUnreadable } from '#server/secret-box';
import { type AccountHealth, accountHealthQueries, healthOf } from './account-health';
import type { Secrets, Weakness } from './gateways/gateway';
import { isOn, secretList } from './gateways/gateway';
import { findGateway } from './gateways/registry';
import { findSigner } from './gateways/samples/sample-signers';
import type { LabCase } from './lab/lab-cases';
import { labCasesOf } from './lab/lab-cases-of';
import { type AccountRow, accountQuery, gatewayAccount, openSecrets } from './payment-account';
import { type InboxRow, inboxRows } from './read-inbox-page';
import { leftOutOf, refusedCount, refusedCounter } from './refused-budget';

export type GatewayAccountPage = AccountHealth &
  Readonly<{
    slug: string;
    gateway: string;
    name: string;
    enabled: boolean;
    live: boolean;
    currency: Currency | null;
    /** By name, in the order of the list that is tried, each masked. */
    secrets: Readonly<Record<string, readonly string[]>>;
    /** What stands beside them and is no secret, by name. */
    settings: Readonly<Record<string, string | boolean>>;
    config: unknown;
    /** Whether its messages say if they are real. */
    tellsLive: boolean;
    /** Whether sample messages of its gateway can be made here, and which cases this account can play. */
    lab: Readonly<{ canSign: boolean; cases: readonly LabCase[] }>;
    /** False after AUTH_SECRET was changed: they have to be entered anew. */
    areSecretsReadable: boolean;
    weakness: Weakness | null;
    /** Says which state of the account a form was made from. */
    version: number;
    /** The last five callbacks, newest first. */
    callbacks: readonly InboxRow[];
    /** How many messages of today proved nothing and were counted only. */
    leftOut: number;
  }>;

/** All that the page of one gateway's account shows. One round trip. Throws `not_found`. */
export async function readGatewayAccount(
  { db, env, now }: Context,
  slug: string,
): Promise<GatewayAccountPage> {
  const [[account], recent, refused, ...last] = await db.batch([
    accountQuery(db, slug),
    inboxRows(db)
      .where(eq(callbacks.account, slug))
      .orderBy(desc(callbacks.receivedAt), desc(callbacks.id))
      .limit(5),
    refusedCount(db, { counter: refusedCounter(slug, now()) }),
    ...accountHealthQueries(db),
  ]);
  if (!account || offlineMethods.some((method) => method === slug)) {
    throw notFound('The payment account');
  }
  const { gateway, name, enabled, live, currency, updatedAt } = account;
  const secrets = secretsIfReadable(account, env.authSecret);
  const { shown = [], tellsLive = false } = findGateway(gateway) ?? {};
  return {
    ...{ slug, gateway, name, enabled, live, currency },
    ...healthOf(slug, last),
    secrets: maskedLists(secrets ?? {}, shown),
    settings: settingsOf(secrets ?? {}, shown),
    config: account.config,
    tellsLive,
    lab: {
      canSign: findSigner(gateway) !== null,
      cases: secrets === null ? [] : labCasesOf(gateway, gatewayAccount(account, env)),
    },
    areSecretsReadable: secrets !== null,
    weakness: weaknessOf(gateway, secrets),
    version: updatedAt,
    callbacks: recent,
    leftOut: leftOutOf(refused),
  };
}

/** Null where they were sealed under another AUTH_SECRET. */
export function secretsIfReadable(account: AccountRow, authSecret: string): Secrets | null {
  try {
    return openSecrets(account, authSecret);
  } catch (error) {
    if (error instanceof SealedTextUnreadable) return null;
    throw error;
  }
}

/** What of its settings lets a stranger do harm, where they can be read. */
export function weaknessOf(gateway: string, secrets: Secrets | null): Weakness | null {
  return secrets === null ? null : (findGateway(gateway)?.weakness?.(secrets) ?? null);
}

function maskedLists(
  secrets: Secrets,
  shown: readonly string[],
): Record<string, readonly string[]> {
  const names = Object.keys(secrets).filter((name) => !shown.includes(name));
  return Object.fromEntries(names.map((name) => [name, secretList(secrets, name).map(maskSecret)]));
}

function settingsOf(secrets: Secrets, shown: readonly string[]): Record<string, string | boolean> {
  const entries = shown.flatMap((name) => {
    const value = isOn(secrets, name) || secretList(secrets, name).join(', ');
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
