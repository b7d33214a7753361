import { methodNotAllowed } from './problem';

/** A route handler for the methods that a path lacks: 405 with `Allow`. */
export function refuseMethod(...allowed: readonly string[]): () => Response {
  return () => {
    const { body, status, headers } = methodNotAllowed(allowed);
    return new Response(body, { status, ...(headers && { headers }) });
  };
}
