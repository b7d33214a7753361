import type { z } from 'zod';
import type { Claim } from '#domain/claim';

export type { Claim, ClaimStatus, Trust } from '#domain/claim';

/** A message as it came in: the bytes untouched, the names of its headers in lower case. */
export type SignedMessage = Readonly<{
  body: Uint8Array;
  headers: Readonly<Record<string, string | undefined>>;
}>;

export type Secrets = Readonly<Record<string, string | readonly string[] | undefined>>;

export type GatewayAccount = Readonly<{ secrets: Secrets; live: boolean; currency: string | null }>;

/** `reason` is one plain sentence for the inbox and never holds a secret. */
export type Verification =
  | Readonly<{ verified: true; claim: Claim }>
  | Readonly<{
      verified: false;
      problem: 'bad_signature' | 'malformed' | 'not_configured';
      reason: string;
    }>;

/** `verify` never throws, whatever the message, and reads no clock: `atMs` is when it came in. */
export type Gateway = Readonly<{
  id: string;
  name: string;
  secrets: z.ZodType<Secrets>;
  /** Whether a refund message tells the sum of all refunds so far, or only its own amount. */
  refundsAreTotals: boolean;
  /** Whether a message that calls itself no test is proof of real money: sandboxes may say so too. */
  tellsLive: boolean;
  verify: (message: SignedMessage, account: GatewayAccount, atMs: number) => Verification;
}>;

export function proved(claim: Claim): Verification {
  return { verified: true, claim };
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
  return list.filter((secret) => secret.trim() !== '');
}
