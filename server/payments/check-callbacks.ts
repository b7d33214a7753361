import { type ClaimFacts, noFacts } from './gateways/claim-facts';
import type { Claim, Verification } from './gateways/gateway';
import { findGateway } from './gateways/registry';
import { accountOf, askSaved, messageOf, SavedCallback } from './saved-callback';

type Item = ClaimFacts & Pick<Claim, 'status' | 'eventId'>;

/** One line of the report. A message that does not verify has a reason and no facts. */
export type CheckedCallback = Readonly<
  ClaimFacts & {
    name: string;
    verified: boolean;
    reason?: string;
    status: Claim['status'] | null;
  } & Partial<Omit<Claim, keyof ClaimFacts | 'eventKey' | 'status'>> & {
      /** Where one message holds several, all of them; the facts above are those of the first. */
      items?: readonly Item[];
    }
>;

/**
 * Verifies saved callbacks in their order, without a database and without asking anybody: what a
 * gateway would answer stands in the entry. `gatewayOfFile` is used where an entry names no
 * gateway, `nowMs` where it has no `now` (Unix seconds). An entry that cannot be verified says why,
 * and never stops the others. A reason that begins with `schema:` is about a message whose
 * signature fits or was not reached because its form cannot be read.
 */
export async function checkCallbacks(
  entries: readonly unknown[],
  gatewayOfFile: string,
  nowMs: number,
): Promise<readonly CheckedCallback[]> {
  const checked: CheckedCallback[] = [];
  for (const entry of entries) {
    const parsed = SavedCallback.safeParse(entry);
    checked.push(
      parsed.success
        ? await checkCallback(parsed.data, gatewayOfFile, nowMs)
        : unverified(nameOf(entry), 'This entry is not a saved callback.'),
    );
  }
  return checked;
}

function nameOf(entry: unknown): string {
  return SavedCallback.pick({ name: true }).safeParse(entry).data?.name ?? '';
}

async function checkCallback(
  saved: SavedCallback,
  gatewayOfFile: string,
  nowMs: number,
): Promise<CheckedCallback> {
  const id = saved.gateway ?? gatewayOfFile;
  const gateway = findGateway(id);
  const message = messageOf(saved);
  if (message === null) return unverified(saved.name, 'This entry is not a message of a gateway.');
  if (gateway === null) return unverified(saved.name, `There is no gateway called ${id}.`);
  const config = gateway.config?.safeParse(saved.config);
  if (config?.success === false) return unverified(saved.name, 'The config cannot be read.');
  const atMs = saved.now === undefined || saved.now === null ? nowMs : saved.now * 1000;
  const account = { ...accountOf(saved), config: config?.data ?? null };
  return report(saved.name, await gateway.verify(message, account, { atMs, ask: askSaved(saved) }));
}

function report(name: string, verification: Verification): CheckedCallback {
  if (!verification.verified) {
    const prefix = verification.problem === 'malformed' ? 'schema: ' : '';
    return unverified(name, prefix + verification.reason);
  }
  const { claims, unconfirmed } = verification;
  const [{ eventKey: _, ...first }, ...others] = claims;
  if (first.trust === 'none') {
    return {
      ...unverified(name, unconfirmed?.reason ?? 'Nothing of it is proved.'),
      trust: 'none',
    };
  }
  return {
    name,
    verified: true,
    ...first,
    ...(others.length > 0 && { items: claims.map(itemOf) }),
  };
}

function itemOf(claim: Claim): Item {
  const { orderNumber, amountMinor, currency, transactionId, authorizationCode } = claim;
  const { status, eventId } = claim;
  return { orderNumber, amountMinor, currency, transactionId, authorizationCode, status, eventId };
}

function unverified(name: string, reason: string): CheckedCallback {
  return {
    name,
    verified: false,
    ...noFacts,
    status: null,
    reason,
  };
}
