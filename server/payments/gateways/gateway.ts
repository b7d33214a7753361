import type { z } from 'zod';
import type { Claim } from '#domain/claim';
import type { Currency } from '#domain/currency';
import type { Ask } from './ask';

export type { Claim, ClaimStatus, Trust } from '#domain/claim';

/** A message as it came in: the bytes untouched, the names of its headers in lower case. */
export type SignedMessage = Readonly<{
  body: Uint8Array;
  headers: Readonly<Record<string, string | undefined>>;
}>;

/** What an account is configured with, by name: secrets, lists of them, and options beside them. */
export type Secrets = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** A payment that has a key of its own, and what was agreed on for it; minor units. */
export type RegisteredPayment = Readonly<{
  key: string;
  amountMinor: number | null;
  currency: Currency | null;
}>;

export type GatewayAccount = Readonly<{
  secrets: Secrets;
  live: boolean;
  currency: string | null;
  /** Our address as the gateway was told it; some gateways sign it with the message. */
  url: string;
  /** How messages are read, for the adapter that can be told (`generic-hmac`); else null. */
  config: unknown;
  /** What the shop has handed in of the payment that the message names (`paymentNamed`). */
  registered?: RegisteredPayment | null;
}>;

/** `reason` is one plain sentence for the inbox and never holds a secret. */
export type Verification =
  | Readonly<{
      verified: true;
      /** One, or one for each item where a message holds several: all of them are proved. */
      claims: readonly [Claim, ...Claim[]];
      /** Why the gateway has not confirmed claims that need it, and whether asking again may help. */
      unconfirmed?: Unconfirmed;
    }>
  | Readonly<{ verified: false; problem: Problem; reason: string }>;

export type Unconfirmed = Readonly<{ reason: string; isAskedAgain: boolean }>;

export type Problem = 'bad_signature' | 'malformed' | 'not_configured';

/** When the message came in (ms UTC), and the way to ask the gateway back. */
export type Verifying = Readonly<{ atMs: number; ask: Ask }>;

/** What the gateway is told. Only 2xx means that the message need not be sent again. */
export type Reply = Readonly<{
  status: 200 | 400 | 401 | 413 | 503;
  text: string;
  contentType?: string;
}>;

export type Weakness = Readonly<{ what: string; remedy: string }>;

/** What became of a message: taken, whatever its verdict, or turned away. */
export type Answering = Readonly<{
  outcome: 'taken' | Problem;
  message: SignedMessage;
  account: GatewayAccount;
  atMs: number;
}>;

/**
 * One gateway, without a database. `verify` never throws, whatever the message, reads no clock and
 * reaches nothing but through `ask`. A claim whose facts are not all proved has the trust `partial`
 * or `none`; where the gateway can be asked, `verify` has asked, and says `unconfirmed` when no
 * answer came.
 */
export type Gateway = Readonly<{
  id: string;
  name: string;
  secrets: z.ZodType<Secrets>;
  /** Names among them that are no secrets, and may be shown as they are. */
  shown?: readonly string[];
  /** How messages are read, where that can be told. */
  config?: z.ZodType;
  /** The hosts that `verify` may ask; none where it asks nobody. */
  hosts?: readonly string[];
  /**
   * Whether a refund message tells the sum of all refunds so far, or only its own amount; by the
   * account's config where that is told there.
   */
  refundsAreTotals: boolean | ((config: unknown) => boolean);
  /** Whether money that goes back is told with the transaction id of its payment, never with one of its own. */
  returnsNamePayment?: boolean;
  /** Whether it cannot be asked if money went back, so that anybody could post that of a payment. */
  returnsAreUnproved?: boolean;
  /** Whether a message that calls itself no test is proof of real money: sandboxes may say so too. */
  tellsLive: boolean;
  /** Whether its messages carry an amount and no currency, so that the account has to say it. */
  namesNoCurrency?: boolean;
  /** Whether an approval without an amount means what was agreed on for the order beforehand. */
  amountIsAgreed?: boolean;
  /** Where each payment has a key of its own: which one a message is about, unproved. */
  paymentNamed?: (message: SignedMessage) => string | null;
  /** What of how an account is set up lets a stranger do harm, as one sentence with its remedy. */
  weakness?: (secrets: Secrets) => Weakness | null;
  verify: (
    message: SignedMessage,
    account: GatewayAccount,
    verifying: Verifying,
  ) => Verification | Promise<Verification>;
  /** The answer in the gateway's own form, where plain `OK` and a status will not do. */
  reply?: (answering: Answering) => Reply | null;
}>;

export function proved(claim: Claim, ...further: readonly Claim[]): Verification {
  return { verified: true, claims: [claim, ...further] };
}

/** A claim that is not to be acted on yet: `again` asks later, `never` waits for a person. */
export function unconfirmed(claim: Claim, reason: string, asked: 'again' | 'never'): Verification {
  return {
    verified: true,
    claims: [claim],
    unconfirmed: { reason, isAskedAgain: asked === 'again' },
  };
}

export function badSignature(reason: string): Verification {
  return { verified: false, problem: 'bad_signature', reason };
}

export function malformed(reason: string): Verification {
  return { verified: false, problem: 'malformed', reason };
}

export function notConfigured(reason: string): Verification {
  return { verified: false, problem: 'not_configured', reason };
}

/** A secret as the list it may be (rotation). Blank ones are left out: they must prove nothing. */
export function secretList(secrets: Secrets, name: string): readonly string[] {
  const value = secrets[name];
  const list = typeof value === 'string' ? [value] : (value ?? []);
  return list === true || list === false ? [] : list.filter((secret) => secret.trim() !== '');
}

/** The one value of a setting that is no list, or undefined. */
export function setting(secrets: Secrets, name: string): string | undefined {
  return secretList(secrets, name)[0];
}

/** Whether an option is switched on. */
export function isOn(secrets: Secrets, name: string): boolean {
  return secrets[name] === true;
}
