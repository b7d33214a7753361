import { requestContext } from './request-context';
import { problem, problemOf, type RestAnswer } from './rest/problem';
import type { Api } from './root';
import { createCaller } from './root';

/** The version of the open protocol for resumable uploads, https://tus.io, that the routes speak. */
const version = '1.0.0';

/**
 * Answers one request of the protocol. Its own header is asked for, which no form and no script of
 * another site can send: a session is not to be used by others.
 */
export async function answerTus(
  request: Request,
  work: (api: Api) => Promise<RestAnswer>,
): Promise<Response> {
  if (request.headers.get('tus-resumable') !== version) {
    const detail = `Send the header Tus-Resumable: ${version}.`;
    return responseOf({ ...problem('malformed', detail), status: 412 });
  }
  try {
    return responseOf(await work(createCaller(await requestContext(request))));
  } catch (error) {
    return responseOf(problemOf(error));
  }
}

/** What the protocol has to offer here. */
export function tusOptions(sizeMax: number): Response {
  return responseOf({
    status: 204,
    headers: {
      'tus-version': version,
      'tus-extension': 'creation,termination',
      'tus-max-size': String(sizeMax),
    },
  });
}

function responseOf({ status, headers, body }: RestAnswer): Response {
  const common = { 'tus-resumable': version, 'cache-control': 'no-store' };
  return new Response(body ?? null, { status, headers: { ...common, ...headers } });
}

/** Upload-Metadata: pairs of a name and a value in base64. A pair that cannot be read is left out. */
export function readTusMetadata(header: string | null): Readonly<Record<string, string>> {
  const pairs = (header ?? '').split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(
    pairs.flatMap(([name = '', value = '']) => (name ? [[name, textOf(value)]] : [])),
  );
}

function textOf(base64: string): string {
  return new TextDecoder().decode(Buffer.from(base64, 'base64'));
}

/** A header that has to be a whole number; NaN, which no schema takes, where it is none. */
export function numberIn(request: Request, name: string): number {
  const text = request.headers.get(name) ?? '';
  return /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
}
