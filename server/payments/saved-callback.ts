import * as z from 'zod';
import type { Answer, Ask, Question } from './gateways/ask';
import type { GatewayAccount, Secrets, SignedMessage } from './gateways/gateway';

/** A callback as it is kept in a file, with what the gateway would answer when it is asked back. */
export const SavedCallback = z.object({
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
export type SavedCallback = z.infer<typeof SavedCallback>;

/** Null for entries that check a reply of ours or a bare digest: there is nothing to verify. */
export function messageOf(saved: SavedCallback): SignedMessage | null {
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

/** The account that the entry describes. */
export function accountOf(saved: SavedCallback): Omit<GatewayAccount, 'config'> {
  const Secret = z.union([z.string(), z.array(z.string()), z.boolean()]);
  const secrets: Record<string, Secrets[string]> = {};
  for (const [name, value] of Object.entries(saved.secrets)) {
    const secret = Secret.safeParse(value);
    if (secret.success) secrets[name] = secret.data;
  }
  return { secrets, live: true, currency: null, url: '' };
}

/** Answers each question as the entry says that the gateway did. */
export function askSaved({ fetchback, inquiry, postback }: SavedCallback): Ask {
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
