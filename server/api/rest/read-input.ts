import * as z from 'zod';
import { invalidProblem, malformedQuery, problem, type RestAnswer } from './problem';
import type { Route } from './routes';

type Input = Readonly<{ input: unknown }> | Readonly<{ fault: RestAnswer }>;

type Asked = Readonly<{ route: Route; url: URL; headers: Headers; bytes: Uint8Array | null }>;

/** The body of a request as a JSON object, or its query; or what is wrong with either. */
export function readInput({ route, url, headers, bytes }: Asked): Input {
  const query = queryOf(route, url);
  if ('fault' in query || !route.body) return query;
  if (bytes === null) return { fault: problem('too_large', 'A body has at most 1 MiB.') };
  if (bytes.byteLength === 0) return { input: {} };
  if (!isJson(headers)) {
    const detail = 'Send the body as application/json, not compressed.';
    return { fault: problem('unsupported_type', detail) };
  }
  return jsonOf(bytes, route.body);
}

/** A path that takes no query refuses every name, as a list refuses those that it does not know. */
function queryOf({ query = z.strictObject({}) }: Route, url: URL): Input {
  const given = Object.fromEntries(url.searchParams);
  const parsed = query.safeParse(given);
  return parsed.success ? { input: given } : { fault: malformedQuery(parsed.error) };
}

function isJson(headers: Headers): boolean {
  const type = headers.get('content-type') ?? '';
  const encoding = headers.get('content-encoding') ?? 'identity';
  return /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type) && /^identity$/i.test(encoding);
}

function jsonOf(bytes: Uint8Array, schema: z.ZodObject): Input {
  const parsed = parse(bytes);
  if (parsed === undefined) return { fault: problem('malformed', 'The body is not JSON.') };
  const { value: input } = parsed;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { fault: problem('malformed', 'The body must be a JSON object.') };
  }
  const unknown = withUnknownField(input, schema);
  return unknown ? { fault: invalidProblem(unknown) } : { input };
}

function parse(bytes: Uint8Array): Readonly<{ value: unknown }> | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

/**
 * What is wrong with a body that has a field too many. The procedures know more fields than the
 * bodies of the contract, what the path says among them, and must not take those from a body.
 */
function withUnknownField(input: object, schema: z.ZodObject): z.ZodError | undefined {
  const isKnown = (name: string) => Object.hasOwn(schema.shape, name);
  return Object.keys(input).every(isKnown) ? undefined : schema.safeParse(input).error;
}
