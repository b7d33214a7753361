import * as z from 'zod';
import type { Claim, GatewayAccount, Secrets, SignedMessage } from './gateways/gateway';
import { findGateway, isGatewayId } from './gateways/registry';

/** One line of the report. A message that does not verify has a reason and no facts. */
export type CheckedCallback = Readonly<
  { name: string; verified: boolean; reason?: string; status: Claim['status'] | null } & Partial<
    Pick<Claim, 'trust' | 'captured' | 'eventId' | 'partial' | 'test'>
  > &
    Pick<Claim, 'orderNumber' | 'amountMinor' | 'currency' | 'transactionId' | 'authorizationCode'>
>;

const SavedCallback = z.object({
  name: z.string().catch(''),
  gateway: z.string().optional(),
  kind: z.string().optional(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({}),
  body: z.string().optional(),
  bodyBase64: z.string().optional(),
  now: z.number().nullish(),
  secrets: z.record(z.string(), z.unknown()).catch({}),
});
type SavedCallback = z.infer<typeof SavedCallback>;

/**
 * Verifies saved callbacks in their order, without a database. `gatewayOfFile` is used where an
 * entry names no gateway, `nowMs` where it has no `now` (Unix seconds). An entry that cannot be
 * verified says why, and never stops the others. A reason that begins with `schema:` is about a
 * message whose signature fits or was not reached because its form cannot be read.
 */
export function checkCallbacks(
  entries: readonly unknown[],
  gatewayOfFile: string,
  nowMs: number,
): readonly CheckedCallback[] {
  return entries.map((entry) => {
    const parsed = SavedCallback.safeParse(entry);
    if (!parsed.success) return unverified(nameOf(entry), 'This entry is not a saved callback.');
    return checkCallback(parsed.data, gatewayOfFile, nowMs);
  });
}

function nameOf(entry: unknown): string {
  return SavedCallback.pick({ name: true }).safeParse(entry).data?.name ?? '';
}

function checkCallback(
  saved: SavedCallback,
  gatewayOfFile: string,
  nowMs: number,
): CheckedCallback {
  const id = saved.gateway ?? gatewayOfFile;
  const gateway = findGateway(id);
  const message = messageOf(saved);
  if (message === null) return unverified(saved.name, 'This entry is not a message of a gateway.');
  if (gateway === null) return unverified(saved.name, missingGateway(id));
  const atMs = saved.now === undefined || saved.now === null ? nowMs : saved.now * 1000;
  const verification = gateway.verify(message, accountOf(saved), atMs);
  if (verification.verified) return verified(saved.name, verification.claim);
  const prefix = verification.problem === 'malformed' ? 'schema: ' : '';
  return unverified(saved.name, prefix + verification.reason);
}

/** Null for entries that check a reply of ours or a bare digest: there is nothing to verify. */
function messageOf(saved: SavedCallback): SignedMessage | null {
  const body =
    saved.bodyBase64 === undefined
      ? Buffer.from(saved.body ?? '', 'utf8')
      : Buffer.from(saved.bodyBase64, 'base64');
  const hasBody = saved.body !== undefined || saved.bodyBase64 !== undefined;
  if (!hasBody || saved.kind === 'response') return null;
  const headers = Object.entries(saved.headers).map(([name, value]) => [
    name.toLowerCase(),
    [value].flat().join(', '),
  ]);
  return { body, headers: Object.fromEntries(headers) };
}

function accountOf(saved: SavedCallback): GatewayAccount {
  const Secret = z.union([z.string(), z.array(z.string())]);
  const secrets: Record<string, Secrets[string]> = {};
  for (const [name, value] of Object.entries(saved.secrets)) {
    const secret = Secret.safeParse(value);
    if (secret.success) secrets[name] = secret.data;
  }
  return { secrets, live: true, currency: null };
}

function missingGateway(id: string): string {
  return isGatewayId(id)
    ? `The gateway ${id} is not supported yet.`
    : `There is no gateway called ${id}.`;
}

function verified(name: string, claim: Claim): CheckedCallback {
  const { eventKey: _, ...facts } = claim;
  return { name, verified: true, ...facts };
}

function unverified(name: string, reason: string): CheckedCallback {
  return {
    name,
    verified: false,
    orderNumber: null,
    amountMinor: null,
    currency: null,
    transactionId: null,
    authorizationCode: null,
    status: null,
    reason,
  };
}
