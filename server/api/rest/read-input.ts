import { malformedQuery, problem, type RestAnswer } from './problem';
import type { Route } from './routes';

type Input = Readonly<{ input: unknown }> | Readonly<{ fault: RestAnswer }>;

type Asked = Readonly<{ route: Route; url: URL; contentType: string; bytes: Uint8Array | null }>;

/** The body of a request as a JSON object, or its query; or what is wrong with either. */
export function readInput({ route, url, contentType, bytes }: Asked): Input {
  if (!route.body) return queryOf(route, url);
  if (bytes === null) return { fault: problem('too_large', 'A body has at most 1 MiB.') };
  if (bytes.byteLength === 0) return { input: {} };
  return /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)
    ? jsonOf(bytes)
    : { fault: problem('unsupported_type', 'Send the body as application/json.') };
}

function queryOf({ query }: Route, url: URL): Input {
  const given = Object.fromEntries(url.searchParams);
  const parsed = query?.safeParse(given);
  if (parsed?.success === false) return { fault: malformedQuery(parsed.error) };
  return { input: query ? given : {} };
}

function jsonOf(bytes: Uint8Array): Input {
  try {
    const input: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return { input };
    return { fault: problem('malformed', 'The body must be a JSON object.') };
  } catch {
    return { fault: problem('malformed', 'The body is not JSON.') };
  }
}
