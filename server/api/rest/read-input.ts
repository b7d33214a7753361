import type * as z from 'zod';
import { invalidProblem, malformedQuery, problem, type RestAnswer } from './problem';
import type { Route } from './routes';

type Input = Readonly<{ input: unknown }> | Readonly<{ fault: RestAnswer }>;

type Asked = Readonly<{ route: Route; url: URL; contentType: string; bytes: Uint8Array | null }>;

/** The body of a request as a JSON object, or its query; or what is wrong with either. */
export function readInput({ route, url, contentType, bytes }: Asked): Input {
  if (!route.body) return queryOf(route, url);
  if (bytes === null) return { fault: problem('too_large', 'A body has at most 1 MiB.') };
  if (bytes.byteLength === 0) return { input: {} };
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)) {
    return { fault: problem('unsupported_type', 'Send the body as application/json.') };
  }
  return jsonOf(bytes, route.body);
}

function queryOf({ query }: Route, url: URL): Input {
  const given = Object.fromEntries(url.searchParams);
  const parsed = query?.safeParse(given);
  if (parsed?.success === false) return { fault: malformedQuery(parsed.error) };
  return { input: query ? given : {} };
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
