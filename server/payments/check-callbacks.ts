import * as z from 'zod';
import type { Answer, Ask, Question } from './gateways/ask';
import type {
  Claim,
  GatewayAccount,
  Secrets,
  SignedMessage,
  Verification,
} from './gateways/gateway';
import { findGateway, isGatewayId } from './gateways/registry';

type Facts = Pick<
  Claim,
  'orderNumber' | 'amountMinor' | 'currency' | 'transactionId' | 'authorizationCode'
>;

type Item = Facts & Pick<Claim, 'status' | 'eventId'>;

/** One line of the report. A message that does not verify has a reason and no facts. */
export type CheckedCallback = Readonly<
  Facts & {
    name: string;
    verified: boolean;
    reason?: string;
    status: Claim['status'] | null;
  } & Partial<Omit<Claim, keyof Facts | 'eventKey' | 'status'>> & {
      /** Where one message holds several, all of them; the facts above are those of the first. */
      items?: readonly Item[];
    }
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
  config: z.unknown().optional(),
  fetchback: z.unknown().optional(),
  inquiry: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .catch(undefined),
  postback: z
    .object({ url: z.string(), requestBodyBase64: z.string(), response: z.string() })
    .optional()
    .catch(undefined),
});
type SavedCallback = z.infer<typeof SavedCallback>;

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
  if (gateway === null) return unverified(saved.name, missingGateway(id));
  const config = gateway.config?.safeParse(saved.config);
  if (config?.success === false) return unverified(saved.name, 'The config cannot be read.');
  const atMs = saved.now === undefined || saved.now === null ? nowMs : saved.now * 1000;
  const account = { ...accountOf(saved), config: config?.data ?? null };
  return report(saved.name, await gateway.verify(message, account, { atMs, ask: askSaved(saved) }));
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

function accountOf(saved: SavedCallback): Omit<GatewayAccount, 'config'> {
  const Secret = z.union([z.string(), z.array(z.string()), z.boolean()]);
  const secrets: Record<string, Secrets[string]> = {};
  for (const [name, value] of Object.entries(saved.secrets)) {
    const secret = Secret.safeParse(value);
    if (secret.success) secrets[name] = secret.data;
  }
  return { secrets, live: true, currency: null, url: '' };
}

/** Answers each question as the entry says that the gateway did. */
function askSaved({ fetchback, inquiry, postback }: SavedCallback): Ask {
  return async (question) => {
    if (postback !== undefined) return postedBack(question, postback);
    if (inquiry !== undefined) return answer(new URLSearchParams(entriesOf(inquiry)).toString());
    return fetchback === undefined ? null : answer(JSON.stringify(fetchback));
  };
}

/** Other bytes, or another address, than were saved have no answer. */
function postedBack(
  { url, body }: Question,
  saved: NonNullable<SavedCallback['postback']>,
): Answer | null {
  const isSame = Buffer.from(body ?? []).toString('base64') === saved.requestBodyBase64;
  return isSame && url === saved.url ? answer(saved.response) : null;
}

function entriesOf(inquiry: NonNullable<SavedCallback['inquiry']>): Record<string, string> {
  return Object.fromEntries(Object.entries(inquiry).map(([name, value]) => [name, String(value)]));
}

function answer(text: string): Answer {
  return { status: 200, body: Buffer.from(text) };
}

function missingGateway(id: string): string {
  return isGatewayId(id)
    ? `The gateway ${id} is not supported yet.`
    : `There is no gateway called ${id}.`;
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
    orderNumber: null,
    amountMinor: null,
    currency: null,
    transactionId: null,
    authorizationCode: null,
    status: null,
    reason,
  };
}
