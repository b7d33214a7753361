import { randomBytes } from 'node:crypto';

/** One call of the REST API; an answer that is no success is thrown with all that it says. */
export type Rest = (method: string, path: string, body?: unknown) => Promise<Answer>;

// biome-ignore lint/suspicious/noExplicitAny: the contract is checked by what the journeys expect of it
type Answer = any;

/** A client of one server with one key. */
export function restClient(url: string, apiKey: string): Rest {
  return async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
}

/** A word that no other test uses. */
export function unique(prefix: string): string {
  return `${prefix}${randomBytes(5).toString('hex').toUpperCase()}`;
}
